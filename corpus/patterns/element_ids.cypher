// elementId() is a string in Neo4j.
CREATE (a:N {i: 1})-[:R {w: 1}]->(b:N {i: 2})-[:R {w: 2}]->(a);

MATCH (n:N) RETURN n.i, valueType(elementId(n)), elementId(n) IS :: STRING, elementId(n) IS :: INTEGER
// = [[1, "STRING NOT NULL", true, false], [2, "STRING NOT NULL", true, false]]

MATCH ()-[r]->() WITH elementId(r) AS id MATCH ()-[q]->() WHERE elementId(q) = id RETURN q.w, valueType(id)
// = [[1, "STRING NOT NULL"], [2, "STRING NOT NULL"]]

MATCH (n:N {i: 1}) WITH toString(elementId(n)) AS id MATCH (m) WHERE elementId(m) = id RETURN m.i
// = [[1]]

MATCH (n:N) WITH collect('' + elementId(n)) AS ids MATCH (m) WHERE elementId(m) IN ids RETURN m.i
// = [[1], [2]]

MATCH (n:N) WITH collect(elementId(n)) AS ids UNWIND ids AS id MATCH (m) WHERE elementId(m) = id RETURN m.i
// = [[1], [2]]

MATCH (n:N) WHERE NOT elementId(n) IN ['', 'x', '4:x:1'] AND elementId(n) <> 'y' RETURN n.i
// = [[1], [2]]

MATCH (a:N)-->(b:N) WHERE elementId(a) < elementId(b) RETURN valueType(elementId(a) + elementId(b))
// = [["STRING NOT NULL"]]

OPTIONAL MATCH (n:Nothing) RETURN elementId(n), elementId(n) + 'x', elementId(n) = 'x', valueType(elementId(n))
// = [[null, null, null, "NULL"]]

// A part of Neo4j's string.
MATCH (n:N) RETURN split(elementId(n), ':')[2]

// The beginning of Neo4j's string.
MATCH (n:N) RETURN elementId(n) STARTS WITH '4:'

// The length of Neo4j's string.
MATCH (n:N) WITH elementId(n) AS id RETURN size(id)
