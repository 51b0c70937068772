// Searches of a vector index: what is stored as a list is found as well, and a stored vector is a list of floats.
CREATE (a:E {n: 'a', emb: [1.0, 0.0, 0.0]}), (b:E {n: 'b', emb: [0.9, 0.1, 0.0]}), (c:E {n: 'c', emb: [0.0, 0.0, 1.0]}), (d:E {n: 'd', emb: [1, 1, 0]});
CREATE VECTOR INDEX vi FOR (n:E) ON (n.emb) OPTIONS {indexConfig: {`vector.dimensions`: 3, `vector.similarity_function`: 'cosine'}};
CREATE (:E {n: 'e', emb: [1.0, 2.0]}), (:E {n: 'f', emb: 'x'}), (:E {n: 'g'}), (:F {n: 'h', emb: [1.0, 0.0, 0.0]}), (:E {n: 'i', emb: ['a', 'b', 'c']}), (:E {n: 'j', emb: [0.0, 0.0, 0.0]}), (:E:F {n: 'k', emb: [-1.0, -0.5, 0.0]});

// lists that were there before the index, and after it
CALL db.index.vector.queryNodes('vi', 20, [1.0, 0.0, 0.0]) YIELD node RETURN node.n AS x
// = [["a"], ["b"], ["d"], ["c"], ["k"]]

// the best of lists and vectors
MATCH (n:E {n: 'c'}) CALL db.create.setNodeVectorProperty(n, 'emb', [0.9, 0.25, 0.5]);
CALL db.index.vector.queryNodes('vi', 3, [1, 0, 0]) YIELD node, score WITH node, score ORDER BY score DESC RETURN collect(node.n) AS x
// = [[["a", "b", "c"]]]

// for each row
MATCH (a:E) WHERE a.n IN ['a', 'b'] CALL db.index.vector.queryNodes('vi', 2, a.emb) YIELD node, score WHERE node <> a RETURN a.n AS a, node.n AS x
// = [["a", "b"], ["b", "a"]]

// with a number that differs from row to row
UNWIND [1, 3] AS k CALL db.index.vector.queryNodes('vi', k, [1.0, 0.0, 0.0]) YIELD node RETURN k, collect(node.n) AS x
// = [[1, ["a"]], [3, ["a", "b", "d"]]]

// only of the label
MATCH (n:E {n: 'a'}) REMOVE n:E;
MATCH (n:F {n: 'h'}) SET n:E;
CALL db.index.vector.queryNodes('vi', 1, [1.0, 0.0, 0.0]) YIELD node RETURN node.n AS x
// = [["h"]]

// what was found is a node
CALL db.index.vector.queryNodes('vi', 1, [1.0, 0.0, 0.0]) YIELD node AS m MATCH (m)<-[:T*0..1]-(o) RETURN o.n AS x, m.emb AS e, size(m.emb) AS s
// = [["a", [1.0, 0.0, 0.0], 3]]

// the size of a vector
MATCH (n:E {n: 'c'}) CALL db.create.setNodeVectorProperty(n, 'emb', [0.9, 0.25, 0.5]);
MATCH (n:E {n: 'c'}) RETURN size(n.emb) AS s, n.emb[1] AS i, n.emb[1..] AS t, head(n.emb) AS h, valueType(n.emb) AS v
// = [[3, 0.25, [0.25, 0.5], 0.8999999761581421, "LIST<FLOAT NOT NULL> NOT NULL"]]

// items of a vector
MATCH (n:E {n: 'c'}) CALL db.create.setNodeVectorProperty(n, 'emb', [0.9, 0.25, 0.5]);
MATCH (n:E {n: 'c'}) WHERE 0.25 IN n.emb AND any(x IN n.emb WHERE x > 0.8) RETURN [x IN n.emb | x * 2] AS l, n.emb + [1.0] AS m
// = [[[1.7999999523162842, 0.5, 1.0], [0.8999999761581421, 0.25, 0.5, 1.0]]]

// a vector is unwound and compared
MATCH (n:E {n: 'c'}) CALL db.create.setNodeVectorProperty(n, 'emb', [0.9, 0.25, 0.5]);
MATCH (n:E {n: 'c'}) UNWIND n.emb[1..] + n.emb AS x WITH n, x WHERE x < 0.8 RETURN x, n.emb = [0.8999999761581421, 0.25, 0.5] AS same
// = [[0.25, true], [0.5, true], [0.25, true], [0.5, true]]

// UNWIND of a vector
MATCH (n:E {n: 'c'}) CALL db.create.setNodeVectorProperty(n, 'emb', [0.9, 0.25, 0.5]);
MATCH (n:E {n: 'c'}) UNWIND n.emb AS x RETURN x
// = [[0.8999999761581421], [0.25], [0.5]]

// a vector that is yielded
MATCH (n:E {n: 'a'}) CALL db.create.setVectorProperty(n, 'emb', [1.0, 0.0, 0.5]) YIELD node RETURN node.emb AS e
// = [[[1.0, 0.0, 0.5]]]

// relationships
MATCH (a:E {n: 'a'}), (b:E {n: 'b'}) CREATE (a)-[:R {x: 1, v: [1.0, 2.0]}]->(b), (b)-[:R {x: 2, v: [1.0, 0.0]}]->(a);
CREATE VECTOR INDEX vr FOR ()-[r:R]-() ON (r.v) OPTIONS {indexConfig: {`vector.dimensions`: 2, `vector.similarity_function`: 'euclidean'}};
CALL db.index.vector.queryRelationships('vr', 5, [1.0, 1.5]) YIELD relationship, score RETURN relationship.x AS x, type(relationship) AS t
// = [[1, "R"], [2, "R"]]

// similarities have the digits of 32 bits
RETURN vector.similarity.euclidean([1.0, 0.0, 0.0], [0.0, 0.0, 1.0]) AS e, vector.similarity.cosine([0.9, 0.1, 0.0], [1.0, 0.0, 0.0]) AS c
// = [[0.3333333432674408, 0.996941864490509]]
