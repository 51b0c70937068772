MATCH n RETURN n
=>
UnexpectedSyntax: 'RETURN' cannot stand here; expected '='
line 1, column 9
  MATCH n RETURN n
          ^^^^^^
hint: a node stands in parentheses: (n)
----
MATCH (a), b RETURN a
=>
UnexpectedSyntax: 'RETURN' cannot stand here; expected '='
line 1, column 14
  MATCH (a), b RETURN a
               ^^^^^^
hint: a node stands in parentheses: (n)
----
MATCH (a)->(b) RETURN a
=>
UnexpectedSyntax: '-' cannot stand here; expected a clause, '(', ',', a relationship, USING, WHERE or the end of the query
line 1, column 10
  MATCH (a)->(b) RETURN a
           ^
hint: a relationship has two lines: -->, <--, -- or -[:TYPE]->
----
MATCH (a)-[:X](b) RETURN a
=>
UnexpectedSyntax: '-' cannot stand here; expected a clause, '(', ',', a relationship, USING, WHERE or the end of the query
line 1, column 10
  MATCH (a)-[:X](b) RETURN a
           ^
hint: a relationship has two lines: -->, <--, -- or -[:TYPE]->
----
MATCH (a)-[:X]>(b) RETURN a
=>
UnexpectedSyntax: '-' cannot stand here; expected a clause, '(', ',', a relationship, USING, WHERE or the end of the query
line 1, column 10
  MATCH (a)-[:X]>(b) RETURN a
           ^
hint: a relationship has two lines: -->, <--, -- or -[:TYPE]->
----
MATCH (n)-[r:KNOWS*1-3]->(m) RETURN m
=>
UnexpectedSyntax: '-' cannot stand here; expected '..', ']', '{', a parameter or WHERE
line 1, column 21
  MATCH (n)-[r:KNOWS*1-3]->(m) RETURN m
                      ^
hint: a range is written 1..3
----
MERGE (a:A), (b:B)
=>
UnexpectedSyntax: ',' cannot stand here; expected a clause, '(', a relationship, ON or the end of the query
line 1, column 12
  MERGE (a:A), (b:B)
             ^
hint: MERGE takes one pattern: write MERGE again for the next
----
CREATE (a)-[:X]-(b)
=>
RequiresDirectedRelationship: CREATE needs a direction
line 1, column 11
  CREATE (a)-[:X]-(b)
            ^^^^^^
hint: write -[:TYPE]->
----
CREATE (a)-[:X*2]->(b)
=>
CreatingVarLength: CREATE needs relationships of length one
line 1, column 11
  CREATE (a)-[:X*2]->(b)
            ^^^^^^^^^
----
MATCH (n:'Person') RETURN n
=>
UnexpectedSyntax: "'Person'" cannot stand here; expected '!', '$', '%', '(' or a name
line 1, column 10
  MATCH (n:'Person') RETURN n
           ^^^^^^^^
hint: names are quoted with backticks: `odd name`
----
MATCH (n:) RETURN n
=>
UnexpectedSyntax: ')' cannot stand here; expected '!', '$', '%', '(' or a name
line 1, column 10
  MATCH (n:) RETURN n
           ^
----
MATCH (n:Person RETURN n)
=>
UnexpectedSyntax: 'RETURN' cannot stand here; expected '&', ')', ':', '{', '|', a parameter or WHERE
line 1, column 17
  MATCH (n:Person RETURN n)
                  ^^^^^^
hint: a ) is missing before it
----
MATCH (n {name = 'x'}) RETURN n
=>
UnexpectedSyntax: '=' cannot stand here; expected ':'
line 1, column 16
  MATCH (n {name = 'x'}) RETURN n
                 ^
hint: a colon stands between key and value
----
MATCH (n {age > 3}) RETURN n
=>
UnexpectedSyntax: '>' cannot stand here; expected ':'
line 1, column 15
  MATCH (n {age > 3}) RETURN n
                ^
hint: braces hold properties that must be equal; other conditions follow WHERE
----
MATCH (n.Person) RETURN n
=>
UnexpectedSyntax: '.' cannot stand here; expected ')', ':', '=', '{', a parameter or WHERE
line 1, column 9
  MATCH (n.Person) RETURN n
          ^
hint: a label is written (n:Label)
----
MATCH p = shortestPath(a, b) RETURN p
=>
UnexpectedSyntax: 'a' cannot stand here; expected '(' or a relationship
line 1, column 24
  MATCH p = shortestPath(a, b) RETURN p
                         ^
hint: write shortestPath((a)-[*]-(b))
----
CREATE (a)-[]->(b)
=>
NoSingleRelationshipType: CREATE needs exactly one relationship type
line 1, column 11
  CREATE (a)-[]->(b)
            ^^^^^
hint: write -[:TYPE]->
----
MATCH ()-[r:A|:B]->() RETURN r
=>
UnexpectedSyntax: |: can only stand in a relationship that has nothing but types
line 1, column 13
  MATCH ()-[r:A|:B]->() RETURN r
              ^^^^
hint: write :T|U
----
MATCH (n:Person:Actor|Director) RETURN n
=>
UnexpectedSyntax: Labels joined by a colon cannot stand beside label expressions with |, &, ! and %
line 1, column 10
  MATCH (n:Person:Actor|Director) RETURN n
           ^^^^^^^^^^^^
hint: write & in place of the colon between two labels
