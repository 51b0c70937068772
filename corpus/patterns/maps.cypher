// Maps of properties that name a key twice.
CREATE (:A {x:1}), (:A {x:2});

MATCH (b {x:1,x:2}) RETURN b.x
// = []

MATCH (b {x:2,x:1}) RETURN b.x
// = []

MATCH (b:A {x:2,x:2}) RETURN b.x
// = [[2]]

MERGE (b:A {x:1,x:2}) ON MATCH SET b.m = 1 RETURN b.x, b.m
// = [[2, 1]]

MERGE (b:A {x:1,x:3}) ON MATCH SET b.m = 1 RETURN b.x, b.m
// = [[3, null]]

MATCH (a:A {x:1}) CREATE (a)-[r:R {y:1, y: 2}]->(:B {z: 1, z: 2}) RETURN r.y
// = [[2]]

MATCH (a:A) WHERE EXISTS { (b {x:1,x:2}) } RETURN a.x
// = []
