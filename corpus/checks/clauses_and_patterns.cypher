RETURN 1 AS x UNION ALL RETURN 2 AS x UNION RETURN 3 AS x
=>
InvalidClauseComposition
----
MATCH (n) RETURN n SKIP -1
=>
NegativeIntegerArgument
----
RETURN count(DISTINCT *)
=>
UnexpectedSyntax
----
RETURN abs(DISTINCT 1)
=>
UnexpectedSyntax
----
RETURN COUNT { MATCH (n) SET n.x = 1 }
=>
InvalidClauseComposition
----
RETURN COLLECT { MATCH (n) RETURN n.x, n.y }
=>
InvalidClauseComposition
----
RETURN COLLECT { MATCH (n) }
=>
InvalidClauseComposition
----
MERGE (n) MATCH (m) RETURN m
=>
InvalidClauseComposition
----
CREATE (n) UNWIND [1] AS x RETURN x
=>
InvalidClauseComposition
----
MATCH (n) DELETE n MATCH (m) RETURN m
=>
InvalidClauseComposition
----
RETURN 1 MATCH (n) RETURN n
=>
InvalidClauseComposition
----
WITH 1 AS x
=>
InvalidClauseComposition
----
MATCH (n) CALL { MATCH (m) } RETURN n
=>
InvalidClauseComposition
----
MATCH p = shortestPath((a)-[:X*2..]->(b)) RETURN p
=>
UnexpectedSyntax
----
MATCH (a), (b) CREATE shortestPath((a)-[:X]->(b))
=>
UnexpectedSyntax
----
CREATE (a)-->(b)
=>
NoSingleRelationshipType
----
MERGE (a)-[:X*]->(b)
=>
CreatingVarLength
----
MERGE (a)-[r]->(b)
=>
NoSingleRelationshipType
----
CREATE (a:A|B)
=>
UnexpectedSyntax
----
CREATE (a:!A)
=>
UnexpectedSyntax
----
CREATE ()-[:X {y: 1} WHERE true]->()
=>
UnexpectedSyntax
----
CREATE (n WHERE true)
=>
UnexpectedSyntax
----
MATCH (n) SET n:A|B
=>
UnexpectedSyntax
----
RETURN 1 IS :: FOO
=>
UnexpectedSyntax
----
MERGE (a:A|B)
=>
UnexpectedSyntax
----
MERGE (a WHERE true)
=>
UnexpectedSyntax
----
CREATE (a:$any(['A']))
=>
UnexpectedSyntax
----
CREATE (a:%)
=>
UnexpectedSyntax
----
RETURN COLLECT { MATCH (n) RETURN * }
=>
InvalidClauseComposition
----
MATCH p = shortestPath((a)-[:X*0..2]->()-->(b)) RETURN p
=>
UnexpectedSyntax
----
MATCH p = shortestPath((a)-[:X*2]->(b)) RETURN p
=>
UnexpectedSyntax
----
MATCH p = shortestPath((a)) RETURN p
=>
UnexpectedSyntax
----
CREATE (a) MATCH (n) RETURN count(n)
=>
InvalidClauseComposition
----
MATCH (n) DELETE n:Person
=>
InvalidDelete
----
CREATE ()-[:A|B]->()
=>
NoSingleRelationshipType
----
CREATE ()-->()
=>
NoSingleRelationshipType
----
CREATE ()-[:A]-()
=>
RequiresDirectedRelationship
----
CREATE ()-[:A*2]->()
=>
CreatingVarLength
----
MATCH (n) RETURN exists(n.x)
=>
UnexpectedSyntax
----
MATCH (a) WHERE EXISTS { CREATE (b) } RETURN a
=>
InvalidClauseComposition
----
MATCH (n)
=>
InvalidClauseComposition
----
CREATE (n) RETURN n CREATE (m)
=>
InvalidClauseComposition
----
UNWIND [1] AS x
=>
InvalidClauseComposition
----
MATCH (n) CALL { WITH n MATCH (n)-->(m) } RETURN n
=>
InvalidClauseComposition
----
FINISH RETURN 1
=>
InvalidClauseComposition
----
MATCH (n) USE neo4j RETURN n
=>
InvalidClauseComposition
----
MATCH (n) CALL { WITH * LIMIT 1 RETURN 1 AS x } RETURN x
=>
InvalidClauseComposition
----
CALL { LIMIT 1 RETURN 1 AS x } RETURN x
=>
InvalidClauseComposition
----
MATCH (n) CALL { WITH *, 1 AS y RETURN y } RETURN y
=>
InvalidClauseComposition
----
MATCH (n) WHERE EXISTS { FINISH } RETURN n
=>
InvalidClauseComposition
----
UNWIND [1] AS x LIMIT 2
=>
InvalidClauseComposition
----
CYPHER 25 RETURN 1 AS x
=>
InvalidOption
----
CYPHER runtime=fast RETURN 1 AS x
=>
InvalidOption
----
CYPHER speed=high RETURN 1 AS x
=>
InvalidOption
----
CYPHER runtime=slotted runtime=pipelined RETURN 1 AS x
=>
InvalidOption
----
CALL db.labels YIELD label RETURN label
=>
InvalidArgumentPassingMode
----
CALL { CALL db.labels() } RETURN 1 AS x
=>
InvalidArgumentPassingMode
----
MATCH (n) CALL db.labels()
=>
InvalidArgumentPassingMode
----
CALL db.labels() YIELD * RETURN label
=>
InvalidArgumentPassingMode
----
MATCH (n), (m), (x) RETURN shortestPath((n)-->(x)-->(m))
=>
UnexpectedSyntax
----
MATCH (n:A:B|C) RETURN n
=>
UnexpectedSyntax
----
MATCH (n:A:B&C) RETURN n
=>
UnexpectedSyntax
----
MATCH (n:A:B)-[:!T]->() RETURN n
=>
UnexpectedSyntax
----
MATCH (n:A|B) WHERE n:A:B RETURN n
=>
UnexpectedSyntax
----
MATCH (n:A|:B) RETURN n
=>
UnexpectedSyntax
----
MATCH ()-[r:T|:U]->() RETURN r
=>
UnexpectedSyntax
----
MATCH ()-[:T:U]->() RETURN 1
=>
UnexpectedSyntax
----
MATCH (n) WHERE n:$($label) RETURN n
=>
UnexpectedSyntax
----
MATCH (n:A) SET n:B&C
=>
UnexpectedSyntax
----
MATCH ()-[:!T*1..2]->() RETURN 1
=>
UnexpectedSyntax
----
MATCH ()-[r*1..2 WHERE r.w = 1]->() RETURN 1
=>
UnexpectedSyntax
----
MATCH (a)-[*1..2]->(b), (b)-->+(c) RETURN 1
=>
UnexpectedSyntax
----
MATCH ((a)-->(b)){0,2} RETURN 1
=>
UnexpectedSyntax
----
MATCH p = ANY SHORTEST (a)-->+(b), (c) RETURN p
=>
UnexpectedSyntax
----
MATCH p = SHORTEST 0 (a)-->+(b) RETURN p
=>
UnexpectedSyntax
----
MATCH p = SHORTEST $k (a)-->+(b) RETURN p
=>
UnexpectedSyntax
----
MATCH p = shortestPath((a)-[* {w: 1}]->(b)) RETURN p
=>
UnexpectedSyntax
----
MATCH p = shortestPath((a)-->+(b)) RETURN p
=>
UnexpectedSyntax
----
MATCH (a), (b) RETURN shortestPath((a)-[r*]->(b))
=>
UndefinedVariable
----
MATCH (a) RETURN shortestPath((a)-[*]->(:B))
=>
UnexpectedSyntax
----
MATCH (n) RETURN [(n)-->+(m) | m.x]
=>
UnexpectedSyntax
----
MATCH (n) WHERE (n)-->{2}(:A) RETURN n
=>
UnexpectedSyntax
----
MATCH (a)-->{3,2}(b) RETURN 1
=>
UnexpectedSyntax
----
MATCH (a)-->{0}(b) RETURN 1
=>
UnexpectedSyntax
----
MATCH (a)((x))+(b) RETURN 1
=>
UnexpectedSyntax
----
MATCH (a)((x)((y)-->(z)){2}(w))+(b) RETURN 1
=>
UnexpectedSyntax
----
MATCH (n), (m) RETURN shortestPath((n)-->()-->(m))
=>
UnexpectedSyntax
----
CALL db.labels() RETURN 1
=>
InvalidArgumentPassingMode
----
MATCH (n) CALL db.awaitIndexes RETURN n
=>
InvalidArgumentPassingMode
----
CALL db.labels() YIELD label WHERE label = 'A'
=>
UnexpectedSyntax
----
CALL { CALL db.labels() } RETURN 1
=>
InvalidArgumentPassingMode
----
CALL { CALL db.labels() YIELD label } RETURN label
=>
UndefinedVariable
----
MATCH DIFFERENT RELATIONSHIPS (a)-->(b) RETURN a
=>
UnexpectedSyntax
----
MATCH REPEATABLE ELEMENTS (a)-->(b) RETURN a
=>
UnexpectedSyntax
----
MATCH (a), (b) RETURN shortestPath((a)-[*]-(x))
=>
UndefinedVariable
----
MATCH (n:A:B), (m:A|B) RETURN n
=>
UnexpectedSyntax
----
MATCH (n:A:B) WHERE n:C|D RETURN n
=>
UnexpectedSyntax
----
MATCH (n) RETURN n:C:D, n:A|B
=>
UnexpectedSyntax
----
MATCH ()-[r:A:B]->() RETURN r
=>
UnexpectedSyntax
----
MATCH ()-[r:A|:B]->() RETURN r
=>
UnexpectedSyntax
----
MATCH ()-[:A|:B*]->() RETURN 1
=>
UnexpectedSyntax
----
MATCH ()-[:!A*1..2]->() RETURN 1
=>
UnexpectedSyntax
----
MATCH (n) SET n:A&B
=>
UnexpectedSyntax
----
MATCH (n) SET n:$any(['A'])
=>
UnexpectedSyntax
----
MATCH (n) WHERE n:$('A') RETURN n
=>
UnexpectedSyntax
----
INSERT (:A:B)
=>
UnexpectedSyntax
----
INSERT p = (n:A)-[:R]->(m) RETURN p
=>
UnexpectedSyntax
----
INSERT (n $p)
=>
UnexpectedSyntax
----
INSERT (:$('A'))
=>
UnexpectedSyntax
----
MATCH ((a)-->(b)){0} RETURN a
=>
UnexpectedSyntax
----
MATCH (a)-->{2,1}(b) RETURN a
=>
UnexpectedSyntax
----
MATCH ((a)){1,2} RETURN a
=>
UnexpectedSyntax
----
MATCH ((a)-[*]->(b)){1,2} RETURN a
=>
UnexpectedSyntax
----
MATCH (((a)-->(b)){1,2}){1,2} RETURN a
=>
UnexpectedSyntax
----
MATCH (p = (a)-->(b)) RETURN p
=>
UnexpectedSyntax
----
MATCH (ANY SHORTEST (a)-->+(b)) RETURN a
=>
UnexpectedSyntax
----
MATCH ((a)-->(b)){,2} RETURN a
=>
UnexpectedSyntax
----
MATCH (a) ((x)-->(y)) RETURN x
=>
UnexpectedSyntax
----
MATCH ()-[r*]->+() RETURN r
=>
UnexpectedSyntax
----
MATCH ()-->+(), ()-[*]->() RETURN 1
=>
UnexpectedSyntax
----
MATCH p = SHORTEST 1 (a)-->+(b), (c) RETURN p
=>
UnexpectedSyntax
----
CREATE p = ANY SHORTEST (a)-[:R]->(b)
=>
UnexpectedSyntax
----
MATCH p = shortestPath((a)-[* {x: 1}]->(b)) RETURN p
=>
UnexpectedSyntax
----
MATCH p = shortestPath((a)-[*]-(a)) RETURN p
=>
UnexpectedSyntax
----
MATCH (a) RETURN shortestPath((a)-[*]-())
=>
UnexpectedSyntax
----
MATCH (r) RETURN [(r) | 1]
=>
UnexpectedSyntax
----
MATCH (r) RETURN [(r)-->+() | 1]
=>
UnexpectedSyntax
----
MATCH (r) WHERE (r)-->+() RETURN r
=>
UnexpectedSyntax
----
MATCH (r) WHERE (r WHERE r.x = 1)-->() RETURN r
=>
UnexpectedSyntax
----
CREATE (a {x: a.y})
=>
UndefinedVariable
----
CREATE (a {x: 1})-[:R {y: a.x}]->(b)
=>
UndefinedVariable
----
CREATE (a)-[r:R {y: r.x}]->(b)
=>
UndefinedVariable
----
CREATE p = (a {x: length(p)})
=>
UndefinedVariable
----
RETURN EXISTS { CALL { CREATE (n) RETURN 1 AS x } RETURN x }
=>
InvalidClauseComposition
