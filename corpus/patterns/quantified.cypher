// Quantified paths.
CREATE (a:N {i:1}), (b:N {i:2}), (c:N {i:3}), (d:N {i:4}), (e:N {i:5}), (f:N {i:6}), (a)-[:NEXT {w:1}]->(b), (b)-[:NEXT {w:2}]->(c), (c)-[:NEXT {w:3}]->(d), (d)-[:NEXT {w:4}]->(e), (a)-[:JUMP {w:5}]->(d), (b)-[:JUMP {w:6}]->(e), (c)-[:NEXT {w:9}]->(a), (c)-[:LOOP {w:7}]->(c);

MATCH (a:N {i:1})((x)-[:NEXT]->(y)){1,3}(b) RETURN b.i AS x, [q IN x | q.i] AS l, [q IN y | q.i] AS m
// = [[2, [1], [2]], [3, [1, 2], [2, 3]], [4, [1, 2, 3], [2, 3, 4]], [1, [1, 2, 3], [2, 3, 1]]]

MATCH (a:N {i:1})((x)-[r:NEXT]->(y) WHERE r.w < 3){1,3}(b) RETURN b.i AS x
// = [[2], [3]]

MATCH p = (a:N {i:1})-[:NEXT]->{2}(b) RETURN b.i AS x, length(p)
// = [[3, 2]]

MATCH (a:N {i:1})((x)-[r:NEXT]->(y)-[s:NEXT|JUMP]->(z)){1,2}(b) RETURN b.i AS i, [q IN r | q.w] AS r, [q IN s | q.w] AS s, [q IN y | q.i] AS y, [q IN z | q.i] AS z
// = [[3, [1], [2], [2], [3]], [5, [1], [6], [2], [5]], [5, [1, 3], [2, 4], [2, 4], [3, 5]], [4, [1, 9], [2, 5], [2, 1], [3, 4]]]

MATCH ((x:N)-[r:NEXT]->(y:N {i: 3})) RETURN x.i, y.i
// = [[2, 3]]

MATCH ((x:N)-[r:NEXT]->(y:N)){2} RETURN [q IN x | q.i] AS x, [q IN y | q.i] AS y
// = [[[1, 2], [2, 3]], [[2, 3], [3, 4]], [[2, 3], [3, 1]], [[3, 1], [1, 2]], [[3, 4], [4, 5]]]

MATCH (a)((x:N)-[r:NEXT]->(y:N WHERE y.i < 4)){2}(b) RETURN a.i, b.i, [q IN x | q.i] AS x, [q IN y | q.i] AS y
// = [[2, 1, [2, 3], [3, 1]], [3, 2, [3, 1], [1, 2]], [1, 3, [1, 2], [2, 3]]]

MATCH (a:N {i:1})(()-[r]-()){1,2}(b) RETURN b.i AS i, [q IN r | q.w] AS r
// = [[3, [9]], [2, [9, 2]], [3, [9, 7]], [4, [9, 3]], [2, [1]], [5, [1, 6]], [3, [1, 2]], [4, [5]], [5, [5, 4]], [3, [5, 3]]]

MATCH (a:N {i:1})-[r:NEXT WHERE r.w <> 2]->{1,3}(b) RETURN b.i AS i, [q IN r | q.w] AS r
// = [[2, [1]]]

MATCH (a:N {i:1})(()-[r:NEXT]->()){1,}()-[:JUMP]->(b) RETURN b.i AS i, [q IN r | q.w] AS r
// = [[5, [1]], [4, [1, 2, 9]]]

MATCH (a:N {i:5})(()<-[r:NEXT]-(m)){1,}(b) RETURN b.i AS i, [q IN r | q.w] AS r, [q IN m | q.i] AS m
// = [[4, [4], [4]], [3, [4, 3], [4, 3]], [2, [4, 3, 2], [4, 3, 2]], [1, [4, 3, 2, 1], [4, 3, 2, 1]], [3, [4, 3, 2, 1, 9], [4, 3, 2, 1, 3]]]

MATCH (a:N {i:1})-[r:!JUMP]->{0,2}(b:N) RETURN b.i AS i, [q IN r | q.w] AS r
// = [[1, []], [2, [1]], [3, [1, 2]]]

MATCH (a:N {i:1}) OPTIONAL MATCH (a)((x)-[r:JUMP]->(y)){2}(b) RETURN a.i, x, y, b
// = [[1, null, null, null]]

MATCH (a:N {i:1}) OPTIONAL MATCH (a)((x)-[r:JUMP]->(y)){2,4}(b) RETURN a.i, x, y, b
// = [[1, null, null, null]]

MATCH (a:N {i:1})((x)-[r:NEXT]->(y)){0,2}((u)-[s:JUMP]->(v)){0,1}(b) RETURN b.i AS i, [q IN x | q.i] AS x, [q IN u | q.i] AS u
// = [[1, [], []], [4, [], [1]], [2, [1], []], [5, [1], [2]], [3, [1, 2], []]]

MATCH (a:N {i:1})-->{1,2}(b)-->{1,2}(c) RETURN count(*)
// = [[13]]

MATCH (a:N {i:1})((x)-[r]-(y)){1,2}(b) RETURN b.i AS i, [q IN x | q.i] AS x, [q IN r | q.w] AS r, [q IN y | q.i] AS y
// = [[2, [1], [1], [2]], [3, [1], [9], [3]], [4, [1], [5], [4]], [5, [1, 4], [5, 4], [4, 5]], [3, [1, 4], [5, 3], [4, 3]], [4, [1, 3], [9, 3], [3, 4]], [3, [1, 3], [9, 7], [3, 3]], [2, [1, 3], [9, 2], [3, 2]], [3, [1, 2], [1, 2], [2, 3]], [5, [1, 2], [1, 6], [2, 5]]]

MATCH (a:N {i:5})((x)-[r]-(y WHERE y.i > 2)){0,2}(b) RETURN b.i AS i, [q IN r | q.w] AS r
// = [[5, []], [4, [4]], [3, [4, 3]]]

MATCH (a:N {i:1})((x)-[:NEXT]->(y)<-[:NEXT|JUMP]-(z)){1,2}(b) RETURN [q IN x | q.i] AS x, [q IN y | q.i] AS y, [q IN z | q.i] AS z
// = []

MATCH p = (a:N {i:1})((x)-[r:NEXT]-(y)){1,2}(b)-[:JUMP]->(c) RETURN [n IN nodes(p) | n.i] AS n, [q IN x | q.i] AS x
// = [[[1, 2, 5], [1]], [[1, 3, 2, 5], [1, 3]]]

OPTIONAL MATCH (a:N {i:1})((x)-[r:LOOP]->()-->(y)){1,2}(b) RETURN a, x, r, y
// = [[null, null, null, null]]

MATCH (a:N) OPTIONAL MATCH (a)((x)-[r:JUMP]-(y)){1,2}(b) WHERE r[0].w = 5 RETURN a.i, b.i, [q IN y | q.i] AS y
// = [[1, 4, [4]], [2, null, null], [3, null, null], [4, 1, [1]], [5, null, null], [6, null, null]]
