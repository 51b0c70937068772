MATCH (n) WHERE n.a != 1 RETURN n
=>
UnexpectedSyntax: '!' cannot stand here; expected a clause, an operator or the end of the query
line 1, column 21
  MATCH (n) WHERE n.a != 1 RETURN n
                      ^
hint: inequality is written <>
----
MATCH (n) WHERE n.a == 1 RETURN n
=>
UnexpectedSyntax: '=' cannot stand here; expected an expression
line 1, column 22
  MATCH (n) WHERE n.a == 1 RETURN n
                       ^
hint: equality is written with one =
----
MATCH (n) SET n.a == 1
=>
UnexpectedSyntax: '=' cannot stand here; expected an expression
line 1, column 20
  MATCH (n) SET n.a == 1
                     ^
hint: equality is written with one =
----
MATCH (n) WHERE n.a = 1 && n.b = 2 RETURN n
=>
UnexpectedSyntax: '&' cannot stand here; expected a clause, an operator or the end of the query
line 1, column 25
  MATCH (n) WHERE n.a = 1 && n.b = 2 RETURN n
                          ^
hint: write AND
----
RETURN 2 ** 3
=>
UnexpectedSyntax: '*' cannot stand here; expected an expression
line 1, column 11
  RETURN 2 ** 3
            ^
hint: powers are written with ^
----
RETURN 1 +
=>
UnexpectedSyntax: The query ends too early; expected an expression
line 1, column 11
  RETURN 1 +
            ^
----
RETURN * 2
=>
UnexpectedSyntax: '2' cannot stand here; expected a clause, ',' or the end of the query
line 1, column 10
  RETURN * 2
           ^
----
MATCH (n) WHERE n.a IS 5 RETURN n
=>
UnexpectedSyntax: '5' cannot stand here; expected '!', '$', '%', '(' or a name
line 1, column 24
  MATCH (n) WHERE n.a IS 5 RETURN n
                         ^
hint: IS tests for NULL, a type or a label; values are compared with = and <>
----
MATCH (n) WHERE n.a = 1 OR RETURN n
=>
UnexpectedSyntax: 'n' cannot stand here; expected a clause, an operator, '{' or the end of the query
line 1, column 35
  MATCH (n) WHERE n.a = 1 OR RETURN n
                                    ^
hint: an expression is missing before the word before it
----
RETURN 42 — 41
=>
InvalidUnicodeCharacter: The character '—' can only stand in an arrow
line 1, column 11
  RETURN 42 — 41
            ^
hint: write -
----
RETURN true XOR
=>
UnexpectedSyntax: The query ends too early; expected an expression
line 1, column 16
  RETURN true XOR
                 ^
----
MATCH (n) WHERE !n.x RETURN n
=>
UnexpectedSyntax: '!' cannot stand here; expected an expression
line 1, column 17
  MATCH (n) WHERE !n.x RETURN n
                  ^
hint: write NOT
----
MATCH (n) WHERE n.x = 1 || n.y = 2 RETURN n
=>
InvalidArgumentType: Expected STRING or LIST, but this is INTEGER
line 1, column 23
  MATCH (n) WHERE n.x = 1 || n.y = 2 RETURN n
                        ^
hint: || joins strings or lists; write OR between conditions
----
MATCH (n) RETURN n->name
=>
UnexpectedSyntax: '>' cannot stand here; expected an expression
line 1, column 20
  MATCH (n) RETURN n->name
                     ^
hint: a property is written n.name
