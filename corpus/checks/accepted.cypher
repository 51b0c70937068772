MATCH (n) WITH 1 AS x WHERE n.a = 1 RETURN x
=>
accepted
----
MATCH (n) WITH DISTINCT n.a AS a WHERE n.a = 1 RETURN a
=>
accepted
----
MATCH (n) WITH n.a AS a ORDER BY n.b RETURN a
=>
accepted
----
MATCH (n) RETURN n.a AS a ORDER BY n.b, a
=>
accepted
----
MATCH (n) WHERE EXISTS { (n)-->(m) WHERE m.x = n.x } RETURN n
=>
accepted
----
MATCH (n) CALL { WITH n RETURN n.x AS y } RETURN y
=>
accepted
----
MATCH (n) CALL (n) { RETURN n.x AS y } RETURN y, n
=>
accepted
----
MATCH (n) CALL (n) { WITH n AS n RETURN n AS m } RETURN m
=>
accepted
----
MATCH (n) CALL (*) { RETURN n AS m } RETURN m
=>
accepted
----
MATCH (n) MATCH (n)-->(m) RETURN m
=>
accepted
----
MATCH (n), (n) RETURN n
=>
accepted
----
MATCH ()-[r]->(), ()-[r]->() RETURN r
=>
accepted
----
MATCH ()-[r*]->() MATCH ()-[r*]->() RETURN r
=>
accepted
----
WITH null AS n MATCH (n) RETURN n
=>
accepted
----
MATCH (a) CREATE (a)-[:X]->(b)
=>
accepted
----
CREATE (a)-[:X]->(a)
=>
accepted
----
MERGE (a {x: a.y})
=>
accepted
----
MERGE (a {x: null})
=>
accepted
----
CREATE p = (a)-[:X]->(b) RETURN p
=>
accepted
----
MATCH () WITH * RETURN 1
=>
accepted
----
MATCH (a) WITH a.x AS a RETURN a
=>
accepted
----
MATCH (n) RETURN n LIMIT $l
=>
accepted
----
MATCH (a)-[r:X|Y]->(b) CREATE (a)-[s:X]->(b) RETURN s
=>
accepted
----
MATCH (n) WHERE n:A AND n.x RETURN n
=>
accepted
----
RETURN sum(1) + sum(2)
=>
accepted
----
MATCH (n) RETURN n.x AS x, count(*) AS c ORDER BY n.x
=>
accepted
----
RETURN CASE WHEN count(*) > 0 THEN 1 END
=>
accepted
----
MATCH (n) RETURN collect(n)[0].x, n.x
=>
accepted
----
RETURN EXISTS { MATCH (n) RETURN count(*) }
=>
accepted
----
CREATE (n) WITH n MATCH (m) RETURN m
=>
accepted
----
CREATE (n) MERGE (m) SET n.x = 1 REMOVE m.y FOREACH (x IN [1] | CREATE (:A))
=>
accepted
----
OPTIONAL MATCH (n) RETURN n
=>
accepted
----
MATCH (n) CALL (n) { CREATE (m) } RETURN n
=>
accepted
----
MATCH (n)-[r:X&Y]->() RETURN r
=>
accepted
----
RETURN $p.x.y, $p[0]
=>
accepted
----
RETURN 1 = 'a', null = 1
=>
accepted
----
UNWIND [[1, 2]] AS xs UNWIND xs AS x WITH x, xs RETURN x IN xs
=>
accepted
----
CREATE (a:A&B)-[:X]->(b IS C)
=>
accepted
----
MATCH (x) CREATE (a {x: EXISTS { (x WHERE true)-->(:A|B) }})
=>
accepted
----
MATCH (n) SET n += $p
=>
accepted
----
MATCH (n)-[r]->() SET n = r
=>
accepted
----
RETURN -null
=>
accepted
----
WITH date() AS p RETURN p {.year}
=>
accepted
----
MATCH (n) SET n = null
=>
accepted
----
MATCH p = shortestPath((a)-[:X]->(b)) RETURN p
=>
accepted
----
MATCH p = allShortestPaths((a)-[:X*..3]->(b)) RETURN p
=>
accepted
----
RETURN collect(DISTINCT 1), sum(DISTINCT 2)
=>
accepted
----
CREATE (n $p) RETURN n
=>
accepted
----
MATCH (n) WITH n.a AS a RETURN a, a + count(*)
=>
accepted
----
MATCH (n) RETURN n.a, n.a + count(*)
=>
accepted
----
MATCH (n) RETURN n, n.a + count(*)
=>
accepted
----
MATCH (n) RETURN 1 + count(*) + $p
=>
accepted
----
MATCH (n) WHERE n.x RETURN n
=>
accepted
----
RETURN [1] < 1, 1 < 'a', true < 1, {a:1} < 2
=>
accepted
----
RETURN toInteger([1])
=>
accepted
----
RETURN 1 LIMIT 1 + 1
=>
accepted
----
RETURN 1 LIMIT toInteger(rand()*2)
=>
accepted
----
MERGE ()-[:A]-()
=>
accepted
----
RETURN 1 STARTS WITH 'a'
=>
accepted
----
MATCH (n) WITH count(*) AS c, n WHERE count(*) > 1 RETURN c
=>
accepted
----
MATCH (n) RETURN n.x, count(*) ORDER BY count(*)
=>
accepted
----
RETURN EXISTS { RETURN 1 }
=>
accepted
----
CALL { CREATE (n:Q) } RETURN 1 AS x
=>
accepted
----
RETURN 5 % 0, 5.0 / 0
=>
accepted
----
RETURN 5 / 0
=>
accepted
----
WITH 0 AS z RETURN 5 / z
=>
accepted
----
RETURN CASE 1 WHEN 'a' THEN 1 END
=>
accepted
----
UNWIND 1 AS x RETURN x
=>
accepted
----
FOREACH (x IN 1 | CREATE ())
=>
accepted
----
UNWIND [1,2] AS a WITH a AS b WHERE a > 1 RETURN b
=>
accepted
----
UNWIND [1,2] AS a WITH a AS b, count(*) AS c WHERE a > 1 RETURN b
=>
accepted
----
UNWIND [1,2] AS a WITH DISTINCT a AS b WHERE a > 1 RETURN b
=>
accepted
----
UNWIND [1,2] AS a WITH DISTINCT a AS b ORDER BY a RETURN b
=>
accepted
----
UNWIND [1,2] AS a WITH a AS b, count(*) AS c ORDER BY a + 1 RETURN b
=>
accepted
----
UNWIND [1,2] AS b UNWIND [3] AS a RETURN *
=>
accepted
----
MATCH (a {x: b.y}), (b) RETURN a
=>
accepted
----
CREATE (a {x:1}), (b {y: a.x}) RETURN b.y
=>
accepted
----
WITH 1 AS x CALL { RETURN 2 AS y } RETURN *
=>
accepted
----
WITH 1 AS x CALL { WITH x RETURN x AS y UNION RETURN 3 AS y } RETURN *
=>
accepted
----
WITH 1 AS x CALL { WITH x WITH x + 1 AS z RETURN z } RETURN *
=>
accepted
----
WITH 1 AS x CALL (x) { WITH 5 AS q RETURN x + q AS z } RETURN *
=>
accepted
----
WITH 1 AS x RETURN EXISTS { WITH 2 AS y RETURN x + y AS z } AS e
=>
accepted
----
WITH 1 AS x RETURN COLLECT { WITH 2 AS y WITH y+1 AS q RETURN x + q AS z } AS e
=>
accepted
----
WITH 1 AS x RETURN [x IN [5] | x] AS y, x
=>
accepted
----
MATCH (n) WITH n, n.name AS n2 RETURN n2 AS n LIMIT 1
=>
accepted
----
RETURN 1 AS a, 2 AS b UNION RETURN 3 AS b, 4 AS a
=>
accepted
----
WITH 1 AS x RETURN x, x+1 AS y ORDER BY x + y
=>
accepted
----
WITH 1 AS x RETURN x + 1 AS x ORDER BY x
=>
accepted
----
RETURN ( 1 + 2 ), (1)
=>
accepted
----
UNWIND [3,1,2] AS x RETURN -x AS x ORDER BY x
=>
accepted
----
RETURN count( * ), { a :1 }.a
=>
accepted
----
MATCH (n) CALL (n) { WITH n AS n RETURN n.name AS x } RETURN x
=>
accepted
----
MATCH (n) CALL { WITH n WITH n.name AS n RETURN n AS x } RETURN x
=>
accepted
----
MATCH (n) CALL (n) { LIMIT 1 RETURN 1 AS x } RETURN x
=>
accepted
----
CYPHER 5 Runtime=Slotted planner=default RETURN 1 AS x
=>
accepted
----
MATCH (n) WITH n, count(*) AS c WHERE count(*) > 1 RETURN n
=>
accepted
----
MATCH (n) RETURN n, sum(n.x) ORDER BY sum(n.x) + 1, n
=>
accepted
----
MATCH (n:A:B)-[r:T|U]->(m) WHERE r:T|U RETURN m:A&B
=>
accepted
----
MATCH (n:A:B) MATCH (m:A&B) RETURN EXISTS { (n:A|B) }
=>
accepted
----
MATCH ()-[:T|:U]->() RETURN 1
=>
accepted
----
MATCH (a)-[*1..2]->(b) WHERE EXISTS { (b)-->+(:C) } RETURN 1
=>
accepted
----
MATCH (a)-[:(T|U)*1..2]->(b) RETURN 1
=>
accepted
----
RETURN 2 * duration('P1D') + date()
=>
accepted
----
RETURN duration('P1D') / 2 - duration('P2D')
=>
accepted
----
RETURN 1 LIMIT -0
=>
accepted
----
RETURN 1 LIMIT toInteger(rand())
=>
accepted
----
RETURN point({x: 1, longitude: 1, latitude: 2})
=>
accepted
----
MATCH (n) RETURN point(n), isEmpty(n), point.distance(n, 1)
=>
accepted
----
RETURN normalize('a', nfc)
=>
accepted
----
MATCH (n) RETURN CASE WHEN (n)-->() THEN 1 END
=>
accepted
----
MATCH (x) FOREACH (x IN [1] | CREATE ())
=>
accepted
----
CALL db.labels YIELD label
=>
accepted
----
CALL { CALL db.awaitIndexes() } RETURN 1
=>
accepted
----
MATCH (n:A:B) MATCH (m:A&B) RETURN n
=>
accepted
----
MATCH (n:A:B)-[:A|B]->() RETURN n:C|D
=>
accepted
----
MATCH (n) WITH n WHERE n:A:B OR n:C|D RETURN 1
=>
accepted
----
MATCH ()-[:A|:B|C]->() RETURN 1
=>
accepted
----
MATCH ()-[:A|:B]->+() RETURN 1
=>
accepted
----
MATCH (n:A|B) SET n:A:B
=>
accepted
----
INSERT (n:A&B {x: 1})-[:R]->(m)
=>
accepted
----
MATCH (c) ((a)-->(b))* RETURN a
=>
accepted
----
MATCH (a)-->{0,1}(b) RETURN a
=>
accepted
----
MATCH ()-->+() MATCH ()-[*]->() RETURN 1
=>
accepted
----
MATCH (a)-->+(b) WHERE EXISTS { (a)-[*]->(b) } RETURN 1
=>
accepted
----
MATCH p = ALL (a)-->(b), (c) RETURN p
=>
accepted
----
MATCH (r) RETURN [(r WHERE r.x)-->() | 1]
=>
accepted
----
CREATE (a {x: 1}), (b {y: a.x})
=>
accepted
----
CREATE (a)-[:R]->(b), (a)-[:S]->(c {x: b.y})
=>
accepted
