"""All Cypher of the graph memory, in Neo4j's dialect; `cypher_translate` makes FalkorDB's of it.

The shape of a graph is the one that Mem0 1.x writes, with a few properties more:

- ``(:__Entity__ {key, name, user_id, embedding, mentions, created})``, with its type as a second label. ``key`` is the
  name as `names.key` normalises it, once in a graph; ``user_id`` is the graph's owner.
- ``-[:works_at {valid, scope, user_id, agent_id, run_id, memory_ids, confidence, embedding, mentions, created_at,
  updated_at, invalidated_at, invalidated_by}]->``. The identities are those that the memory was added with, and
  ``scope`` is the same three as one string. Of each relation there is one valid edge in a scope; what was invalidated
  stays as its history. Times are milliseconds since 1970, as Mem0 1.x keeps them.

Names of relationship types and labels can't be parameters in Cypher: `quoted` makes them safe.
"""

from __future__ import annotations

VALID = "(r.valid IS NULL OR r.valid = true)"
SCOPED = (
    "($user_id IS NULL OR r.user_id = $user_id)"
    " AND ($agent_id IS NULL OR r.agent_id = $agent_id)"
    " AND ($run_id IS NULL OR r.run_id = $run_id)"
)
TRIPLE = "s.name AS source, type(r) AS relationship, d.name AS destination"
KEYS = "s.key AS source_key, d.key AS destination_key"

# The schema.

# Of several writers that MERGE one key, FalkorDB lets one create it, once the label is known, which the index sees to.
# A constraint would say no more, and creating constraints in several graphs at once crashes FalkorDB 4.22.
KEY_INDEX = "CREATE INDEX entity_key IF NOT EXISTS FOR (n:`__Entity__`) ON (n.key)"
WORD_INDEX = "CREATE FULLTEXT INDEX entity_words IF NOT EXISTS FOR (n:`__Entity__`) ON EACH [n.key]"
DROP_VECTOR_INDEX = "DROP INDEX entity_embedding IF EXISTS"


def vector_index(dimension: int) -> str:
    """The index for the entities' embeddings of that many numbers."""
    return (
        "CREATE VECTOR INDEX entity_embedding IF NOT EXISTS FOR (n:`__Entity__`) ON (n.embedding) OPTIONS "
        f"{{indexConfig: {{`vector.dimensions`: {int(dimension)}, `vector.similarity_function`: 'cosine'}}}}"
    )


def quoted(name: str) -> str:
    """A label or a relationship type, quoted."""
    return "`" + name.replace("`", "``") + "`"


# Entities.

COUNT_ENTITIES = "MATCH (n:`__Entity__`) RETURN count(n) AS entities"

ANY_EMBEDDING = "MATCH (n:`__Entity__`) WHERE n.embedding IS NOT NULL RETURN n.embedding AS embedding LIMIT 1"

KNOWN_ENTITIES = """
UNWIND $keys AS key
MATCH (n:`__Entity__` {key: key})
RETURN n.key AS key, size(labels(n)) > 1 AS typed
"""

STORE_ENTITIES = """
UNWIND $rows AS row
MERGE (n:`__Entity__` {key: row.key})
ON CREATE SET n.name = row.name, n.user_id = $owner, n.created = timestamp(), n.mentions = 1
ON MATCH SET n.mentions = coalesce(n.mentions, 0) + 1
WITH n, row
CALL db.create.setNodeVectorProperty(n, 'embedding', row.embedding)
"""

MENTION_ENTITIES = """
UNWIND $keys AS key
MATCH (n:`__Entity__` {key: key})
SET n.mentions = coalesce(n.mentions, 0) + 1
"""


def type_entities(label: str) -> str:
    """Give the entities with $keys a type."""
    return f"UNWIND $keys AS key MATCH (n:`__Entity__` {{key: key}}) SET n:{quoted(label)}"


# Relations.

KNOWN_RELATIONSHIPS = "CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType"


def introduce_relationship(relationship: str) -> str:
    """Make a relationship type known to the graph, and leave nothing else.

    FalkorDB plans a query before it waits for other writers: a MERGE with a type that the graph did not have then
    never sees an edge that another writer made meanwhile, and makes a second one. With a known type it is atomic.
    """
    return f"CREATE (s)-[r:{quoted(relationship)}]->(d) DELETE r, s, d"


def store_relations(relationship: str) -> str:
    """Write $rows of one relationship: one valid edge for each relation and scope, whoever writes at the same time."""
    return f"""
UNWIND $rows AS row
MATCH (s:`__Entity__` {{key: row.source}})
MATCH (d:`__Entity__` {{key: row.destination}})
MERGE (s)-[r:{quoted(relationship)} {{scope: $scope, valid: true}}]->(d)
ON CREATE SET r.user_id = $user_id, r.agent_id = $agent_id, r.run_id = $run_id, r.created_at = timestamp(),
  r.updated_at = timestamp(), r.mentions = 1, r.memory_ids = row.memory_ids, r.confidence = row.confidence
ON MATCH SET r.updated_at = timestamp(), r.mentions = coalesce(r.mentions, 0) + 1,
  r.memory_ids = coalesce(r.memory_ids, []) + [id IN row.memory_ids WHERE NOT id IN coalesce(r.memory_ids, [])],
  r.confidence = coalesce(row.confidence, r.confidence)
WITH s, r, d, row
CALL db.create.setRelationshipVectorProperty(r, 'embedding', row.embedding)
RETURN {TRIPLE}
"""


INVALIDATE = f"""
UNWIND $rows AS row
MATCH (s:`__Entity__` {{key: row.source}})-[r]->(d:`__Entity__` {{key: row.destination}})
WHERE type(r) = row.relationship AND {VALID} AND {SCOPED}
SET r.valid = false, r.invalidated_at = timestamp(), r.invalidated_by = row.memory_id
RETURN {TRIPLE}
"""

# A deleted memory: first it leaves the edges that have others, then the edges that had no other are invalidated. They
# keep its id, as their history. Whatever runs between the two finds each edge in a state of its own right.
RELEASE_SHARED = """
MATCH (:`__Entity__`)-[r]->(:`__Entity__`)
WHERE $memory_id IN r.memory_ids AND size(r.memory_ids) > 1
SET r.memory_ids = [id IN r.memory_ids WHERE id <> $memory_id]
"""
RELEASE_LAST = f"""
MATCH (s:`__Entity__`)-[r]->(d:`__Entity__`)
WHERE r.memory_ids = [$memory_id] AND {VALID}
SET r.valid = false, r.invalidated_at = timestamp()
RETURN {TRIPLE}
"""

SCOPE_ENTITIES = f"""
MATCH (s:`__Entity__`)-[r]->(d:`__Entity__`)
WHERE {SCOPED}
UNWIND [s.key, d.key] AS key
RETURN DISTINCT key
"""
DELETE_SCOPE = f"MATCH (:`__Entity__`)-[r]->(:`__Entity__`) WHERE {SCOPED} DELETE r"
DELETE_LONELY = """
UNWIND $keys AS key
MATCH (n:`__Entity__` {key: key})
WHERE NOT (n)--()
DELETE n
"""

# Reading.

ALL_RELATIONS = f"""
MATCH (s:`__Entity__`)-[r]->(d:`__Entity__`)
WHERE {VALID} AND {SCOPED}
RETURN {TRIPLE}, {KEYS}
ORDER BY r.updated_at DESC
LIMIT $limit
"""

NEAREST_EXACT = """
MATCH (n:`__Entity__`)
WHERE n.embedding IS NOT NULL
RETURN n.key AS key, 2 * vector.similarity.cosine(n.embedding, $embedding) - 1 AS similarity
ORDER BY similarity DESC
LIMIT $candidates
"""

NEAREST_BY_INDEX = """
CALL db.index.vector.queryNodes('entity_embedding', $candidates, $embedding) YIELD node, score
RETURN node.key AS key, 2 * score - 1 AS similarity
ORDER BY similarity DESC
"""

NAMED_EXACT = """
MATCH (n:`__Entity__`)
WHERE $text CONTAINS n.key OR any(word IN split(n.key, ' ') WHERE word IN $words)
RETURN n.key AS key
LIMIT $candidates
"""

NAMED_BY_INDEX = """
UNWIND $words AS word
CALL db.index.fulltext.queryNodes('entity_words', word) YIELD node, score
WITH node.key AS key, sum(score) AS score
RETURN key
ORDER BY score DESC
LIMIT $candidates
"""

AROUND = f"""
UNWIND $keys AS key
MATCH (:`__Entity__` {{key: key}})-[r]-(:`__Entity__`)
WHERE {VALID} AND {SCOPED}
WITH DISTINCT r, startNode(r) AS s, endNode(r) AS d
RETURN {TRIPLE}, {KEYS}, r.updated_at AS updated_at,
  CASE WHEN r.embedding IS NULL THEN null
    ELSE 2 * vector.similarity.cosine(r.embedding, $embedding) - 1 END AS similarity
ORDER BY coalesce(similarity, 0) DESC
LIMIT $limit
"""

MEMORY_IDS = f"""
MATCH (:`__Entity__`)-[r]->(:`__Entity__`)
WHERE {SCOPED}
UNWIND r.memory_ids AS memory_id
RETURN DISTINCT memory_id
"""

HISTORY = f"""
MATCH (s:`__Entity__`)-[r]->(d:`__Entity__`)
WHERE ($source IS NULL OR s.key = $source) AND ($relationship IS NULL OR type(r) = $relationship)
  AND ($destination IS NULL OR d.key = $destination) AND {SCOPED}
RETURN {TRIPLE}, coalesce(r.valid, true) AS valid, r.created_at AS created_at, r.updated_at AS updated_at,
  r.invalidated_at AS invalidated_at, r.invalidated_by AS invalidated_by, r.memory_ids AS memory_ids,
  r.confidence AS confidence, r.mentions AS mentions, r.user_id AS user_id, r.agent_id AS agent_id, r.run_id AS run_id
ORDER BY r.created_at
"""

# Embeddings made anew, after the embedder was changed. They are all removed first: no graph ever holds two dimensions.

FORGET_ENTITY_EMBEDDINGS = "MATCH (n:`__Entity__`) WHERE n.embedding IS NOT NULL REMOVE n.embedding"
FORGET_RELATION_EMBEDDINGS = "MATCH ()-[r]->() WHERE r.embedding IS NOT NULL REMOVE r.embedding"
ENTITIES_WITHOUT_EMBEDDING = """
MATCH (n:`__Entity__`)
WHERE n.embedding IS NULL AND n.name IS NOT NULL
RETURN n.key AS key, n.name AS name
LIMIT $limit
"""
RELATIONS_WITHOUT_EMBEDDING = f"""
MATCH (s:`__Entity__`)-[r]->(d:`__Entity__`)
WHERE r.embedding IS NULL
RETURN elementId(r) AS id, {TRIPLE}
LIMIT $limit
"""
EMBED_ENTITIES = """
UNWIND $rows AS row
MATCH (n:`__Entity__` {key: row.key})
CALL db.create.setNodeVectorProperty(n, 'embedding', row.embedding)
"""
EMBED_RELATIONS = """
UNWIND $rows AS row
MATCH ()-[r]->()
WHERE elementId(r) = row.id
CALL db.create.setRelationshipVectorProperty(r, 'embedding', row.embedding)
"""

# Graphs that Mem0 1.x or the published plugin wrote: entities get a key, edges a scope.

OLD_RELATION_SCOPES = """
MATCH (s)-[r]->()
WHERE r.scope IS NULL AND s.name IS NOT NULL AND s.user_id IS NOT NULL
RETURN DISTINCT s.agent_id AS agent_id, s.run_id AS run_id
"""
ADOPT_RELATIONS = """
MATCH (s)-[r]->()
WHERE r.scope IS NULL AND s.name IS NOT NULL AND s.user_id IS NOT NULL
  AND coalesce(s.agent_id, '') = coalesce($old_agent_id, '') AND coalesce(s.run_id, '') = coalesce($old_run_id, '')
SET r.scope = $scope, r.user_id = $user_id, r.agent_id = $agent_id, r.run_id = $run_id,
  r.valid = coalesce(r.valid, true)
"""
OLD_ENTITIES = """
MATCH (n)
WHERE n.key IS NULL AND n.name IS NOT NULL AND n.user_id IS NOT NULL
RETURN elementId(n) AS id, n.name AS name
LIMIT $limit
"""
ADOPT_ENTITIES = """
UNWIND $rows AS row
MATCH (n)
WHERE elementId(n) = row.id AND n.key IS NULL
SET n:`__Entity__`, n.key = row.key
"""
TWIN_RELATIONSHIPS = """
MATCH (n)-[r]-()
WHERE elementId(n) = $id AND n.key IS NULL
RETURN DISTINCT type(r) AS relationship
"""


def move_relations(relationship: str, outgoing: bool) -> str:
    """Give the edges of the old entity with $id, one way, to its twin with $key."""
    edge = f"r:{quoted(relationship)}"
    old = f"(n)-[{edge}]->(m)" if outgoing else f"(m)-[{edge}]->(n)"
    new = f"(twin)-[{edge}]->(m)" if outgoing else f"(m)-[{edge}]->(twin)"
    return f"""
MATCH {old}
WHERE elementId(n) = $id AND n.key IS NULL
MATCH (twin:`__Entity__` {{key: $key}})
CREATE {new.replace("[r:", "[moved:")}
SET moved = properties(r)
DELETE r
"""


DELETE_TWIN = "MATCH (n) WHERE elementId(n) = $id AND n.key IS NULL DETACH DELETE n"

# Out of a Neo4j database that Mem0 1.x filled (run by Neo4j itself), and into FalkorDB. `origin` tells a copy's
# original, so that what is read twice is written once.

COUNT_SOURCE = """
MATCH (n) WHERE n.user_id IS NOT NULL AND n.name IS NOT NULL
WITH count(n) AS entities
OPTIONAL MATCH (s)-[r]->(d)
WHERE s.user_id IS NOT NULL AND s.name IS NOT NULL AND d.user_id = s.user_id AND d.name IS NOT NULL
RETURN entities, count(r) AS relations
"""
READ_ENTITIES = """
MATCH (n)
WHERE n.user_id IS NOT NULL AND n.name IS NOT NULL AND id(n) > $after
WITH n ORDER BY id(n)
RETURN id(n) AS id, n.user_id AS owner, labels(n) AS labels, properties(n) AS properties
"""
READ_RELATIONS = """
MATCH (s)-[r]->(d)
WHERE s.user_id IS NOT NULL AND s.name IS NOT NULL AND d.user_id = s.user_id AND d.name IS NOT NULL AND id(r) > $after
WITH s, r, d ORDER BY id(r)
RETURN id(r) AS id, s.user_id AS owner, id(s) AS source, type(r) AS relationship, id(d) AS destination,
  properties(r) AS properties
"""
ORIGIN_INDEX = "CREATE INDEX entity_origin IF NOT EXISTS FOR (n:`__Entity__`) ON (n.origin)"
COUNT_COPIES = """
MATCH (n:`__Entity__`) WHERE n.origin STARTS WITH $source
WITH count(n) AS entities
OPTIONAL MATCH ()-[r]->() WHERE r.origin STARTS WITH $source
RETURN entities, count(r) AS relations
"""


def copy_entities(labels: tuple[str, ...], embedded: bool) -> str:
    """Write $rows of entities with these labels, with or without embeddings."""
    others = "".join(":" + quoted(label) for label in labels if label != "__Entity__")
    embed = "WITH n, row CALL db.create.setNodeVectorProperty(n, 'embedding', row.embedding)" if embedded else ""
    return f"""
UNWIND $rows AS row
MERGE (n:`__Entity__` {{origin: row.origin}})
SET n += row.properties
{f"SET n{others}" if others else ""}
{embed}
"""


def copy_relations(relationship: str) -> str:
    """Write $rows of relations of one type between entities that were copied before."""
    return f"""
UNWIND $rows AS row
MATCH (s:`__Entity__` {{origin: row.source}})
MATCH (d:`__Entity__` {{origin: row.destination}})
MERGE (s)-[r:{quoted(relationship)} {{origin: row.origin}}]->(d)
SET r += row.properties
"""
