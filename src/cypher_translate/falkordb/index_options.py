"""OPTIONS of Neo4j's index commands as FalkorDB's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cypher_translate import ast
from cypher_translate.errors import CypherRuntimeError, UnsupportedCypher
from cypher_translate.falkordb.catalogue import Catalogue, Rule
from cypher_translate.falkordb.constants import constant

_VECTOR_SETTINGS = {
    "vector.dimensions": "dimension",
    "vector.hnsw.m": "M",
    "vector.hnsw.ef_construction": "efConstruction",
}
_ANALYZERS = {
    "standard-no-stop-words": "stopwords: [], nostem: true",
    "simple": "stopwords: [], nostem: true",
    "standard": "nostem: true",
}
_LANGUAGES = (
    *("arabic", "danish", "dutch", "english", "finnish", "french", "german", "hungarian", "italian"),
    *("norwegian", "portuguese", "romanian", "russian", "spanish", "swedish", "turkish"),
)


def index_config(options: ast.MapLiteral | ast.Parameter | None, params: Mapping[str, object]) -> dict[str, Any]:
    """The settings in ``OPTIONS {indexConfig: …}``, with Neo4j's defaults."""
    value = constant(options, params) if options else {}
    config = value.get("indexConfig", {}) if isinstance(value, dict) else None
    if not isinstance(config, dict):
        raise _bad(f"OPTIONS {value!r} is no map with a map `indexConfig`")
    return {"vector.similarity_function": "cosine", "fulltext.analyzer": "standard-no-stop-words", **config}


def server_options(rule: Rule, config: Mapping[str, Any], existing: Catalogue) -> str:
    """The OPTIONS of the server's own command for an index, empty where it needs none."""
    if rule.kind == "VECTOR":
        return _vector_options(rule, config)
    indexed = {label for _, label, _, kind in existing.parts if kind == "FULLTEXT"}
    if rule.kind == "FULLTEXT" and not indexed.intersection(rule.labels):
        # A label has one set of options: its first index decides.
        return f" OPTIONS {{{_analyzer(config['fulltext.analyzer'])}}}"
    return ""


def _vector_options(rule: Rule, config: Mapping[str, Any]) -> str:
    if "vector.dimensions" not in config:
        raise UnsupportedCypher(
            "FalkorDB's vector index needs the number of dimensions",
            code="VectorDimensions",
            hint="write OPTIONS {indexConfig: {`vector.dimensions`: 384, `vector.similarity_function`: 'cosine'}}",
        )
    if rule.similarity not in ("cosine", "euclidean"):
        raise _bad(f"{rule.similarity!r} is no similarity function", "use 'cosine' or 'euclidean'")
    settings = [f"similarityFunction: '{rule.similarity}'"]
    for name, server_name in _VECTOR_SETTINGS.items():
        if name in config:
            if type(config[name]) is not int:
                raise _bad(f"`{name}` is {config[name]!r}", "it must be an integer")
            settings.append(f"{server_name}: {config[name]}")
    return f" OPTIONS {{{', '.join(settings)}}}"


def _analyzer(name: object) -> str:
    if isinstance(name, str) and name in _LANGUAGES:
        return f"language: '{name}'"
    if isinstance(name, str) and name in _ANALYZERS:
        return _ANALYZERS[name]
    raise UnsupportedCypher(
        f"FalkorDB has no full-text analyzer like {name!r}",
        code="FulltextAnalyzer",
        hint="use standard, standard-no-stop-words, simple or a language such as english",
    )


def _bad(reason: str, hint: str = "") -> CypherRuntimeError:
    return CypherRuntimeError(reason, code="Options", status="Neo.ClientError.Statement.ArgumentError", hint=hint)
