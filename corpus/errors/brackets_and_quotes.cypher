MATCH (n RETURN n
=>
UnexpectedSyntax: This '(' is never closed
line 1, column 7
  MATCH (n RETURN n
        ^
----
MATCH (n)) RETURN n
=>
UnexpectedSyntax: This ')' closes nothing
line 1, column 10
  MATCH (n)) RETURN n
           ^
----
MATCH (n:Person {name: 'x') RETURN n
=>
UnexpectedSyntax: This ')' does not close the '{' that is open
line 1, column 27
  MATCH (n:Person {name: 'x') RETURN n
                            ^
----
RETURN [1, 2
=>
UnexpectedSyntax: This '[' is never closed
line 1, column 8
  RETURN [1, 2
         ^
----
RETURN exists(n.a
=>
UnexpectedSyntax: This '(' is never closed
line 1, column 14
  RETURN exists(n.a
               ^
----
RETURN 'abc
=>
UnexpectedSyntax: This string has no end
line 1, column 8
  RETURN 'abc
         ^
hint: close it with the quote that began it; a quote inside it is written \'
----
RETURN "abc
=>
UnexpectedSyntax: This string has no end
line 1, column 8
  RETURN "abc
         ^
hint: close it with the quote that began it; a quote inside it is written \"
----
RETURN 'it's'
=>
UnexpectedSyntax: This string has no end
line 1, column 13
  RETURN 'it's'
              ^
hint: close it with the quote that began it; a quote inside it is written \'
----
RETURN “abc”
=>
UnexpectedSyntax: The character '“' can begin nothing here
line 1, column 8
  RETURN “abc”
         ^
hint: typographic quotes do not delimit strings: write ' or "
----
RETURN `abc
=>
UnexpectedSyntax: This quoted name has no end
line 1, column 8
  RETURN `abc
         ^
hint: close it with `; a backtick inside it is written twice
----
RETURN 1 /* one
=>
UnexpectedSyntax: '*' cannot stand here; expected an expression
line 1, column 11
  RETURN 1 /* one
            ^
hint: close the comment with */
----
RETURN 1 # one
=>
UnexpectedSyntax: The character '#' can begin nothing here
line 1, column 10
  RETURN 1 # one
           ^
hint: a comment begins with //
----
RETURN 1 ~ 2
=>
UnexpectedSyntax: The character '~' can begin nothing here
line 1, column 10
  RETURN 1 ~ 2
           ^
hint: names with such characters stand in backticks, texts in quotes
----
RETURN '\u12'
=>
InvalidUnicodeLiteral: \u needs four hexadecimal digits
line 1, column 8
  RETURN '\u12'
         ^^^^^^
hint: a backslash is written \\
