// Label expressions and predicates inside of patterns.
CREATE (a:N {i:1}), (b:N:M {i:2}), (c:K {i:3}), (d:K:M {i:4}), ({i:5}), (a)-[:R {w:1}]->(b), (b)-[:R {w:2}]->(c), (b)-[:S {w:3}]->(d), (c)-[:Q {w:4}]->(a), (d)-[:Q {w:5}]->(d);

MATCH (n:N|M) RETURN n.i
// = [[1], [2], [4]]

MATCH (n:N&!M) RETURN n.i
// = [[1]]

MATCH (n:!N) RETURN n.i
// = [[3], [4], [5]]

MATCH (n:%) RETURN n.i
// = [[1], [2], [3], [4]]

MATCH (n:!%) RETURN n.i
// = [[5]]

MATCH (n:(N|K)&!M) RETURN n.i
// = [[1], [3]]

MATCH (n IS K) RETURN n.i
// = [[3], [4]]

MATCH (n) RETURN n.i, n:N|K, n:N&M, n:!M, n:%
// = [[1, true, false, true, true], [2, true, true, false, true], [3, true, false, true, true], [4, true, false, false, true], [5, false, false, true, false]]

MATCH (n:N WHERE n.i > 1)-[r:R|S WHERE r.w > 1]->(m:M|K) RETURN n.i, r.w, m.i
// = [[2, 3, 4], [2, 2, 3]]

MATCH (n)-[r:!R]->(m) RETURN r.w
// = [[3], [4], [5]]

MATCH (n)-[r:%]->(m) RETURN r.w
// = [[1], [2], [3], [4], [5]]

MATCH (n)-[r:R&S]->(m) RETURN r.w
// = []

MATCH (n)-[r:(R|S)&!S]->(m) RETURN r.w
// = [[1], [2]]

MATCH (n)-[r]->(m) RETURN r.w, r:R, r:R|S, r:!R, r:%
// = [[1, true, true, false, true], [2, true, true, false, true], [3, false, true, true, true], [4, false, false, true, true], [5, false, false, true, true]]

MATCH (n) WHERE n:N OR n:K&!M RETURN n.i
// = [[1], [2], [3]]

MATCH (n) WHERE NOT n:N|K RETURN n.i
// = [[5]]

MATCH (n) RETURN n.i, CASE WHEN n:M THEN 'm' WHEN n:N|K THEN 'nk' END
// = [[1, "nk"], [2, "m"], [3, "nk"], [4, "m"], [5, null]]

WITH 'N' AS l MATCH (n:$(l)) RETURN n.i
// = [[1], [2]]

WITH ['N', 'M'] AS l MATCH (n:$(l)) RETURN n.i
// = [[2]]

WITH ['K', 'M'] AS l MATCH (n:$any(l)) RETURN n.i
// = [[2], [3], [4]]

WITH 'R' AS l MATCH (n)-[r:$(l)]->(m) RETURN r.w
// = [[1], [2]]

WITH ['R', 'S'] AS l MATCH (n)-[r:$any(l)]->(m) RETURN r.w
// = [[1], [2], [3]]

MATCH (n:$('K')) RETURN n.i
// = [[3], [4]]

MATCH (n:N) WHERE EXISTS { (n)-[:!R]->(:M|K) } RETURN n.i
// = [[2]]

MATCH (n:N) RETURN n.i, COUNT { (n)-[r:R WHERE r.w > 1]->(m) } AS c
// = [[1, 0], [2, 1]]

MATCH (n:N) RETURN n.i, [(n)-[r:!S]->(m:M|K) | m.i] AS l
// = [[1, [2]], [2, [3]]]

OPTIONAL MATCH (n:Nope|N&Nope) RETURN n, n:N
// = [[null, null]]

MATCH (n) OPTIONAL MATCH (n:N)-[r]->(m) RETURN n.i, r.w, m.i ORDER BY n.i, r.w
// = [[1, 1, 2], [2, 2, 3], [2, 3, 4], [3, null, null], [4, null, null], [5, null, null]]

MATCH (n) OPTIONAL MATCH (n)<-[r]-(m:N) OPTIONAL MATCH (m)<-[s]-(n:M) RETURN n.i, r.w, s.w ORDER BY n.i, r.w
// = [[1, null, null], [2, 1, null], [3, 2, null], [4, 3, null], [5, null, null]]

MATCH (n:K) OPTIONAL MATCH (n:M), (m:N) RETURN n.i, m.i ORDER BY n.i, m.i
// = [[3, null], [4, 1], [4, 2]]

MATCH (n) RETURN n.i, [x IN [n] WHERE x:N|M | x.i] AS x, reduce(s = false, x IN [n] | s OR x:N|K) AS y
// = [[2, [2], true], [1, [1], true], [3, [], true], [4, [4], true], [5, [], false]]

MATCH (n:N) RETURN n.i, [(n)-[:R|S]->(m:M|K) WHERE m:M|N | m:M] AS x, [(n)-[:R]->(m) | m:M|K] AS y
// = [[1, [true], [true]], [2, [true], [true]]]
