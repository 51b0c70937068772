MATCH (n) RETURN m
=>
UndefinedVariable: Variable m is not defined
line 1, column 18
  MATCH (n) RETURN m
                   ^
----
MATCH (n) WITH n.name RETURN 1
=>
NoExpressionAlias: An expression in WITH needs a name
line 1, column 16
  MATCH (n) WITH n.name RETURN 1
                 ^^^^^^
hint: write expression AS name
----
MATCH (n) WITH n.a AS a RETURN n
=>
UndefinedVariable: Variable n is not defined
line 1, column 32
  MATCH (n) WITH n.a AS a RETURN n
                                 ^
----
MATCH (n) RETURN n.a AS x, n.b AS x
=>
ColumnNameConflict: There are two columns with the name x
line 1, column 28
  MATCH (n) RETURN n.a AS x, n.b AS x
                             ^^^^^^^^
----
MATCH (n) WHERE count(n) > 1 RETURN n
=>
InvalidAggregation: Aggregation is not possible here
line 1, column 17
  MATCH (n) WHERE count(n) > 1 RETURN n
                  ^^^^^^^^
hint: aggregate in a WITH before
----
MATCH (n) RETURN nowhere(n)
=>
UnknownFunction: Unknown function nowhere
line 1, column 18
  MATCH (n) RETURN nowhere(n)
                   ^^^^^^^^^^
----
RETURN toUpper()
=>
InvalidNumberOfArguments: Too few arguments for toUpper
line 1, column 8
  RETURN toUpper()
         ^^^^^^^^^
----
RETURN 1 AS a UNION RETURN 2 AS b
=>
DifferentColumnsInUnion: All parts of a UNION must have the same columns
line 1, column 21
  RETURN 1 AS a UNION RETURN 2 AS b
                      ^^^^^^^^^^^^^
hint: the first part has a
----
MATCH (n) RETURN n LIMIT -1
=>
NegativeIntegerArgument: LIMIT cannot be negative
line 1, column 26
  MATCH (n) RETURN n LIMIT -1
                           ^^
----
MATCH (n) RETURN n LIMIT n.a
=>
NonConstantExpression: LIMIT cannot depend on a variable
line 1, column 26
  MATCH (n) RETURN n LIMIT n.a
                           ^
----
MATCH (n) CREATE (n)
=>
VariableAlreadyBound: Node n exists already
line 1, column 19
  MATCH (n) CREATE (n)
                    ^
----
MATCH (n) DELETE 1
=>
InvalidArgumentType: Expected NODE or PATH or RELATIONSHIP, but this is INTEGER
line 1, column 18
  MATCH (n) DELETE 1
                   ^
----
MATCH (n $p) RETURN n
=>
InvalidParameterUse: A parameter cannot be all properties in MATCH
line 1, column 10
  MATCH (n $p) RETURN n
           ^^
hint: name them: {id: $p.id}
----
RETURN 1 AND true
=>
InvalidArgumentType: Expected BOOLEAN, but this is INTEGER
line 1, column 8
  RETURN 1 AND true
         ^
