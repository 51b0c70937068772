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
MATCH (n), (m) RETURN shortestPath((n)-->(x)-->(m))
=>
UnexpectedSyntax
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
InvalidClauseComposition
----
MATCH (n) CALL db.labels()
=>
InvalidClauseComposition
----
CALL db.labels() YIELD * RETURN label
=>
InvalidClauseComposition
