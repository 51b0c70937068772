// Literals, names and nesting that FalkorDB 4.22.1 cannot read, or only in a time that doubles with each level.

// NUL ends a query: it is refused, as an escape too.
RETURN 'a\u0000b' AS x

// A string that would come back as a date is refused.
RETURN '\u000242024-01-01' AS x

// Escapes give their characters.
RETURN 'a\u0041\t\n\\\'' AS x
// = [["aA\t\n\\'"]]

// A backtick in a variable: FalkorDB knows none inside backticks.
UNWIND [1, 2] AS `a``b` WITH `a``b` AS `c``` WHERE `c``` > 1 RETURN `c```
// = [[2]]

// A backtick in a label is refused.
CREATE (n:`a``b`) RETURN n

// A backtick in the name of a property that is written is refused.
CREATE (n) SET n.`a``b` = 1

// A backtick in the name of a property that is read: no node has it.
CREATE (:A);
MATCH (n) RETURN n.`a``b` AS x
// = [[null]]

// A backtick in a key is refused.
RETURN {`a``b`: 1} AS m

// An empty key of a map.
RETURN {``: 1} AS m
// = [[{"": 1}]]

// A label of more than 512 bytes is refused.
CREATE (n:`ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé`)

// A long name of a column.
RETURN 1 AS aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
// = [[1]]

// Comments.
RETURN /* 'a' */ 1 AS x // 'b'
// = [[1]]

// 30 calls in one another: the parser's time doubles with each.
RETURN abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(abs(-1)))))))))))))))))))))))))))))) AS x
// = [[1]]

// 30 times NOT.
RETURN NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT NOT true AS x
// = [[true]]

// 40 signs.
RETURN - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - 1 AS x
// = [[1]]

// 60 pairs of parentheses.
RETURN ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))) AS x
// = [[1]]

// 60 sums, each in the parentheses of the one before.
RETURN 1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1 + (1)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))) AS x
// = [[61]]

// A sum of values whose types are not known.
CREATE (:A {x: 1});
MATCH (n:A) RETURN n.x + n.x + n.x + n.x + n.x + n.x + n.x + n.x + n.x + n.x + n.x + n.x AS x
// = [[12]]

// Strings put together of properties, in a condition.
CREATE (:A {x: 'a', y: 'b'}), (:A {x: 1, y: 2});
MATCH (n:A) WHERE n.x + '-' + n.y + '-' + n.x + '-' + n.y + '-' + n.x = 'a-b-a-b-a' RETURN n.x AS x
// = [["a"]]

// Strings put together, which are aggregated.
CREATE (:A {x: 'a', y: 'b'});
MATCH (n:A) RETURN collect(n.x + '-' + n.y + '-' + n.x + '-' + n.y + '-' + n.x) AS x
// = [[["a-b-a-b-a"]]]

// Strings put together, which are stored.
CREATE (:A {x: 'a', y: 'b'});
MATCH (n:A) SET n.z = n.x + '-' + n.y + '-' + n.x + '-' + n.y + '-' + n.x RETURN n.z AS x
// = [["a-b-a-b-a"]]

// 30 CASE in one another cannot be taken apart: refused.
MATCH (n) RETURN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN CASE WHEN n.x > 0 THEN 1 END END END END END END END END END END END END END END END END END END END END END END END END END END END END END END AS x

// 40 lists in one another.
RETURN size([[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]) AS x
// = [[1]]

// 1,000 sums in a row.
RETURN 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 AS x
// = [[1000]]

// 100 subqueries in one another.
CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { CALL { RETURN 1 AS a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a } RETURN a
// = [[1]]

// 100 FOREACH in one another.
FOREACH (x0 IN [1] | FOREACH (x1 IN [1] | FOREACH (x2 IN [1] | FOREACH (x3 IN [1] | FOREACH (x4 IN [1] | FOREACH (x5 IN [1] | FOREACH (x6 IN [1] | FOREACH (x7 IN [1] | FOREACH (x8 IN [1] | FOREACH (x9 IN [1] | FOREACH (x10 IN [1] | FOREACH (x11 IN [1] | FOREACH (x12 IN [1] | FOREACH (x13 IN [1] | FOREACH (x14 IN [1] | FOREACH (x15 IN [1] | FOREACH (x16 IN [1] | FOREACH (x17 IN [1] | FOREACH (x18 IN [1] | FOREACH (x19 IN [1] | FOREACH (x20 IN [1] | FOREACH (x21 IN [1] | FOREACH (x22 IN [1] | FOREACH (x23 IN [1] | FOREACH (x24 IN [1] | FOREACH (x25 IN [1] | FOREACH (x26 IN [1] | FOREACH (x27 IN [1] | FOREACH (x28 IN [1] | FOREACH (x29 IN [1] | FOREACH (x30 IN [1] | FOREACH (x31 IN [1] | FOREACH (x32 IN [1] | FOREACH (x33 IN [1] | FOREACH (x34 IN [1] | FOREACH (x35 IN [1] | FOREACH (x36 IN [1] | FOREACH (x37 IN [1] | FOREACH (x38 IN [1] | FOREACH (x39 IN [1] | FOREACH (x40 IN [1] | FOREACH (x41 IN [1] | FOREACH (x42 IN [1] | FOREACH (x43 IN [1] | FOREACH (x44 IN [1] | FOREACH (x45 IN [1] | FOREACH (x46 IN [1] | FOREACH (x47 IN [1] | FOREACH (x48 IN [1] | FOREACH (x49 IN [1] | FOREACH (x50 IN [1] | FOREACH (x51 IN [1] | FOREACH (x52 IN [1] | FOREACH (x53 IN [1] | FOREACH (x54 IN [1] | FOREACH (x55 IN [1] | FOREACH (x56 IN [1] | FOREACH (x57 IN [1] | FOREACH (x58 IN [1] | FOREACH (x59 IN [1] | FOREACH (x60 IN [1] | FOREACH (x61 IN [1] | FOREACH (x62 IN [1] | FOREACH (x63 IN [1] | FOREACH (x64 IN [1] | FOREACH (x65 IN [1] | FOREACH (x66 IN [1] | FOREACH (x67 IN [1] | FOREACH (x68 IN [1] | FOREACH (x69 IN [1] | FOREACH (x70 IN [1] | FOREACH (x71 IN [1] | FOREACH (x72 IN [1] | FOREACH (x73 IN [1] | FOREACH (x74 IN [1] | FOREACH (x75 IN [1] | FOREACH (x76 IN [1] | FOREACH (x77 IN [1] | FOREACH (x78 IN [1] | FOREACH (x79 IN [1] | FOREACH (x80 IN [1] | FOREACH (x81 IN [1] | FOREACH (x82 IN [1] | FOREACH (x83 IN [1] | FOREACH (x84 IN [1] | FOREACH (x85 IN [1] | FOREACH (x86 IN [1] | FOREACH (x87 IN [1] | FOREACH (x88 IN [1] | FOREACH (x89 IN [1] | FOREACH (x90 IN [1] | FOREACH (x91 IN [1] | FOREACH (x92 IN [1] | FOREACH (x93 IN [1] | FOREACH (x94 IN [1] | FOREACH (x95 IN [1] | FOREACH (x96 IN [1] | FOREACH (x97 IN [1] | FOREACH (x98 IN [1] | FOREACH (x99 IN [1] | CREATE (:Q)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
// = []
