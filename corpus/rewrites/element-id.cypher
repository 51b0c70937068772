MATCH (n) WHERE elementId(n) = $id RETURN n.name
=>
MATCH (n) WHERE id(n) = $id RETURN n.name
----
MATCH (a)-[r:KNOWS]->(b) WITH a, r, collect(elementId(b)) AS friends RETURN elementId(a), ELEMENTID(r), friends
=>
MATCH (a)-[r:KNOWS]->(b) WITH a, r, collect(id(b)) AS friends RETURN id(a) AS `elementId(a)`, id(r) AS `ELEMENTID(r)`, friends
----
MATCH (n) WHERE elementId(n) IN $ids OR elementId(n) = '12' RETURN n.name
=>
MATCH (n) WHERE id(n) IN $ids OR id(n) = 12 RETURN n.name
----
UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.id SET n.name = row.name
=>
UNWIND $rows AS row MATCH (n) WHERE id(n) = coalesce(toIntegerOrNull(row.id), row.id) SET n.name = row.name
----
MATCH (n) WHERE elementId(n) = $id OR n.id = $id RETURN n.name
=>
MATCH (n) WHERE id(n) = coalesce(toIntegerOrNull($id), $id) OR n.id = $id RETURN n.name
