RETURN x
=>
UndefinedVariable
----
MATCH (n) WITH n.a AS a RETURN n
=>
UndefinedVariable
----
MATCH (n) WITH n AS m RETURN m, n
=>
UndefinedVariable
----
MATCH (n) RETURN m.name
=>
UndefinedVariable
----
MATCH (n) WHERE m.x = 1 RETURN n
=>
UndefinedVariable
----
MATCH (n) WITH DISTINCT n.a AS a ORDER BY n.b RETURN a
=>
UndefinedVariable
----
MATCH (n) WITH count(n) AS c ORDER BY n.b RETURN c
=>
UndefinedVariable
----
MATCH (n) RETURN [x IN [1] | x] + x
=>
UndefinedVariable
----
RETURN [x IN [1] WHERE y > 1 | x]
=>
UndefinedVariable
----
RETURN all(x IN [1] WHERE x = y)
=>
UndefinedVariable
----
RETURN reduce(s = 0, x IN [1] | s + x) + s
=>
UndefinedVariable
----
RETURN reduce(s = s, x IN [1] | x)
=>
UndefinedVariable
----
RETURN reduce(s = 0, x IN x | s)
=>
UndefinedVariable
----
MATCH (n) RETURN [(n)-->(m) | m.x], m
=>
UndefinedVariable
----
MATCH (n) RETURN [(n)-->(m) WHERE m.x = k | m.x]
=>
UndefinedVariable
----
MATCH (n) WHERE (n)-->(m) RETURN n
=>
UndefinedVariable
----
MATCH (n) WHERE (n)-[r]->() RETURN n
=>
UndefinedVariable
----
MATCH (n) WHERE EXISTS { (n)-->(m) } RETURN m
=>
UndefinedVariable
----
MATCH (n) CALL { RETURN n.x AS y } RETURN y
=>
UndefinedVariable
----
MATCH (n) CALL { WITH n RETURN n.x AS n } RETURN n
=>
VariableAlreadyBound
----
MATCH (n) CALL { WITH m RETURN 1 AS y } RETURN y
=>
UndefinedVariable
----
MATCH (n) CALL { WITH n.x AS x RETURN x AS y } RETURN y
=>
UndefinedVariable
----
MATCH (n) CALL (m) { RETURN 1 AS y } RETURN y
=>
UndefinedVariable
----
MATCH (n) CALL (n) { RETURN n.x } RETURN n
=>
NoExpressionAlias
----
MATCH (n) CALL () { RETURN n AS m } RETURN m
=>
UndefinedVariable
----
MATCH (n) CALL (n) { MATCH (n)-->(m) RETURN m AS n } RETURN n
=>
VariableAlreadyBound
----
CALL { RETURN 1 AS x UNION RETURN 2 AS y } RETURN x
=>
DifferentColumnsInUnion
----
CALL { CREATE (n) } RETURN n
=>
UndefinedVariable
----
FOREACH (x IN [1] | CREATE (:A {v: x})) RETURN x
=>
UndefinedVariable
----
FOREACH (x IN [1] | CREATE (n)) RETURN n
=>
UndefinedVariable
----
UNWIND [1] AS x UNWIND [2] AS x RETURN x
=>
VariableAlreadyBound
----
MATCH (n) UNWIND [1] AS n RETURN n
=>
VariableAlreadyBound
----
UNWIND x AS x RETURN x
=>
UndefinedVariable
----
MATCH (n)-[n]->() RETURN n
=>
VariableTypeConflict
----
MATCH p = (p)-->() RETURN p
=>
VariableAlreadyBound
----
MATCH p = (a), p = (b) RETURN p
=>
VariableAlreadyBound
----
MATCH ()-[r]->() MATCH (r) RETURN r
=>
VariableTypeConflict
----
WITH 1 AS n MATCH (n) RETURN n
=>
VariableTypeConflict
----
WITH [1] AS r MATCH ()-[r]->() RETURN r
=>
VariableTypeConflict
----
MATCH (a) CREATE (a)
=>
VariableAlreadyBound
----
MATCH (a) CREATE (a:A)
=>
VariableAlreadyBound
----
MATCH (a) CREATE (a {x: 1})
=>
VariableAlreadyBound
----
MATCH (a) CREATE (a:A)-[:X]->(b)
=>
VariableAlreadyBound
----
MATCH ()-[r]->() CREATE ()-[r:X]->()
=>
VariableAlreadyBound
----
MATCH ()-[r]->() MERGE ()-[r:X]->()
=>
VariableAlreadyBound
----
CREATE (a), (a)
=>
VariableAlreadyBound
----
CREATE (a)-[r:X]->()-[r:X]->()
=>
VariableAlreadyBound
----
MERGE (a) ON CREATE SET b.x = 1
=>
UndefinedVariable
----
MATCH (a) SET b.x = 1
=>
UndefinedVariable
----
MATCH (a) DELETE b
=>
UndefinedVariable
----
MATCH (a) REMOVE b.x
=>
UndefinedVariable
----
RETURN *
=>
NoVariablesInScope
----
MATCH () RETURN *
=>
NoVariablesInScope
----
MATCH (a) RETURN a, a
=>
ColumnNameConflict
----
MATCH (a) RETURN a.x, a.x
=>
ColumnNameConflict
----
MATCH (a) WITH a.x RETURN 1
=>
NoExpressionAlias
----
MATCH (a) WITH a, a RETURN a
=>
ColumnNameConflict
----
MATCH (n) RETURN n.x AS y UNION RETURN n.y AS y
=>
UndefinedVariable
----
RETURN 1 UNION RETURN 2
=>
DifferentColumnsInUnion
----
RETURN 1 AS a, 2 AS b UNION RETURN 1 AS a
=>
DifferentColumnsInUnion
----
CALL db.labels() YIELD label RETURN lab
=>
UndefinedVariable
----
CALL db.labels() YIELD nothing RETURN 1
=>
UndefinedVariable
----
WITH 1 AS label CALL db.labels() YIELD label RETURN label
=>
VariableAlreadyBound
----
CALL db.labels() YIELD label AS l, label AS l RETURN l
=>
VariableAlreadyBound
----
LOAD CSV FROM 'f' AS line RETURN row
=>
UndefinedVariable
----
MATCH (n) WITH n ORDER BY m.x RETURN n
=>
UndefinedVariable
----
MATCH (n) RETURN n {.x, m}
=>
UndefinedVariable
----
MATCH (n) RETURN m {.x}
=>
UndefinedVariable
----
RETURN collect(1) + x
=>
UndefinedVariable
----
MATCH (n) RETURN count(*) ORDER BY n.x
=>
UndefinedVariable
----
MATCH (n) RETURN n.x AS x, count(*) AS c ORDER BY n.y
=>
UndefinedVariable
----
WITH 1 AS x, x + 1 AS y RETURN y
=>
UndefinedVariable
----
MATCH (n) RETURN DISTINCT n.x ORDER BY n.y
=>
UndefinedVariable
----
MATCH (a) MATCH (a)-[a]->() RETURN 1
=>
VariableTypeConflict
----
MATCH p = (a) MATCH (p)-->() RETURN 1
=>
VariableTypeConflict
----
MATCH (a), p = (a)-->(p) RETURN 1
=>
VariableAlreadyBound
----
WITH 1 AS a, 2 AS a RETURN a
=>
ColumnNameConflict
----
RETURN 1 AS a UNION RETURN 2 AS b
=>
DifferentColumnsInUnion
----
MATCH (n) CALL (n) { WITH n.name AS n RETURN 1 AS x } RETURN x
=>
VariableAlreadyBound
----
MATCH (n) CALL (*) { UNWIND [1] AS m WITH m AS n RETURN 1 AS x } RETURN x
=>
VariableAlreadyBound
----
MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WITH m AS n RETURN n } RETURN n
=>
VariableAlreadyBound
----
MATCH (n) RETURN COLLECT { MATCH (n)-->(m) RETURN m.name AS n } AS c
=>
VariableAlreadyBound
