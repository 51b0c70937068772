"""Which relations answer a question, without a model: by embedding and by words, then outward along the edges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cypher_translate import FalkorGraph
from mem0_falkordb.v2 import names, queries
from mem0_falkordb.v2.config import GraphMemoryConfig
from mem0_falkordb.v2.entities import count_entities, nearest
from mem0_falkordb.v2.relations import sentence
from mem0_falkordb.v2.scope import Scope

# From so many entities found by embedding, and so many found by words, the search goes outward.
CANDIDATES = 10
NAMED = 50
# So many edges of one step are looked at, the most similar first, and so many of their ends lead to the next step.
EDGES = 500
FRONTIER = 50

# What a relation's score is made of: its own likeness to the question, and that of the entity it was found from,
# of which each further step keeps half.
LIKENESS, ANCHOR, DECAY = 0.7, 0.3, 0.5

# Who asks "Where do I live?" is perhaps what the question is about.
SPEAKER = 0.5

SELF = frozenset({"i", "me", "my", "mine", "myself"})
MAX_WORDS = 64


Key = tuple[str, str, str]
"""A relation by the keys of its ends: (source, relationship, destination)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A relation, by its key and the names of its ends, and its score, 0 to 1."""

    key: Key
    source: str
    destination: str
    score: float

    @property
    def triple(self) -> dict[str, str]:
        """The relation with its names."""
        return {"source": self.source, "relationship": self.key[1], "destination": self.destination}

    @property
    def result(self) -> dict[str, Any]:
        """As Mem0's results have it."""
        return {**self.triple, "score": round(self.score, 4)}


def find(
    graph: FalkorGraph, text: str, vector: Sequence[float], scope: Scope, config: GraphMemoryConfig
) -> list[Found]:
    """The valid relations of the scope near the text, best first; each (source, relationship, destination) once."""
    reached = _anchors(graph, text, vector, scope, config)
    frontier = list(reached)
    asked = set(names.words(text))
    found: dict[Key, Found] = {}
    for _ in range(config.hops):
        if not frontier:
            break
        parameters = {"keys": frontier, "embedding": list(vector), "limit": EDGES, **scope.parameters}
        rows = graph.query(queries.AROUND, parameters).records()
        steps: dict[str, float] = {}
        for row in rows:
            source, destination = row["source_key"], row["destination_key"]
            anchor = max(reached.get(source, 0.0), reached.get(destination, 0.0))
            key = (source, row["relationship"], destination)
            similarity = row["similarity"]
            likeness = _shared_words(row, asked) if similarity is None else max(similarity, 0.0)
            score = min(LIKENESS * likeness + ANCHOR * anchor, 1.0)
            if key not in found or found[key].score < score:
                found[key] = Found(key, row["source"], row["destination"], score)
            for end in (source, destination):
                if end not in reached:
                    steps[end] = max(steps.get(end, 0.0), anchor * DECAY)
        frontier = sorted(steps, key=lambda end: -steps[end])[:FRONTIER]
        reached.update(steps)
    return sorted(found.values(), key=lambda one: (-one.score, one.key))


def _shared_words(row: Mapping[str, Any], asked: set[str]) -> float:
    """How much of a relation's words a question has: an edge of an older program has no embedding to compare."""
    parts = names.words(sentence(row["source"], row["relationship"], row["destination"]))
    return sum(part in asked for part in parts) / max(len(parts), 1)


def _anchors(
    graph: FalkorGraph, text: str, vector: Sequence[float], scope: Scope, config: GraphMemoryConfig
) -> dict[str, float]:
    """The entities that the text is about, with how sure that is (0 to 1)."""
    exact = count_entities(graph) <= config.exact_limit
    asked = names.words(text)[:MAX_WORDS]
    anchors = {key: max(similarity, 0.0) for key, similarity in nearest(graph, vector, CANDIDATES, config)}
    folded = names.key(text)
    parameters = {"words": list(dict.fromkeys(asked)), "candidates": NAMED}
    if exact:
        rows = graph.query(queries.NAMED_EXACT, {**parameters, "text": folded}).rows
    else:
        rows = graph.query(queries.NAMED_BY_INDEX, parameters).rows
    for (key,) in rows:
        anchors[key] = max(anchors.get(key, 0.0), _overlap(key, folded, set(asked)))
    if SELF.intersection(asked):
        speaker = names.key(scope.speaker)
        anchors[speaker] = max(anchors.get(speaker, 0.0), SPEAKER)
    return anchors


def _overlap(key: str, folded: str, asked: set[str]) -> float:
    """How much of a name a text names: 1 for all its words, in scripts without spaces for the name as it stands."""
    parts = names.words(key)
    whole = bool(parts) and all(not part.isascii() for part in parts) and key in folded
    return 1.0 if whole else sum(part in asked for part in parts) / max(len(parts), 1)
