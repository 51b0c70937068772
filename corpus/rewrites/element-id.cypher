MATCH (n) WHERE elementId(n) = $id RETURN n.name
=>
MATCH (n) WHERE id(n) = $id RETURN n.name
----
MATCH (a)-[r:KNOWS]->(b) WITH a, r, collect(elementId(b)) AS friends RETURN elementId(a), ELEMENTID(r), friends
=>
MATCH (a)-[r:KNOWS]->(b) WITH a, r, collect(id(b)) AS friends RETURN id(a) AS `elementId(a)`, id(r) AS `ELEMENTID(r)`, friends
