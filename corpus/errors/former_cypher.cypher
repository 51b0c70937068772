START n=node(1) RETURN n
=>
UnexpectedSyntax: 'START' cannot stand here; expected a clause or a command
line 1, column 1
  START n=node(1) RETURN n
  ^^^^^
hint: START was removed from Cypher: use MATCH
----
MATCH (a), (b) CREATE UNIQUE (a)-[:X]->(b)
=>
UnexpectedSyntax: 'UNIQUE' cannot stand here; expected '(', a relationship, ALL, ALLSHORTESTPATHS, ANY, a name, SHORTEST or SHORTESTPATH
line 1, column 23
  MATCH (a), (b) CREATE UNIQUE (a)-[:X]->(b)
                        ^^^^^^
hint: CREATE UNIQUE was removed from Cypher: use MERGE
----
USING PERIODIC COMMIT 500 LOAD CSV FROM 'f' AS l RETURN l
=>
UnexpectedSyntax: 'USING' cannot stand here; expected a clause or a command
line 1, column 1
  USING PERIODIC COMMIT 500 LOAD CSV FROM 'f' AS l RETURN l
  ^^^^^
hint: write CALL { … } IN TRANSACTIONS
----
CREATE INDEX ON :Person(name)
=>
UnexpectedSyntax: ':' cannot stand here; expected FOR or IF
line 1, column 17
  CREATE INDEX ON :Person(name)
                  ^
hint: write CREATE INDEX FOR (n:Label) ON (n.property)
----
CREATE CONSTRAINT ON (p:Person) ASSERT p.id IS UNIQUE
=>
UnexpectedSyntax: 'ON' cannot stand here; expected FOR, a name, IF or a parameter
line 1, column 19
  CREATE CONSTRAINT ON (p:Person) ASSERT p.id IS UNIQUE
                    ^^
hint: write CREATE CONSTRAINT FOR (n:Label) REQUIRE n.property IS UNIQUE
----
CREATE CONSTRAINT FOR (p:Person) ASSERT p.id IS UNIQUE
=>
UnexpectedSyntax: 'ASSERT' cannot stand here; expected '(', a relationship or REQUIRE
line 1, column 34
  CREATE CONSTRAINT FOR (p:Person) ASSERT p.id IS UNIQUE
                                   ^^^^^^
hint: write REQUIRE
----
MATCH (n {id: {id}}) RETURN n
=>
UnexpectedSyntax: '}' cannot stand here; expected ':'
line 1, column 18
  MATCH (n {id: {id}}) RETURN n
                   ^
hint: parameters are written $name
----
RETURN 017
=>
InvalidNumberLiteral: 017 is not a number
line 1, column 8
  RETURN 017
         ^^^
hint: octal numbers are written 0o17
----
RETURN 0X1f
=>
InvalidNumberLiteral: 0X1f is not a number
line 1, column 8
  RETURN 0X1f
         ^^^^
hint: write 0x and 0o in lower case
