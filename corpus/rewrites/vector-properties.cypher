MATCH (n:Doc {id: $id}) CALL db.create.setNodeVectorProperty(n, 'embedding', $vector)
=>
MATCH (n:Doc {id: $id}) WHERE n['id'] = $id SET n.embedding = vecf32(neo4j.vector($vector))
----
MATCH (n:Doc {id: $id}) CALL db.create.setNodeVectorProperty(n, 'embedding', $vector) RETURN n.id
=>
MATCH (n:Doc {id: $id}) WHERE n['id'] = $id SET n.embedding = vecf32(neo4j.vector($vector)) RETURN n.id
----
MATCH ()-[r:REL]->() WITH r CALL db.create.setRelationshipVectorProperty(r, 'v', [1.0, 2.0]) SET r.seen = true
=>
MATCH ()-[r:REL]->() WITH r SET r.v = vecf32(neo4j.vector([1.0, 2.0])) SET r.seen = true
