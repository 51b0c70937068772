"""OPTIONS of Neo4j's index commands as FalkorDB's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cypher_translate import ast
from cypher_translate.errors import CypherRuntimeError, UnsupportedCypher
from cypher_translate.falkordb.catalogue import Catalogue, Rule
from cypher_translate.falkordb.constants import constant

_PROVIDERS = {
    "RANGE": ("range-1.0",),
    "TEXT": ("text-1.0", "text-2.0"),
    "POINT": ("point-1.0",),
    "LOOKUP": ("token-lookup-1.0",),
    "FULLTEXT": ("fulltext-1.0",),
    "VECTOR": ("vector-1.0", "vector-2.0"),
}
_SYSTEMS = ("cartesian", "cartesian-3d", "wgs-84", "wgs-84-3d")
_SETTINGS: dict[str, dict[str, type]] = {
    "POINT": {f"spatial.{system}.{end}": list for system in _SYSTEMS for end in ("min", "max")},
    "FULLTEXT": {"fulltext.analyzer": str, "fulltext.eventually_consistent": bool},
    "VECTOR": {
        "vector.dimensions": int,
        "vector.similarity_function": str,
        "vector.quantization.enabled": bool,
        "vector.hnsw.m": int,
        "vector.hnsw.ef_construction": int,
    },
}
"""What an index can be told, and of which type the value is."""

_DEFAULTS: dict[str, dict[str, Any]] = {
    "FULLTEXT": {"fulltext.analyzer": "standard-no-stop-words"},
    "VECTOR": {"vector.similarity_function": "cosine"},
}
_LARGEST = {"vector.dimensions": 4096, "vector.hnsw.m": 512, "vector.hnsw.ef_construction": 3200}
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


def index_config(
    kind: str, options: ast.MapLiteral | ast.Parameter | None, params: Mapping[str, object]
) -> dict[str, Any]:
    """The settings in ``OPTIONS {indexConfig: …}`` of an index of this kind, with Neo4j's defaults.

    Raises CypherRuntimeError for what Neo4j does not accept either.
    """
    value = constant(options, params) if options else {}
    config = value.get("indexConfig", {}) if isinstance(value, dict) else None
    if not isinstance(config, dict):
        raise _bad(f"OPTIONS {value!r} is no map with a map `indexConfig`")
    if unknown := value.keys() - {"indexConfig", "indexProvider"}:
        raise _bad(f"There is no option {_listed(unknown)}", "the options are indexProvider and indexConfig")
    provider = value.get("indexProvider", _PROVIDERS[kind][-1])
    if provider not in _PROVIDERS[kind]:
        raise _bad(f"{provider!r} provides no such index", f"the providers are {_listed(_PROVIDERS[kind])}")
    settings = _SETTINGS.get(kind, {})
    for name, setting in config.items():
        if name not in settings:
            raise _bad(f"This index has no setting `{name}`", f"its settings are {_listed(settings) or 'none'}")
        if type(setting) is not settings[name]:
            raise _bad(f"`{name}` is {setting!r}", f"it must be of type {settings[name].__name__}")
        if name in _LARGEST and not 1 <= config[name] <= _LARGEST[name]:
            raise _bad(f"`{name}` is {setting}", f"it must be between 1 and {_LARGEST[name]}")
    if kind == "VECTOR" and config.get("vector.similarity_function", "cosine").lower() not in ("cosine", "euclidean"):
        raise _bad(f"{config['vector.similarity_function']!r} is no similarity function", "use 'cosine' or 'euclidean'")
    return {**_DEFAULTS.get(kind, {}), **config}


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
    settings = [f"similarityFunction: '{rule.similarity}'"]
    settings += [f"{_VECTOR_SETTINGS[name]}: {config[name]}" for name in _VECTOR_SETTINGS if name in config]
    return f" OPTIONS {{{', '.join(settings)}}}"


def _analyzer(name: str) -> str:
    if name in _LANGUAGES:
        return f"language: '{name}'"
    if name in _ANALYZERS:
        return _ANALYZERS[name]
    raise UnsupportedCypher(
        f"FalkorDB has no full-text analyzer like {name!r}",
        code="FulltextAnalyzer",
        hint="use standard, standard-no-stop-words, simple or a language such as english",
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _bad(reason: str, hint: str = "") -> CypherRuntimeError:
    return CypherRuntimeError(reason, code="Options", status="Neo.ClientError.Statement.ArgumentError", hint=hint)
