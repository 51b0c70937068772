// Patterns that FalkorDB 4.22.1 answers wrongly, refuses, or dies of. A block is a sentence on what was wrong, the
// statements that make the data, each ending with a semicolon, the
// query, and the rows that Neo4j 5.26 gives, in any order.

// The server dies: XOR of a pattern predicate (FalkorDB issue 2252).
CREATE (:A {x: 1})-[:R]->(:B);
MATCH (a) WHERE a.x = 1 XOR (a)-->() RETURN count(*) AS n
// = [[0]]

// The server dies: a predicate on a relationship of variable length.
CREATE (:X)-[:R {name: 'x'}]->(:Y)-[:R {name: 'x'}]->(:Z);
MATCH (a:X)-[r*2]->(b) WHERE all(e IN r WHERE e.name = 'x') RETURN count(*) AS n
// = [[1]]

// Wrong rows: a label on the far node behind a fixed length.
CREATE (:A)-[:R]->(:B)-[:R]->(:C);
MATCH (a)-[:R*2]->(b:C) WHERE b:C RETURN count(*) AS n
// = [[1]]

// The server dies: an undirected fixed length with a filtered far node.
CREATE (a:N {i: 1})-[:R]->(b:N {i: 2})-[:R]->(c:N {i: 5}), (a)-[:R]->(d:N {i: 4})-[:R]->(c);
MATCH (a:N {i: 1})-[*2]-(b:N {i: 5}) RETURN count(*) AS n
// = [[2]]

// The server dies: an optional undirected fixed length (FalkorDB issue 1404).
CREATE (n8:l1:l5:l10 {id: 8}), (n13:l0 {id: 13}), (n66:l9:l3:l1:l7:l6:l10 {id: 66}), (n13)-[:rt11 {id: 4}]->(n8), (n8)-[:rt6 {id: 3}]->(n66);
OPTIONAL MATCH ()-[r*2..2]-(n1:l1:l5:l10) RETURN count(r) AS n
// = [[0]]

// A relationship is used twice, once by a variable length (FalkorDB issue 2293).
CREATE (:A {id: 1})-[:T0 {rid: 10}]->(:L1 {id: 2})-[:X {rid: 11}]->(:C {id: 3})-[:Y {rid: 12}]->(:D {id: 4});
MATCH (n0:A)-[r0:T0]-(n1:L1), p = (n2:A)-[*3]-(n3:D) RETURN r0.rid AS r, length(p) AS n
// = []

// Not all paths (FalkorDB issue 1183).
CREATE (a {id: 'a'})-[:KNOWS]->(b {id: 'b'})-[:KNOWS]->(c {id: 'c'})-[:KNOWS]->(d {id: 'd'})-[:KNOWS]->(b);
MATCH p = (b {id: 'b'})-[*]-(a {id: 'a'}) RETURN [n IN nodes(p) | n.id] AS ids
// = [[["b", "a"]], [["b", "c", "d", "b", "a"]], [["b", "d", "c", "b", "a"]]]

// Exact lengths are stricter than written-out hops (FalkorDB issue 2105).
CREATE (a:N {id: 1})-[:R {i: 1}]->(b:N {id: 2}), (b)-[:R {i: 2}]->(a), (a)-[:R {i: 3}]->(a);
MATCH (a:N {id: 1})-[r]-(m)-[s]-(b:N {id: 1}) RETURN r.i AS r, s.i AS s
// = [[2, 1], [1, 2]]

// The same with a fixed length.
CREATE (a:N {id: 1})-[:R {i: 1}]->(b:N {id: 2}), (b)-[:R {i: 2}]->(a), (a)-[:R {i: 3}]->(a);
MATCH p = (a:N {id: 1})-[*1..1]-()-[*1..1]-(b:N {id: 1}) RETURN [r IN relationships(p) | r.i] AS r
// = [[[1, 2]], [[2, 1]]]

// Ranges omit paths that exact lengths return (FalkorDB issue 2106).
CREATE (a:P {id: 1})-[:R]->(b:P {id: 2})-[:R]->(c:P {id: 3})-[:R]->(a);
MATCH (a:P)-[:R*1..4]->(b:P) RETURN a.id AS a, b.id AS b
// = [[1, 2], [1, 3], [1, 1], [2, 3], [2, 1], [2, 2], [3, 1], [3, 2], [3, 3]]

// Relationships made by the same query are not found by a variable length (FalkorDB issue 2283).
MATCH (n) RETURN n;
UNWIND range(1, 4) AS i CREATE (:N {id: i}) WITH count(*) AS ignored MATCH (a:N), (b:N) WHERE a.id <> b.id CREATE (a)-[:R]->(b) WITH count(*) AS ignored MATCH p = (:N)-[:R*1..3]->(:N) RETURN count(p) AS n
// = [[144]]

// An endpoint with a property is refused (FalkorDB issue 2679).
CREATE (:A {k9: 'j'})-[:R]->(:X)-[:R]->(:B {k2: false, id: 117});
MATCH p0 = (:A {k9: "j"})-[:R*2]-(n0 {id: 117}) RETURN n0.id AS id
// = [[117]]

// A range is no superset of an exact length (FalkorDB issue 2157).
UNWIND [[5, 4349], [5, 8798], [4349, 765], [4349, 775], [8798, 4349]] AS e MERGE (x:U {id: e[0]}) MERGE (y:U {id: e[1]}) MERGE (x)-[:F]->(y);
MATCH (a:U {id: 5})-[:F*1..2]->(b:U) RETURN DISTINCT b.id AS id
// = [[8798], [4349], [765], [775]]

// Unbounded undirected paths are counted too few (FalkorDB issue 1957).
CREATE (a:Person {name: 'Alice'}), (b:Person {name: 'Bob'}), (c:Person {name: 'Charlie'}), (a)-[:FRIEND_OF]->(b), (a)-[:FRIEND_OF]->(c), (b)-[:FRIEND_OF]->(c), (c)-[:FRIEND_OF]->(a);
MATCH p = (:Person {name: 'Charlie'})-[:FRIEND_OF*]-(other:Person) RETURN count(p) AS paths, count(DISTINCT other) AS others
// = [[20, 3]]

// Paths over a self-loop are missing (FalkorDB issue 1959).
CREATE (d:Person {name: 'Diana'}), (b:Person {name: 'Bob'}), (d)-[:KNOWS]->(b), (d)-[:KNOWS]->(d);
MATCH path = (:Person {name: 'Diana'})-[:KNOWS*1..2]->(:Person {name: 'Bob'}) RETURN count(path) AS n
// = [[2]]

// The server died: paths of single bound nodes in OPTIONAL MATCH (FalkorDB issue 1353).
CREATE (:A {i: 1})-[:R]->(:B {i: 2});
OPTIONAL MATCH (n0)--(n1) OPTIONAL MATCH p0 = (n1), p1 = (n0) RETURN n0.i AS a, n1.i AS b, length(p0) AS p, length(p1) AS q
// = [[1, 2, 0, 0], [2, 1, 0, 0]]

// The server died: bound nodes matched again (FalkorDB issue 1949).
CREATE (:Z);
CREATE (a:Person {name: 'Alice'}), (b:Person {name: 'Bob'}) WITH a, b MATCH (a), (b) RETURN a.name AS name, b.name AS name2
// = [["Alice", "Bob"]]

// The server died: a missing second label and a pattern predicate (FalkorDB issue 2166).
CREATE (:L4 {s0: 'a', s1: 'x'});
MATCH (n:L4:L0) WHERE NOT (n)--() RETURN count(n) AS n
// = [[0]]

// The server died: OPTIONAL MATCH of bound nodes (FalkorDB issue 1281).
CREATE (n {i: 1});
MATCH (n), (n1) OPTIONAL MATCH (n), (n1) RETURN n.i AS i
// = [[1]]

// The server died: a second OPTIONAL MATCH between the same nodes, with an index (FalkorDB issue 753).
CREATE INDEX FOR (n:L3) ON (n.k21);
MATCH (n2:L5 {k21: 'txLpbrhL'})-[r1]->(n3) OPTIONAL MATCH (n2:L3)-[r6]->(n3) RETURN DISTINCT *
// = []

// The server died: OPTIONAL MATCH with a relationship inside of a subquery (FalkorDB issue 1915).
CREATE (:City {id: 1})-[:HAS_MEMBER]->(:Member {id: 10}), (:City {id: 2});
MATCH (c:City) CALL { WITH c OPTIONAL MATCH (c)-[r:HAS_MEMBER]->(m:Member) RETURN r, m } RETURN c.id AS c, m.id AS m
// = [[1, 10], [2, null]]

// A null node is ignored in a pattern of several parts (FalkorDB issue 2435).
CREATE (:A), (:A);
MATCH (a) OPTIONAL MATCH (a)--(b) OPTIONAL MATCH (b), (c) RETURN count(*) AS n
// = [[2]]

// Part of a pattern is kept by OPTIONAL MATCH (FalkorDB issue 1952).
CREATE (p:Person {name: 'Alice', age: 30})-[:LIVES_IN]->(c:City {name: 'London'});
MATCH (n) OPTIONAL MATCH (n)-[r]->(m), (n)<-[s]-(o) RETURN n.name AS n, type(r) AS r, m.name AS m, type(s) AS s, o.name AS o
// = [["Alice", null, null, null, null], ["London", null, null, null, null]]

// OPTIONAL MATCH finds a relationship of other nodes (FalkorDB issue 755).
CREATE (n0:L1:L0 {id: 0}), (n4:L1 {id: 4}), (n5:L0:L1 {id: 5}), (n6:L0 {id: 6}), (n4)-[:T4 {id: 13}]->(n5), (n6)-[:T7 {id: 18}]->(n0), (n0)-[:T1 {id: 22}]->(n5);
MATCH (n0)-[r0]->(n1) WHERE n0.id = 4 AND n1.id = 5 OPTIONAL MATCH (n0 {id: 4})-[r9]->(n1 {id: 5}), (n2)-[r10]->(n3)-[r11]->(n4) RETURN n0.id AS a, n1.id AS b, r9.id AS r
// = [[4, 5, 13]]

// The row of nulls of OPTIONAL MATCH survives a filter (FalkorDB issue 2010).
CREATE (a:Person {name: 'Alice', age: 30}), (b:Person {name: 'Bob', age: 25});
OPTIONAL MATCH (p:Person)-[:KNOWS]-(q:Person) WITH p WHERE p IS NOT NULL RETURN p.name AS name
// = []

// OPTIONAL MATCH doubles rows (FalkorDB issue 1951).
CREATE (:Person {name: 'Alice', age: 30})-[:WORKS_AT]->(:Company {name: 'TechCorp'})-[:LOCATED_IN]->(:City {name: 'Metropolis'});
MATCH (p:Person {age: 30})-[:WORKS_AT]->(c:Company) OPTIONAL MATCH (c)-[:LOCATED_IN]->(city:City) RETURN p.name AS p, c.name AS c, city.name AS city LIMIT 3
// = [["Alice", "TechCorp", "Metropolis"]]

// A predicate on a list of relationships fails (FalkorDB issue 1610).
CREATE (:A {x: 1})-[:E {id: 1}]->(:B)-[:F {id: 3}]->(:C);
MATCH (:A {x: 1})-[e:E*0..1]->()-[f:F]->(:C) WHERE e[0].id + f.id > 0 RETURN f.id AS f
// = [[3]]

// The server died: RETURN DISTINCT in a subquery (FalkorDB issue 1322).
CREATE (:A {i: 1}), (:B {i: 2});
OPTIONAL MATCH (n0) WITH * CALL { WITH n0 RETURN DISTINCT n0 AS n1 } MATCH (n0), (n1) RETURN n0.i AS a, n1.i AS b
// = [[1, 1], [2, 2]]

// The server died: DISTINCT, SKIP and LIMIT in a subquery (FalkorDB issue 1321).
CREATE (:A {i: 1}), (:B {i: 2});
CALL { MATCH (n0) WITH * WHERE NOT (NOT true OR false) RETURN DISTINCT n0 AS n1 SKIP 0 LIMIT 34 } RETURN 1 AS one
// = [[1], [1]]

// The server died: UNION ALL in a nested subquery over no rows (FalkorDB issue 2319).
CREATE (:A);
CALL { UNWIND [] AS a CALL { WITH a RETURN a AS b UNION ALL UNWIND [1] AS z RETURN null AS b } RETURN {a: a, b: b} AS row } WITH row RETURN count(*) AS c
// = [[0]]

// The server died: UNION ALL of ordered parts (FalkorDB issue 807).
UNWIND range(1, 50) AS i CREATE (:C {p: 3, t: i}), (:E {p: 3, t: i});
CALL { MATCH (c:C) WHERE c.p = 3 RETURN c ORDER BY c.t DESC UNION ALL MATCH (c:E) WHERE c.p = 3 RETURN c ORDER BY c.t DESC } RETURN count(c) AS n LIMIT 100
// = [[100]]

// The server died: a comment at the beginning of a subquery that collects (FalkorDB issue 931).
CREATE (:A)-[:R]->(:Foo);
MATCH (a:A) CALL { /* all of them */ WITH a MATCH (a)-->(f:Foo) RETURN collect(f) AS fs } RETURN size(fs) AS n
// = [[1]]

// The server died: FOREACH in a subquery with UNION (FalkorDB issue 605).
CREATE (:A);
MATCH (n) CALL { FOREACH (m IN [] | CREATE ()) RETURN 0 AS x UNION RETURN 0 AS x } RETURN x
// = [[0]]

// The server died: properties of an imported node in a pattern (FalkorDB issue 622).
CREATE (:A {v: 1}), (:B {v: 1});
MATCH (x:A) CALL { WITH x MATCH (y {v: x.v}), (:B) RETURN count(*) AS n } RETURN n
// = [[2]]

// One relationship variable in two places (RedisGraph issue 3206).
CREATE (:A)-[:R]->(:B);
MATCH (a)-[r]->(b) MATCH (c)-[r]-(d) RETURN count(*) AS n
// = [[2]]

// Wrong rows for several labels (RedisGraph issue 2672).
CREATE (n0:L1)-[r1:T0]->(n2)<-[r3:T1]-(n4:L2), (n2)<-[r4:T2]-(n5:L2);
MATCH (n0:L2:L1) RETURN count(*) AS n
// = [[0]]

// Rows are lost behind WITH (FalkorDB issue 774).
CREATE (a {id: 6})-[:T8 {id: 11}]->(b {id: 5}), (c {id: 0})-[:T14 {id: 15}]->(c);
MATCH (n7)-[r13]->(n8) WITH n7, n8 MATCH (n0)<-[r14]-(n1), (n7)-[r20]->(n8) RETURN n7.id AS a, n8.id AS b, r14.id AS r, r20.id AS s
// = [[6, 5, 15, 11], [0, 0, 11, 15]]

// A bound node is null (found by random patterns).
CREATE (n0 {i: 0, x: 1});
OPTIONAL MATCH (n:X) WITH n MATCH (n) RETURN count(*) AS n
// = [[0]]

// A MATCH may not follow an OPTIONAL MATCH.
CREATE (n0 {i: 0, x: 1});
OPTIONAL MATCH () MATCH () RETURN count(*) AS n
// = [[1]]

// A node that an aggregation gives cannot be matched.
CREATE (:A {i: 1})-[:R]->(:B {i: 2});
MATCH (a:A) WITH collect(a)[0] AS h MATCH (h)-[r]-(m) RETURN m.i AS i
// = [[2]]

// A later filter is moved below LIMIT.
UNWIND [3, 1, 2] AS x CREATE (:N {x: x});
MATCH (n:N) WITH n ORDER BY n.x LIMIT 1 MATCH (m:N) WHERE n.x > 1 RETURN n.x AS n, m.x AS m
// = []

// A path in a circle is reversed.
CREATE (a:N {i: 1})-[:R]->(b:N {i: 2})-[:R]->(c:N {i: 3})-[:R]->(a);
MATCH p = (a:N {i: 1})-[*1..3]->(a) RETURN [n IN nodes(p) | n.i] AS a, [r IN relationships(p) | endNode(r).i] AS b
// = [[[1, 2, 3, 1], [2, 3, 1]]]

// An undirected path counts a self-loop twice.
CREATE (a:N {i: 1})-[:R]->(a), (a)-[:R]->(:N {i: 2});
UNWIND [1, 1] AS twice MATCH (a:N {i: 1})-[*1..2]-(b) RETURN b.i AS i
// = [[2], [1], [2], [2], [1], [2]]

// A new type is not found.
MATCH (n) RETURN n;
CREATE (x:Y)-[:NEW {i: 1}]->(z:Y) WITH x MATCH (x)-[r:NEW]->(q) RETURN r.i AS i
// = [[1]]

// A variable of WHERE that is not projected.
CREATE (:A {x: 1, y: 2}), (:A {x: 2, y: 1});
MATCH (a:A) WITH a.x AS x WHERE a.y = 1 RETURN x
// = [[2]]

// The same with UNION, nodes, and a shortest path that is put together from two queries.
CREATE (:N {i: 1})-[:R]->(:N {i: 2})-[:R]->(:M {i: 3});
CALL { MATCH (a:N) CALL { WITH a RETURN a AS b UNION WITH a MATCH (a)-->(c) RETURN c AS b UNION WITH a RETURN a AS b } MATCH (b)-->(d) RETURN a, d } RETURN a.i AS a, d.i AS d
// = [[1, 2], [1, 3], [2, 3]]

// The same with a path selector in a subquery without rows.
CREATE (:N {i: 1})-[:R]->(:N {i: 2})-[:R]->(:M {i: 3});
CALL { MATCH (a:None) MATCH p = ANY SHORTEST (a)-[:R]->+(b:M) RETURN length(p) AS l } RETURN count(l) AS n
// = [[0]]

// The same with rows.
CREATE (:N {i: 1})-[:R]->(:N {i: 2})-[:R]->(:M {i: 3});
CALL { MATCH (a:N) MATCH p = ANY SHORTEST (a)-[:R]->+(b:M) RETURN a.i AS i, length(p) AS l } RETURN i, l
// = [[2, 1], [1, 2]]

// WITH and an unconnected pattern with properties (FalkorDB issue 1318).
CREATE (a {i: 1})-[:R {k1: "1"}]->(b {i: 2}), (c {i: 3})-[:R {k1: "2"}]->(d {i: 4});
MATCH (n) WITH n WHERE ()<-[{k1: "1"}]-() RETURN n.i AS i
// = [[1], [2], [3], [4]]

// all() on a carried variable (FalkorDB issue 1987).
CREATE (n:Person {name: 'Alice', tags: ['friend', 'colleague']});
MATCH (a:Person) WITH a WHERE all(item IN ['friend', 'colleague'] WHERE item IN a.tags) RETURN a.name AS name
// = [["Alice"]]

// allShortestPaths between unconnected nodes (FalkorDB issue 1033).
CREATE (:A)-[:R]->(:Z), (:K)-[:R]->(:Q);
MATCH (a:A), (k:K) MATCH p = allShortestPaths((a)-[*]-(k)) RETURN p
// = []

// Fixed length with parallel relationships (FalkorDB issue 2085).
CREATE (a:Account {id: 'A'}), (b:Account {id: 'B'}), (c:Account {id: 'C'}) WITH a, b, c UNWIND range(1, 3) AS i CREATE (a)-[:TX]->(b), (b)-[:TX]->(c), (c)-[:TX]->(a);
MATCH (start:Account {id: 'A'})-[:TX*3..3]->(end:Account {id: 'A'}) RETURN count(end) AS n
// = [[27]]

// Grouping by a path (FalkorDB issue 2127).
CREATE (:Paper {i: 1})-[:REL]->(:Paper {i: 2});
MATCH p = allShortestPaths((a:Paper)-[*..2]-(b:Paper)) WHERE a.i < b.i WITH *, count(a) AS n RETURN length(p) AS l, n
// = [[1, 1]]

// A circle of a fixed length (FalkorDB issue 1947).
CREATE (a:Person {name: 'Alice'})-[:KNOWS]->(b:Person {name: 'Bob'})-[:KNOWS]->(c:Person {name: 'Charlie'})-[:KNOWS]->(a);
MATCH p = (a:Person {name: 'Alice'})-[:KNOWS*3..3]->(a) RETURN [n IN nodes(p) | n.name] AS names
// = [[["Alice", "Bob", "Charlie", "Alice"]]]

// Paths ordered by their length (FalkorDB issue 303).
CREATE (a:C {n: 'A'}), (b:C {n: 'B'}), (c:C {n: 'C'}), (d:C {n: 'D'}), (a)-[:R]->(b), (b)-[:R]->(c), (c)-[:R]->(d), (a)-[:R]->(d), (b)-[:R]->(d);
MATCH p = (:C {n: 'A'})-[*]->(:C {n: 'D'}) WITH p ORDER BY length(p) RETURN collect(length(p)) AS l
// = [[[1, 2, 3]]]

// Ordered by what is not projected (FalkorDB issue 2030).
CREATE (a:P {name: 'Alice'})-[:KNOWS]->(b:P {name: 'Bob'})-[:KNOWS]->(c:P {name: 'Charlie'});
MATCH p = (:P {name: 'Alice'})-[:KNOWS*1..3]->(x) RETURN [n IN nodes(p) | n.name] AS names ORDER BY length(p)
// = [[["Alice", "Bob"]], [["Alice", "Bob", "Charlie"]]]

// A named path that is created (FalkorDB issue 1467).
MATCH (n) RETURN n;
CREATE p = (a {i: 1})-[r:R]->(b {i: 2}) RETURN length(p) AS l, [n IN nodes(p) | n.i] AS n
// = [[1, [1, 2]]]

// A named path that is merged.
MATCH (n) RETURN n;
MERGE p = (a:A {i: 1})-[r:R]->(b:B {i: 2}) RETURN length(p) AS l, [n IN nodes(p) | n.i] AS n
// = [[1, [1, 2]]]

// One self-loop cannot be two hops (FalkorDB issue 694).
MATCH (n) RETURN n;
CREATE (x)-[:n0]->(x) WITH * MATCH (y)<--(y)<--(y) RETURN count(*) AS n
// = [[0]]

// Anonymous undirected parallel relationships (FalkorDB issue 2007).
CREATE (a:P {n: 'A'}), (b:P {n: 'B'}), (a)-[:K]->(b), (a)-[:K]->(b);
MATCH (:P {n: 'A'})-[:K]-(:P {n: 'B'}) RETURN count(*) AS n
// = [[2]]

// Two directions of one relationship (FalkorDB issue 2441).
CREATE (a)-[:R]->(b);
MATCH (a)-[:R]-(b)-[:R]-(c) RETURN count(*) AS n
// = [[0]]

// Variables of both branches (label on middle nodes, multi-label).
CREATE (a:Entity:Doc {i: 1})-[:R {u: 1}]->(b:Entity:Topic {i: 2});
MATCH (n:Entity)-[e:R {u: 1}]->(m:Entity) RETURN n.i AS n, m.i AS m
// = [[1, 2]]

// A variable-length pattern predicate with labels.
CREATE (a:A {i: 1})-[:R]->(b:B {i: 2})-[:R]->(c:C {i: 3});
MATCH (a) WHERE (a)-[:R*2]->(:C) OR NOT (a)-[*]->() RETURN a.i AS i
// = [[1], [3]]

// A path over OPTIONAL MATCH and its length.
CREATE (a:A {i: 1})-[:R]->(b:B {i: 2});
MATCH (a) OPTIONAL MATCH p = (a)-[:R*1..2]->(x) RETURN a.i AS i, length(p) AS l, [n IN nodes(p) | n.i] AS n
// = [[1, 1, [1, 2]], [2, null, null]]

// MATCH after MERGE of rows.
CREATE (:U {i: 1}), (:U {i: 2});
UNWIND [1, 2, 2] AS i MERGE (u:U {i: i}) MERGE (u)-[:HAS]->(h:H {i: i}) WITH DISTINCT u MATCH (u)-[r:HAS]->(h) RETURN u.i AS u, type(r) AS t, h.i AS h
// = [[1, "HAS", 1], [2, "HAS", 2]]

// Many parts that share nodes.
CREATE (a:A {i: 1})-[:R {w: 1}]->(b:B {i: 2})-[:S {w: 2}]->(c:C {i: 3}), (a)-[:R {w: 3}]->(b), (a)-[:S {w: 4}]->(c);
MATCH (a)-[r]->(b), (b)-[s]->(c), (a)-[t]->(c) RETURN r.w AS r, s.w AS s, t.w AS t
// = [[3, 2, 4], [1, 2, 4]]

// A relationship that is null, matched again.
CREATE (a:A {i: 1});
MATCH (a:A) OPTIONAL MATCH (a)-[r]->(b) WITH a, r MATCH (x)-[r]->(y) RETURN count(*) AS n
// = [[0]]

// A list of relationships that is bound.
CREATE (a:A {i: 1})-[:R]->(b:B {i: 2})-[:R]->(c:C {i: 3});
MATCH (a:A)-[rs*2]->(c) WITH a, rs, c MATCH (first)-[rs*]->(second) RETURN first.i AS f, second.i AS s
// = [[1, 3]]

// The ends of the relationships of a path in a circle are swapped.
CREATE (a:B {i: 0}), (b {i: 1}), (b)-[:T {i: 10}]->(a), (a)-[:T {i: 1}]->(b), (a)-[:T {i: 12}]->(:C {i: 2});
MATCH p = (n)<-[r*2..3]-(m:B) RETURN [x IN relationships(p) | [startNode(x).i, endNode(x).i]] AS p, [x IN r | [x.i, startNode(x).i]] AS r, [x IN nodes(p) | x.i] AS n
// = [[[[0, 2], [1, 0], [0, 1]], [[12, 0], [10, 1], [1, 0]], [2, 0, 1, 0]], [[[1, 0], [0, 1]], [[10, 1], [1, 0]], [0, 1, 0]]]
