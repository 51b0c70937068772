// Relationships of fixed and of variable length.
CREATE (a:N {i:1}), (b:N {i:2}), (c:N {i:3}), (d:N {i:4}), (e:N {i:5}), (f:N {i:6}), (a)-[:NEXT {w:1}]->(b), (b)-[:NEXT {w:2}]->(c), (c)-[:NEXT {w:3}]->(d), (d)-[:NEXT {w:4}]->(e), (a)-[:JUMP {w:5}]->(d), (b)-[:JUMP {w:6}]->(e), (c)-[:NEXT {w:9}]->(a), (c)-[:LOOP {w:7}]->(c);

MATCH (a:N)-[r:NEXT]->(b) WHERE r.w > 2 WITH a, r MATCH (x)-[r]->(y) RETURN x.i, y.i
// = [[3, 4], [3, 1], [4, 5]]

MATCH p = (a:N {i:1})-[:NEXT*0..2]->(b)-[r:JUMP]->(c) RETURN [x IN nodes(p) | x.i], r.w
// = [[[1, 4], 5], [[1, 2, 5], 6]]

MATCH p = (a:N {i:1})-[rs:NEXT*1..2]->(b)-[r:JUMP]->(c) RETURN [x IN rs | x.w], [x IN nodes(p) | x.i], r.w
// = [[[1], [1, 2, 5], 6]]

MATCH p = (a:N {i:1})-[r1:NEXT]->(x)-[rs*1..2]-(b) RETURN [x IN rs | x.w], [x IN nodes(p) | x.i]
// = [[[2], [1, 2, 3]], [[2, 7], [1, 2, 3, 3]], [[2, 9], [1, 2, 3, 1]], [[2, 3], [1, 2, 3, 4]], [[6], [1, 2, 5]], [[6, 4], [1, 2, 5, 4]]]

MATCH (a:N {i:1})-[rs*1..3]->(b) WHERE last(rs).w = 4 RETURN b.i, [x IN rs | x.w]
// = [[5, [5, 4]]]

MATCH (a:N {i:1})-[rs*1..2]-(b) WHERE head(rs).w > 4 RETURN b.i, [x IN rs | x.w]
// = [[3, [9]], [2, [9, 2]], [3, [9, 7]], [4, [9, 3]], [4, [5]], [3, [5, 3]], [5, [5, 4]]]

MATCH (a:N) WHERE a.i < 3 OPTIONAL MATCH (a)-[rs:JUMP*1..2]->(b) RETURN a.i, [x IN rs | x.w], b.i
// = [[1, [5], 4], [2, [6], 5]]

MATCH (a:N) WHERE a.i < 3 OPTIONAL MATCH p = (a)-[rs:JUMP*1..2]-(b) WHERE size(rs) = 1 RETURN a.i, length(p), b.i
// = [[1, 1, 4], [2, 1, 5]]

UNWIND [1, 1, 2] AS i MATCH (a:N {i: i})-[rs*1..2]-(b) RETURN i, count(*)
// = [[1, 20], [2, 9]]

MATCH (a:N {i:3})-[*1..2]-(b) RETURN count(DISTINCT b), count(*)
// = [[5, 13]]

MATCH (a:N {i:1}) CALL { WITH a MATCH (a)-[*1..2]-(b) RETURN count(b) AS c } RETURN c
// = [[10]]

MATCH (a:N) RETURN a.i, COUNT { (a)-[*1..2]-() } AS c
// = [[1, 10], [2, 9], [3, 13], [4, 9], [5, 6], [6, 0]]

MATCH (a:N) WHERE EXISTS { (a)-[rs:NEXT*2]->(b) WHERE rs[1].w > 3 } RETURN a.i
// = [[2], [3]]

MATCH p = (a:N {i:1})-[:NEXT*1..2]->(b) UNWIND nodes(p) AS n RETURN n.i, count(*)
// = [[1, 2], [2, 2], [3, 1]]

MATCH p = (a:N {i:3})-[*1..3]->(a) RETURN p
// = [[{"$path": [{"$node": {"labels": ["N"], "props": {"i": 3}}}, [">", {"$rel": {"type": "LOOP", "props": {"w": 7}}}], {"$node": {"labels": ["N"], "props": {"i": 3}}}]}], [{"$path": [{"$node": {"labels": ["N"], "props": {"i": 3}}}, [">", {"$rel": {"type": "NEXT", "props": {"w": 9}}}], {"$node": {"labels": ["N"], "props": {"i": 1}}}, [">", {"$rel": {"type": "NEXT", "props": {"w": 1}}}], {"$node": {"labels": ["N"], "props": {"i": 2}}}, [">", {"$rel": {"type": "NEXT", "props": {"w": 2}}}], {"$node": {"labels": ["N"], "props": {"i": 3}}}]}]]

MATCH p = (a:N {i:1})-->(b)<--(c) WHERE length(p) = 2 RETURN [x IN nodes(p) | x.i]
// = [[[1, 4, 3]]]

MATCH (a:N {i:1}), p = (a)-[*2]->(c) RETURN length(p), c.i
// = [[2, 3], [2, 5], [2, 5]]

MATCH (a:N)-[:NEXT*2..1]->(b) RETURN count(*)
// = [[0]]

MATCH (a:N {i:1})-[rs*0]->(b) RETURN b.i, rs
// = [[1, []]]

MATCH (a:N {i:1})-[rs*0..0]-(b:N) RETURN b.i, size(rs)
// = [[1, 0]]

MATCH (a:N {i:1}) OPTIONAL MATCH (a)-[r*1..2]->(b) WHERE r[0].w = 5 RETURN b.i, [x IN r | x.w] AS r
// = [[4, [5]], [5, [5, 4]]]

MATCH (a:N {i:1}) OPTIONAL MATCH p = (a)-[*1..2]-(b) WHERE nodes(p)[1].i = 7 RETURN b, p
// = [[null, null]]

MATCH (a:N {i:1})-[r:NEXT*1..2]->(b) MATCH (c)-[r*]-(d) RETURN c.i, d.i, size(r)
// = [[1, 2, 1], [2, 1, 1], [1, 3, 2]]

MATCH (a:N)-[r*1..2 {w: a.i}]->(b) RETURN a.i, b.i, size(r)
// = [[1, 2, 1], [2, 3, 1], [3, 4, 1], [4, 5, 1]]

MATCH (a:N {i: b.i}), (b:N {i: 2}) RETURN a.i
// = [[2]]

MATCH p = (a:N {i:1})-[:NEXT*1..2]->(b) RETURN b.i ORDER BY length(p) DESC
// = [[3], [2]]

MATCH p = (a:N {i:1})-[:NEXT*1..3]->(b) RETURN b.i, [x IN reduce(s = [], n IN nodes(p) | CASE WHEN n IN s THEN s ELSE s + n END) | x.i] AS x, [y IN [b] + a | y.i] AS y
// = [[2, [1, 2], [2, 1]], [3, [1, 2, 3], [3, 1]], [4, [1, 2, 3, 4], [4, 1]], [1, [1, 2, 3], [1, 1]]]
