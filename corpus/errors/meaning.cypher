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
hint: it is known elsewhere: bring it here with WITH or CALL (…)
----
MATCH (n) RETURN n.a AS x, n.b AS x
=>
ColumnNameConflict: There are two columns with the name x
line 1, column 28
  MATCH (n) RETURN n.a AS x, n.b AS x
                             ^^^^^^^^
hint: give one an alias with AS
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
----
MATCH (n) DELETE n.x
=>
InvalidArgumentType: DELETE removes no properties
line 1, column 18
  MATCH (n) DELETE n.x
                   ^^^
hint: write REMOVE n.key
----
MATCH p = (a)-->(b) RETURN p.length
=>
InvalidArgumentType: length is a function, not a property
line 1, column 28
  MATCH p = (a)-->(b) RETURN p.length
                             ^
hint: write size(x) of a string or list, length(p) of a path
----
MATCH (n) RETURN toInt(n.x)
=>
UnknownFunction: Unknown function toInt
line 1, column 18
  MATCH (n) RETURN toInt(n.x)
                   ^^^^^^^^^^
hint: write toInteger(x)
----
MATCH (n) RETURN tostrin(n.x)
=>
UnknownFunction: Unknown function tostrin
line 1, column 18
  MATCH (n) RETURN tostrin(n.x)
                   ^^^^^^^^^^^^
hint: did you mean tostring?
----
MATCH (n) CALL { RETURN n.x AS x } RETURN x
=>
UndefinedVariable: Variable n is not defined
line 1, column 25
  MATCH (n) CALL { RETURN n.x AS x } RETURN x
                          ^
hint: it is known elsewhere: bring it here with WITH or CALL (…)
----
RETURN date() - date()
=>
InvalidArgumentType: Expected DURATION, but this is DATE
line 1, column 17
  RETURN date() - date()
                  ^^^^^^
hint: write duration.between(earlier, later)
