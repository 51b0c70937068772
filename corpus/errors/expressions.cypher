RETURN {'a': 1}
=>
UnexpectedSyntax: "'a'" cannot stand here; expected '}' or a name
line 1, column 9
  RETURN {'a': 1}
          ^^^
hint: keys of a map are names: no quotes, or backticks
----
MATCH (n) RETURN n.name AS 'the name'
=>
UnexpectedSyntax: "'the name'" cannot stand here; expected a name
line 1, column 28
  MATCH (n) RETURN n.name AS 'the name'
                             ^^^^^^^^^^
hint: names are quoted with backticks: `odd name`
----
MATCH (n) RETURN n.'name'
=>
UnexpectedSyntax: "'name'" cannot stand here; expected a name
line 1, column 20
  MATCH (n) RETURN n.'name'
                     ^^^^^^
hint: names are quoted with backticks: `odd name`
----
RETURN CASE WHEN true THEN 1 ELSE IF false THEN 2 END
=>
UnexpectedSyntax: 'false' cannot stand here; expected an operator, '{' or END
line 1, column 38
  RETURN CASE WHEN true THEN 1 ELSE IF false THEN 2 END
                                       ^^^^^
hint: a CASE may have several WHEN … THEN …
----
RETURN CASE WHEN true THEN 1 ELSE 2
=>
UnexpectedSyntax: The query ends too early; expected an operator or END
line 1, column 36
  RETURN CASE WHEN true THEN 1 ELSE 2
                                     ^
hint: a CASE ends with END
----
MATCH (n) RETURN CASE n.a WHEN 1 THEN 2 AS x
=>
UnexpectedSyntax: 'AS' cannot stand here; expected an operator, ELSE, END or WHEN
line 1, column 41
  MATCH (n) RETURN CASE n.a WHEN 1 THEN 2 AS x
                                          ^^
hint: a CASE ends with END
----
RETURN CASE 1 END
=>
UnexpectedSyntax: 'END' cannot stand here; expected an operator or WHEN
line 1, column 15
  RETURN CASE 1 END
                ^^^
----
RETURN 5x
=>
InvalidNumberLiteral: 5x is not a number
line 1, column 8
  RETURN 5x
         ^^
hint: a name cannot begin with a digit; put a space behind a number
----
RETURN 1__0
=>
InvalidNumberLiteral: 1__0 is not a number
line 1, column 8
  RETURN 1__0
         ^^^^
hint: one underscore may stand between two digits
----
RETURN 9223372036854775808
=>
IntegerOverflow: This integer is too large
line 1, column 8
  RETURN 9223372036854775808
         ^^^^^^^^^^^^^^^^^^^
hint: an integer has 64 bits
----
RETURN 1e400
=>
FloatingPointOverflow: This floating point number is too large
line 1, column 8
  RETURN 1e400
         ^^^^^
----
RETURN [x IN [1, 2] WHERE]
=>
UnexpectedSyntax: ']' cannot stand here; expected an expression
line 1, column 26
  RETURN [x IN [1, 2] WHERE]
                           ^
hint: a condition must follow WHERE
----
RETURN all(x IN [1])
=>
UnexpectedSyntax: all(…) needs a WHERE
line 1, column 8
  RETURN all(x IN [1])
         ^^^^^^^^^^^^^
hint: write all(x IN list WHERE predicate)
----
RETURN sum(*)
=>
UnexpectedSyntax: sum(*) is no function
line 1, column 8
  RETURN sum(*)
         ^^^^^^
hint: only count can be called with *
----
RETURN [1 2]
=>
UnexpectedSyntax: '2' cannot stand here; expected an operator, ',' or ']'
line 1, column 11
  RETURN [1 2]
            ^
----
RETURN {a: 1, b}
=>
UnexpectedSyntax: '}' cannot stand here; expected ':'
line 1, column 16
  RETURN {a: 1, b}
                 ^
----
RETURN $
=>
UnexpectedSyntax: '$' cannot stand here; expected an expression, '*' or DISTINCT
line 1, column 8
  RETURN $
         ^
hint: a parameter has a name: $name
----
RETURN [1,2,3].size()
=>
UnexpectedSyntax: 'size' cannot stand here; expected a name
line 1, column 16
  RETURN [1,2,3].size()
                 ^^^^
hint: functions are called like size(x)
