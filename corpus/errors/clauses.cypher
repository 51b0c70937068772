MATCH (n) RETURN n WHERE n.a = 1
=>
UnexpectedSyntax: 'WHERE' cannot stand here; expected a clause, an operator, ',', '{', AS or the end of the query
line 1, column 20
  MATCH (n) RETURN n WHERE n.a = 1
                     ^^^^^
hint: WHERE belongs behind MATCH or WITH, before RETURN
----
MATCH (n) RETURN n LIMIT 3 ORDER BY n.a
=>
UnexpectedSyntax: 'ORDER' cannot stand here; expected a clause, an operator or the end of the query
line 1, column 28
  MATCH (n) RETURN n LIMIT 3 ORDER BY n.a
                             ^^^^^
hint: ORDER BY comes first, then SKIP, then LIMIT, each once
----
MATCH (n) RETURN n ORDER n.a
=>
UnexpectedSyntax: 'n' cannot stand here; expected BY
line 1, column 26
  MATCH (n) RETURN n ORDER n.a
                           ^
----
MATCH (n) RETRUN n
=>
UnexpectedSyntax: 'RETRUN' cannot stand here; expected a clause, '(', ',', a relationship, USING, WHERE or the end of the query
line 1, column 11
  MATCH (n) RETRUN n
            ^^^^^^
hint: did you mean RETURN?
----
MATCH (n) WHRE n.a = 1 RETURN n
=>
UnexpectedSyntax: 'WHRE' cannot stand here; expected a clause, '(', ',', a relationship, USING, WHERE or the end of the query
line 1, column 11
  MATCH (n) WHRE n.a = 1 RETURN n
            ^^^^
hint: did you mean WHERE?
----
MATCH (n) RETURN n.a,
=>
UnexpectedSyntax: The query ends too early; expected an expression
line 1, column 22
  MATCH (n) RETURN n.a,
                       ^
hint: there is a comma too many before it, or something is missing behind the comma
----
MATCH (n) RETURN
=>
UnexpectedSyntax: The query ends too early; expected an expression, '*' or DISTINCT
line 1, column 17
  MATCH (n) RETURN
                  ^
hint: name what to return, or write RETURN *
----
MATCH (n)
WHERE RETURN n
=>
UnexpectedSyntax: 'n' cannot stand here; expected a clause, an operator, '{' or the end of the query
line 2, column 14
  WHERE RETURN n
               ^
hint: an expression is missing before the word before it
----
MATCH (n)
WHERE n.name = 'x'
  AND
RETURN n
=>
UnexpectedSyntax: 'n' cannot stand here; expected a clause, an operator, '{' or the end of the query
line 4, column 8
  RETURN n
         ^
hint: an expression is missing before the word before it
----
RETURN 1; RETURN 2
=>
UnexpectedSyntax: 'RETURN' cannot stand here; expected the end of the query
line 1, column 11
  RETURN 1; RETURN 2
            ^^^^^^
hint: one statement at a time: parse_script reads several
----
UNWIND [1, 2] RETURN 1
=>
UnexpectedSyntax: 'RETURN' cannot stand here; expected an operator or AS
line 1, column 15
  UNWIND [1, 2] RETURN 1
                ^^^^^^
hint: write UNWIND list AS x
----
LOAD CSV 'file' AS line RETURN line
=>
UnexpectedSyntax: "'file'" cannot stand here; expected FROM or WITH
line 1, column 10
  LOAD CSV 'file' AS line RETURN line
           ^^^^^^
----
MATCH (n) SET n.a = 1 n.b = 2
=>
UnexpectedSyntax: 'n' cannot stand here; expected a clause, an operator, ',' or the end of the query
line 1, column 23
  MATCH (n) SET n.a = 1 n.b = 2
                        ^
hint: a comma is missing before it
----
MATCH (n) DELETE
=>
UnexpectedSyntax: The query ends too early; expected an expression
line 1, column 17
  MATCH (n) DELETE
                  ^
----
CALL db.labels() YIELD
=>
UnexpectedSyntax: The query ends too early; expected '*' or a name
line 1, column 23
  CALL db.labels() YIELD
                        ^
----
FOREACH (x IN [1] : CREATE (:A))
=>
UnexpectedSyntax: 'CREATE' cannot stand here; expected '!', '$', '%', '(' or a name
line 1, column 21
  FOREACH (x IN [1] : CREATE (:A))
                      ^^^^^^
hint: a bar stands before its clauses: FOREACH (x IN list | …)
----
FOREACH (x IN [1] | MATCH (n))
=>
UnexpectedSyntax: '|' cannot stand here; expected an operator
line 1, column 19
  FOREACH (x IN [1] | MATCH (n))
                    ^
hint: FOREACH can only change data: MATCH stands before it
----
;
=>
UnexpectedSyntax: There is no query; expected a clause or a command
line 1, column 1
  ;
  ^
----
// only a comment
=>
UnexpectedSyntax: There is no query; expected a clause or a command
line 1, column 18
  // only a comment
                   ^
----
MATCH (n)
=>
InvalidClauseComposition: A query cannot end with MATCH
line 1, column 1
  MATCH (n)
  ^^^^^^^^^
hint: end it with RETURN, FINISH or a clause that changes data
----
UNWIND [1, 2] AS x
=>
InvalidClauseComposition: A query cannot end with UNWIND
line 1, column 1
  UNWIND [1, 2] AS x
  ^^^^^^^^^^^^^^^^^^
hint: end it with RETURN, FINISH or a clause that changes data
----
RETURN 1 RETURN 2
=>
InvalidClauseComposition: RETURN can only stand at the end of a query
line 1, column 1
  RETURN 1 RETURN 2
  ^^^^^^^^
----
MATCH (n) RETURN n.x, distinct n.z
=>
UnexpectedSyntax: 'n' cannot stand here; expected a clause, an operator, ',', '{', AS or the end of the query
line 1, column 32
  MATCH (n) RETURN n.x, distinct n.z
                                 ^
hint: DISTINCT stands once, behind RETURN or WITH
----
MATCH (n) RETURN n AS node, AS x
=>
UnexpectedSyntax: 'x' cannot stand here; expected a clause, an operator, ',', '{', AS or the end of the query
line 1, column 32
  MATCH (n) RETURN n AS node, AS x
                                 ^
hint: an expression is missing before AS
----
FOREACH x IN [1] | CREATE ()
=>
UnexpectedSyntax: 'x' cannot stand here; expected '('
line 1, column 9
  FOREACH x IN [1] | CREATE ()
          ^
hint: write FOREACH (x IN list | …)
----
MATCH (n) REMOVE n.x = 1
=>
UnexpectedSyntax: '=' cannot stand here; expected a clause, ',', '.', ':', '[' or the end of the query
line 1, column 22
  MATCH (n) REMOVE n.x = 1
                       ^
hint: REMOVE takes no value; SET does
----
```cypher
MATCH (n) RETURN n
```
=>
UnexpectedSyntax: '```cypher\nMATCH (n) RETURN n\n```' cannot stand here; expected a clause or a command
line 1, column 1
  ```cypher
  ^^^^^^^^^
hint: leave out the ``` of Markdown
