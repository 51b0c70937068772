// Subqueries that FalkorDB 4.22.1 answers wrongly, refuses, or has died of in earlier versions. A block is a sentence on
// what was wrong, the statements that make the data, each ending with a semicolon, the query, and Neo4j 5.26's rows.

// MERGE in a subquery runs for the first row only (FalkorDB issue 1846).
CREATE (j:Person {name: 'John'}), (a:Person {name: 'Anna'}), (g:Country {name: 'Germany'}), (j)-[:KNOWS]->(a), (j)-[:VISITED]->(g);
MATCH (:Person {name: 'John'})--(m) CALL { WITH m MERGE (m)-[:LOCATED_IN]->(:City {name: 'Paris'}) RETURN m.name AS connected_name } RETURN connected_name
// = [["Anna"], ["Germany"]]

// A subquery without an import does not see what was written before it (FalkorDB issue 2148).
MERGE (:Other);
CREATE (:A:B {id: 1}) WITH 1 AS keep CALL { MATCH (n:A:B {id: 1}) RETURN n.id AS id } RETURN count(id) AS c
// = [[1]]

// A WITH at the beginning is taken for an import (FalkorDB issue 602).
MERGE (:Other);
CALL { WITH 0 AS n1 ORDER BY 0 RETURN 0 AS n0 } RETURN n0
// = [[0]]

// The server died: RETURN DISTINCT in a subquery (FalkorDB issue 1322).
CREATE (:A), (:B);
OPTIONAL MATCH (n0) WITH * CALL { WITH n0 RETURN DISTINCT n0 AS n1 } MATCH (n0), (n1) RETURN count(*) AS c
// = [[2]]

// The server died: DISTINCT, SKIP, LIMIT and WHERE in a subquery (FalkorDB issue 1321).
CREATE (:A), (:B);
CALL { MATCH (n0) WITH * WHERE (NOT ((NOT (true)) OR false)) RETURN DISTINCT n0 AS n1 SKIP 0 LIMIT 34 } RETURN count(*) AS c
// = [[2]]

// The server died: a loop in a UNION in a subquery (FalkorDB issue 605).
CREATE (:N {v: 1});
MATCH (n) CALL { FOREACH (n2 IN [] | CREATE ()) RETURN 0 AS n3 UNION RETURN 0 AS n3 } RETURN 0 AS x
// = [[0]]

// The server died: a comment before collect() in a subquery (FalkorDB issue 931).
CREATE (:A {x: 1})-[:R]->(:B {x: 2});
MATCH (a:A) CALL { /* first */ WITH a MATCH (a)-->(b) RETURN collect(b.x) AS l } RETURN l
// = [[[2]]]

// A subquery that writes lets rows through that a later WHERE excludes (FalkorDB issue 998).
CREATE (:A);
CALL { MATCH (a:A) SET a.x = 1 } MATCH (b) WHERE false RETURN 0 AS x
// = []

// A pattern as a value is always true (FalkorDB issue 2171).
CREATE (:U {id: 1}), (:U {id: 2});
MATCH (n:U) RETURN n.id AS id, exists((n)-[:E]->(:U)) AS e
// = [[1, false], [2, false]]

// The second comprehension with the same name is empty (FalkorDB issue 2002).
CREATE (a:P {name: 'Alice'})-[:KNOWS]->(b:P {name: 'Bob'})-[:KNOWS]->(:P {name: 'Cy'});
MATCH (a:P {name: 'Alice'}), (b:P {name: 'Bob'}) RETURN [(a)-[:KNOWS]->(t) | t.name] AS x, [(b)-[:KNOWS]->(t) | t.name] AS y
// = [[["Bob"], ["Cy"]]]

// A comprehension in a comprehension forgets the outer variable (FalkorDB issues 2006 and 1888).
CREATE (a:P {name: 'Alice'})-[:KNOWS]->(b:P {name: 'Bob'})-[:KNOWS]->(:P {name: 'Cy'});
MATCH (a:P {name: 'Alice'}), (b:P {name: 'Bob'}) RETURN [n IN [a, b] | [(n)-[:KNOWS]->(t) | t.name]] AS x
// = [[[["Bob"], ["Cy"]]]]

// A comprehension in the list of a FOREACH fails (FalkorDB issue 2176).
CREATE (:A)-[:R]->(:B);
MATCH (a:A) FOREACH (i IN CASE WHEN size([(a)-[:R]->(b:B) | b]) > 0 THEN [1] ELSE [] END | SET a.multi = true) RETURN a.multi AS m
// = [[true]]

// A comprehension in WHERE fails (FalkorDB issue 2028).
CREATE (:P {name: 'Alice'})-[:FRIEND {tags: ['friend']}]->(:P {name: 'Bob'});
MATCH (n:P {name: 'Alice'}), (m:P {name: 'Bob'}) WHERE any(rel IN [(n)-[r:FRIEND]->(m) | r] WHERE 'friend' IN rel.tags) RETURN m.name AS x
// = [["Bob"]]

// A pattern as a condition behind an aggregation fails.
CREATE (:A)-[:R]->(:B {x: 1});
MATCH (a:A)-->(b) WITH b, count(*) AS c WHERE NOT (b)-->() AND c > 0 RETURN b.x AS x
// = [[1]]

// A variable inside a subquery with the name of one outside: no rows.
CREATE (a:A {x: 1})-[:R]->(:B {x: 2}), (a)-[:S]->(:C {x: 3});
MATCH (a:A) CALL (a) { MATCH (a)-[r:R]->(m) RETURN count(r) AS k } MATCH (a)-[r:S]->(m) RETURN k, m.x AS x
// = [[1, 3]]
