SELECT * FROM person
=>
UnexpectedSyntax: 'SELECT' cannot stand here; expected a clause or a command
line 1, column 1
  SELECT * FROM person
  ^^^^^^
hint: Cypher reads with MATCH, ends with RETURN, and may add LIMIT
----
MATCH (n) FROM x RETURN n
=>
UnexpectedSyntax: 'FROM' cannot stand here; expected a clause, '(', ',', a relationship, USING, WHERE or the end of the query
line 1, column 11
  MATCH (n) FROM x RETURN n
            ^^^^
hint: Cypher reads with MATCH, ends with RETURN, and may add LIMIT
----
DELETE FROM person WHERE id = 1
=>
UnexpectedSyntax: 'person' cannot stand here; expected a clause, an operator, ',', '{' or the end of the query
line 1, column 13
  DELETE FROM person WHERE id = 1
              ^^^^^^
hint: Cypher reads with MATCH; what is to be deleted is found by MATCH, too
----
UPDATE person SET a = 1
=>
UnexpectedSyntax: 'UPDATE' cannot stand here; expected a clause or a command
line 1, column 1
  UPDATE person SET a = 1
  ^^^^^^
hint: write MATCH … SET …
----
INSERT INTO person VALUES (1)
=>
UnexpectedSyntax: 'person' cannot stand here; expected '='
line 1, column 13
  INSERT INTO person VALUES (1)
              ^^^^^^
hint: write CREATE (:Label {property: value})
----
MATCH (n) RETURN n.a, count(*) GROUP BY n.a
=>
UnexpectedSyntax: 'GROUP' cannot stand here; expected a clause, an operator, ',', AS or the end of the query
line 1, column 32
  MATCH (n) RETURN n.a, count(*) GROUP BY n.a
                                 ^^^^^
hint: Cypher groups by the items of WITH or RETURN that do not aggregate
----
MATCH (n) WITH n.a AS a, count(*) AS c HAVING c > 1 RETURN a
=>
UnexpectedSyntax: 'HAVING' cannot stand here; expected a clause, ',', WHERE or the end of the query
line 1, column 40
  MATCH (n) WITH n.a AS a, count(*) AS c HAVING c > 1 RETURN a
                                         ^^^^^^
hint: filter after WITH: WITH …, count(*) AS c WHERE c > 1
----
MATCH (a) JOIN (b) RETURN a
=>
UnexpectedSyntax: 'JOIN' cannot stand here; expected a clause, '(', ',', a relationship, USING, WHERE or the end of the query
line 1, column 11
  MATCH (a) JOIN (b) RETURN a
            ^^^^
hint: a pattern joins: MATCH (a)-[:TYPE]->(b)
----
MATCH (n) RETURN n LIMIT 10, 5
=>
UnexpectedSyntax: ',' cannot stand here; expected a clause, an operator or the end of the query
line 1, column 28
  MATCH (n) RETURN n LIMIT 10, 5
                             ^
hint: write SKIP 10 LIMIT 5
----
MATCH (n) WHERE n.name LIKE 'a%' RETURN n
=>
UnexpectedSyntax: 'LIKE' cannot stand here; expected a clause, an operator or the end of the query
line 1, column 24
  MATCH (n) WHERE n.name LIKE 'a%' RETURN n
                         ^^^^
hint: write CONTAINS, STARTS WITH, ENDS WITH or =~
----
MATCH (n) WHERE n.a BETWEEN 1 AND 2 RETURN n
=>
UnexpectedSyntax: 'BETWEEN' cannot stand here; expected a clause, an operator or the end of the query
line 1, column 21
  MATCH (n) WHERE n.a BETWEEN 1 AND 2 RETURN n
                      ^^^^^^^
hint: write low <= x <= high
----
MATCH (n) WHERE n.a IN (1, 2) RETURN n
=>
UnexpectedSyntax: ',' cannot stand here; expected an operator or ')'
line 1, column 26
  MATCH (n) WHERE n.a IN (1, 2) RETURN n
                           ^
hint: a list stands in square brackets: IN [1, 2]
----
MATCH (n) WHERE n.a NOT IN [1] RETURN n
=>
UnexpectedSyntax: 'NOT' cannot stand here; expected a clause, an operator or the end of the query
line 1, column 21
  MATCH (n) WHERE n.a NOT IN [1] RETURN n
                      ^^^
hint: write NOT before it: NOT x IN list
----
MATCH (n) RETURN CAST(n.a AS INT)
=>
UnexpectedSyntax: 'AS' cannot stand here; expected an operator, ')' or ','
line 1, column 27
  MATCH (n) RETURN CAST(n.a AS INT)
                            ^^
hint: write toInteger(x), toFloat(x) or toString(x)
----
MATCH (n) RETURN n.name name
=>
UnexpectedSyntax: 'name' cannot stand here; expected a clause, an operator, ',', AS or the end of the query
line 1, column 25
  MATCH (n) RETURN n.name name
                          ^^^^
hint: an alias is written with AS
----
MATCH (n) RETURN count(*) c
=>
UnexpectedSyntax: 'c' cannot stand here; expected a clause, an operator, ',', AS or the end of the query
line 1, column 27
  MATCH (n) RETURN count(*) c
                            ^
hint: an alias is written with AS
----
MATCH (n) -- all of them
RETURN n
=>
UnexpectedSyntax: '-' cannot stand here; expected a clause, '(', ',', a relationship, USING, WHERE or the end of the query
line 1, column 11
  MATCH (n) -- all of them
            ^
hint: behind a relationship a node must follow; a comment begins with //
----
MATCH (n {id: ?}) RETURN n
=>
UnexpectedSyntax: The character '?' can begin nothing here
line 1, column 15
  MATCH (n {id: ?}) RETURN n
                ^
hint: parameters are written $name; CASE WHEN … THEN … ELSE … END chooses a value
----
MATCH (n {id: @id}) RETURN n
=>
UnexpectedSyntax: The character '@' can begin nothing here
line 1, column 15
  MATCH (n {id: @id}) RETURN n
                ^
hint: parameters are written $name
----
MATCH (n) WHERE n.x = 1, n.y = 2 RETURN n
=>
UnexpectedSyntax: ',' cannot stand here; expected a clause, an operator or the end of the query
line 1, column 24
  MATCH (n) WHERE n.x = 1, n.y = 2 RETURN n
                         ^
hint: conditions are joined by AND
----
MATCH (n) WHERE n.x = 1 WHERE n.y = 2 RETURN n
=>
UnexpectedSyntax: 'WHERE' cannot stand here; expected a clause, an operator or the end of the query
line 1, column 25
  MATCH (n) WHERE n.x = 1 WHERE n.y = 2 RETURN n
                          ^^^^^
hint: conditions are joined by AND
----
MATCH (n) WHERE n.date > DATE '2020-01-01' RETURN n
=>
UnexpectedSyntax: "'2020-01-01'" cannot stand here; expected a clause, an operator, '{' or the end of the query
line 1, column 31
  MATCH (n) WHERE n.date > DATE '2020-01-01' RETURN n
                                ^^^^^^^^^^^^
hint: write date('…'), datetime('…') or duration('…')
----
BEGIN
=>
UnexpectedSyntax: 'BEGIN' cannot stand here; expected a clause or a command
line 1, column 1
  BEGIN
  ^^^^^
hint: transactions are begun and ended by the client
----
MATCH (n) RETURN count(DISTINCT n.x, n.y)
=>
InvalidNumberOfArguments: Too many arguments for count
line 1, column 18
  MATCH (n) RETURN count(DISTINCT n.x, n.y)
                   ^^^^^^^^^^^^^^^^^^^^^^^^
hint: write count(DISTINCT [a, b])
