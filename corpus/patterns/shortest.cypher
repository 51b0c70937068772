// Shortest paths and path selectors.
CREATE (a:N {i:1}), (b:N {i:2}), (c:N {i:3}), (d:N {i:4}), (e:N {i:5}), (f:N {i:6}), (a)-[:NEXT {w:1}]->(b), (b)-[:NEXT {w:2}]->(c), (c)-[:NEXT {w:3}]->(d), (d)-[:NEXT {w:4}]->(e), (a)-[:JUMP {w:5}]->(d), (b)-[:JUMP {w:6}]->(e), (c)-[:NEXT {w:9}]->(a), (c)-[:LOOP {w:7}]->(c);

MATCH p=shortestPath((a:N {i:1})-[*]->(b:N {i:5})) RETURN length(p) AS l
// = [[2]]

MATCH (a:N {i:1}),(b:N {i:5}), p=shortestPath((a)-[*]->(b)) RETURN length(p) AS l
// = [[2]]

MATCH (a:N {i:1}),(b:N {i:5}) MATCH p=shortestPath((a)-[:NEXT*]->(b)) RETURN length(p) AS l
// = [[4]]

MATCH (a:N {i:1}),(b:N {i:5}) MATCH p=shortestPath((a)-[*..1]->(b)) RETURN length(p) AS l
// = []

MATCH (a:N {i:1}),(b:N {i:6}) OPTIONAL MATCH p=shortestPath((a)-[*]->(b)) RETURN length(p) AS l
// = [[null]]

MATCH (a:N {i:1}),(b:N {i:5}) MATCH p=shortestPath((a)-[*]->(b)) WHERE all(r IN relationships(p) WHERE r.w < 5) RETURN length(p) AS l
// = [[4]]

MATCH p=allShortestPaths((a:N {i:1})-[*]->(b:N {i:5})) RETURN [n IN nodes(p) | n.i] AS x
// = [[[1, 4, 5]], [[1, 2, 5]]]

MATCH p=allShortestPaths((a:N {i:1})-[r*]->(b:N {i:5})) RETURN [n IN r | n.w] AS x
// = [[[5, 4]], [[1, 6]]]

MATCH p = SHORTEST 1 (a:N {i:1})-[:NEXT|JUMP]->+(b:N {i:5}) RETURN length(p) AS l
// = [[2]]

MATCH p = ALL SHORTEST (a:N {i:1})-[:NEXT|JUMP]->+(b:N) RETURN length(p) AS l, b.i
// = [[1, 2], [1, 4], [2, 3], [2, 5], [2, 5], [3, 1]]

MATCH p = SHORTEST 2 GROUPS (a:N {i:1})-[:NEXT|JUMP]->+(b:N {i:5}) RETURN length(p) AS l, [x IN relationships(p) | x.w]
// = [[2, [1, 6]], [2, [5, 4]], [4, [1, 2, 3, 4]]]

MATCH p = SHORTEST 3 (a:N {i:1})-[:NEXT|JUMP]->+(b:N {i:5}) RETURN length(p) AS l
// = [[2], [2], [4]]

MATCH p = ANY (a:N {i:1})-[:NEXT]->+(b:N {i:5}) RETURN length(p) AS l
// = [[4]]

MATCH p = ANY SHORTEST (a:N)-[:NEXT]->+(b:N) RETURN a.i, b.i, length(p) AS l
// = [[1, 2, 1], [1, 3, 2], [1, 1, 3], [1, 4, 3], [1, 5, 4], [2, 3, 1], [2, 1, 2], [2, 4, 2], [2, 5, 3], [2, 2, 3], [3, 1, 1], [3, 4, 1], [3, 5, 2], [3, 2, 2], [3, 3, 3], [4, 5, 1]]

MATCH p = ANY SHORTEST (a:N)-[:NEXT]-*(b:N) RETURN a.i, b.i, length(p) AS l
// = [[1, 1, 0], [1, 3, 1], [1, 2, 1], [1, 4, 2], [1, 5, 3], [5, 5, 0], [5, 4, 1], [5, 3, 2], [5, 1, 3], [5, 2, 3], [2, 2, 0], [2, 1, 1], [2, 3, 1], [2, 4, 2], [2, 5, 3], [3, 3, 0], [3, 1, 1], [3, 2, 1], [3, 4, 1], [3, 5, 2], [4, 4, 0], [4, 5, 1], [4, 3, 1], [4, 1, 2], [4, 2, 2], [6, 6, 0]]

MATCH (a:N {i:5}),(b:N {i:1}) MATCH p=shortestPath((a)-[*]-(b)) RETURN length(p) AS x
// = [[2]]

MATCH (a:N {i:1}),(b:N) WHERE b.i > 1 MATCH p=shortestPath((a)-[*]->(b)) RETURN b.i AS i, length(p) AS l
// = [[5, 2], [2, 1], [3, 2], [4, 1]]

MATCH p = ALL SHORTEST (a:N {i:1})((x)-[r:NEXT|JUMP]->(y))+(b:N {i:5}) RETURN [q IN x | q.i], [q IN r | q.w]
// = [[[1, 2], [1, 6]], [[1, 4], [5, 4]]]

MATCH p = ALL SHORTEST (a:N {i:1})((x)-[r:NEXT|JUMP]->(y) WHERE r.w < 5)+(b:N {i:5}) RETURN [q IN x | q.i], [q IN r | q.w]
// = [[[1, 2, 3, 4], [1, 2, 3, 4]]]

MATCH p = SHORTEST 1 (a:N {i:1})-->{2,5}(b:N {i:5}) RETURN length(p)
// = [[2]]

MATCH (a:N {i:1}) OPTIONAL MATCH p = SHORTEST 1 (a)-[:JUMP]->+(b:N WHERE b.i > 4) RETURN length(p), a.i, b
// = [[null, 1, null]]

MATCH (a:N {i:1}) OPTIONAL MATCH p = SHORTEST 1 (a)-[:JUMP]->+(b:N WHERE b.i > 3) RETURN length(p), a.i, b.i
// = [[1, 1, 4]]

MATCH p = SHORTEST 1 (a:N {i:1})-[:NEXT|JUMP]->+(b:N {i:5}) WHERE length(p) > 5 RETURN length(p) AS l
// = []

MATCH p = shortestPath((a:N {i:1})<-[*]-(b:N {i:5})) RETURN length(p)
// = []

MATCH (a:N {i:1}),(b:N {i:5}) RETURN length(shortestPath((a)-[*]->(b))) AS x
// = [[2]]

MATCH p = ALL (a:N {i:1})-[:NEXT]->{1,2}(b) RETURN length(p) AS x
// = [[1], [2]]

MATCH p = SHORTEST 1 (a:N {i:1})-[:NEXT]->(b)-[:JUMP]->(c) RETURN length(p) AS x, b.i, c.i
// = [[2, 2, 5]]

MATCH (a:N {i:1}), (b:N {i:5}) RETURN length(shortestPath((b)<-[*]-(a))) AS x, [p IN allShortestPaths((a)-[*]-(b)) | length(p)] AS l
// = [[2, [2, 2]]]

MATCH (a:N {i:6}), (b:N {i:5}) RETURN shortestPath((a)-[*]-(b)) AS x, allShortestPaths((a)-[*]-(b)) AS l
// = [[null, []]]

MATCH p = ALL SHORTEST (a:N {i:1})-->+(a) RETURN length(p)
// = [[3]]

MATCH p = ALL SHORTEST ((a:N {i:1})-[r:NEXT|JUMP]->+(b:N {i:5}) WHERE size(r) > 2) RETURN length(p)
// = [[4]]

MATCH p = shortestPath((a:N {i:1})-[*]->(c:N {i:3})), q = shortestPath((a)-[*]->(b:N {i:5})) RETURN length(p), length(q)
// = [[2, 2]]
