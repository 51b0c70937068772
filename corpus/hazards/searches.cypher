// A statement that searches an index and changes what is indexed kills FalkorDB 4.22.1.
CREATE FULLTEXT INDEX ft FOR (n:D) ON EACH [n.x];
CREATE FULLTEXT INDEX fr FOR ()-[r:R]-() ON EACH [r.x];
CREATE VECTOR INDEX vi FOR (n:D) ON (n.v) OPTIONS {indexConfig: {`vector.dimensions`: 2}};
CREATE (a:D {x: 'hello world', v: [1.0, 0.0]}), (b:D {x: 'goodbye world', v: [1.0, 0.5]}), (a)-[:R {x: 'hello'}]->(b);

// a node
CALL db.index.fulltext.queryNodes('ft', 'hello') YIELD node SET node.z = 1 RETURN node.x AS x, node.z AS z
// = [["hello world", 1]]

// with its score
CALL db.index.fulltext.queryNodes('ft', 'world') YIELD node AS n, score AS s WHERE s > 0 SET n.x = 'other' RETURN n.x AS x
// = [["other"], ["other"]]

// deleted
CALL db.index.fulltext.queryNodes('ft', 'hello') YIELD node DETACH DELETE node RETURN count(*) AS c
// = [[1]]

// for each row
MATCH (n:D) CALL db.index.vector.queryNodes('vi', 2, n.v) YIELD node, score WHERE node <> n MERGE (n)-[s:NEAR]->(node) RETURN n.x AS x, node.x AS y, type(s) AS t
// = [["hello world", "goodbye world", "NEAR"], ["goodbye world", "hello world", "NEAR"]]

// in a subquery
CALL { CALL db.index.vector.queryNodes('vi', 1, [1.0, 0.0]) YIELD node RETURN node } SET node.v = [0.0, 1.0] RETURN node.v AS v
// = [[[0.0, 1.0]]]

// a relationship, and a row without a node
OPTIONAL MATCH (a:Nobody) CALL db.index.fulltext.queryRelationships('fr', 'hello') YIELD relationship AS r SET r.k = 1 RETURN r.k AS k, a
// = [[1, null]]

// after a change of data
CREATE (:D {x: 'new'}) WITH 1 AS one CALL db.index.fulltext.queryNodes('ft', 'new') YIELD node RETURN node
