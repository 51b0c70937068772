"""What a pass is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from cypher_translate import ast
from cypher_translate.ast import Node
from cypher_translate.content import Content, content_of
from cypher_translate.errors import Diagnostic, UnsupportedCypher
from cypher_translate.plan import Origin, Seek, Statement, Stored, Supply
from cypher_translate.semantics.types import Type, infer
from cypher_translate.source import Span
from cypher_translate.target import Target, Version


@dataclass(frozen=True, slots=True)
class Names:
    """The labels, types or keys that come out of a parameter; ``has_lists``: there may be several for a row."""

    origin: Origin
    names: tuple[str, ...]
    has_lists: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller of a translation may choose.

    ``vector_index``: answer similarity searches over the vector index, approximately, where a query's shape allows
    it; ``vector_k`` and ``vector_overfetch``: ask the index for so many neighbours, times the factor.
    ``dropped_filters``: names of properties whose equality with a parameter is dropped where a query reads, since
    the graph holds one owner's data only.
    ``avoid_indexes``: ask no range index, because the parameters have values that none finds (`Statement.seeks`).
    ``names``: the labels, types and keys that the parameters give to a query that writes them for each row.
    ``vectors_as_lists``: read properties so that vectors are lists of floats.
    ``digits``: return the digits that floats lose in further columns (`Statement.digits`), in updating queries or all.
    """

    vector_index: bool = False
    vector_k: int = 10
    vector_overfetch: int = 4
    dropped_filters: frozenset[str] = frozenset()
    avoid_indexes: bool = False
    names: tuple[Names, ...] = ()
    vectors_as_lists: bool = False
    digits: Literal["none", "writes", "all"] = "none"


@dataclass(slots=True)
class Context:
    """What passes know of the query beyond its tree, and what they leave for what comes after them.

    ``columns`` are the names of the result's columns. ``types`` has the type of each variable: every name stands for
    one thing in the whole query, since the scope analysis has renamed what would clash. ``diagnostics`` collects
    remarks, ``supplies`` the parameters that the adapter must fill in, ``seeks`` the values that range indexes are
    asked for, ``digits`` the columns whose lost digits are returned too, ``is_approximate`` whether floats may
    lose digits that are not, ``element_ids`` the parameters that are only compared with ids, ``stored`` what of the
    parameters becomes a property, and ``has_marks`` whether the only labels removed are marks of our own.
    """

    target: Target
    options: Options
    text: str
    columns: tuple[str, ...] = ()
    types: dict[str, Type] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    supplies: list[Supply] = field(default_factory=list)
    seeks: list[Seek] = field(default_factory=list)
    digits: tuple[int, ...] = ()
    is_approximate: bool = False
    element_ids: list[str] = field(default_factory=list)
    stored: list[Stored] = field(default_factory=list)
    has_marks: bool = False
    names: set[str] = field(default_factory=set)
    numbers: dict[str, int] = field(default_factory=dict)

    def fresh(self, name: str, type_: Type) -> ast.Variable:
        """A variable that the query does not have, named like the given name."""
        unique = f"_{name}"
        while unique in self.names:
            self.numbers[name] = self.numbers.get(name, 1) + 1
            unique = f"_{name}{self.numbers[name]}"
        self.names.add(unique)
        self.types[unique] = type_
        return ast.Variable(unique)

    def fresh_parameter(self, name: str, type_: Type) -> ast.Parameter:
        """A parameter that the query does not have, for a supply, named like the given name."""
        unique = f"_{name}"
        while unique in self.text or f"${unique}" in self.types:
            unique = f"_{unique}"
        self.types[f"${unique}"] = type_
        return ast.Parameter(unique)

    def details(self) -> Statement:
        """A statement without its text, with all that is left for the adapter."""
        return Statement(
            "",
            self.columns,
            supplies=tuple(self.supplies),
            seeks=tuple(self.seeks),
            digits=self.digits,
            is_approximate=self.is_approximate,
            element_ids=tuple(self.element_ids),
            stored=tuple(self.stored),
            has_marks=self.has_marks,
        )

    def type_of(self, expression: ast.Expression) -> Type:
        """What the value of an expression may be."""
        return infer(expression, self.types)

    def remark(self, code: str, span: Span, message: str, hint: str = "") -> None:
        """Tell the user of a difference that remains."""
        self.diagnostics.append(Diagnostic(code, span, message, hint))

    def refuse(self, code: str, node: Node, message: str, hint: str = "") -> UnsupportedCypher:
        """The error for what FalkorDB cannot do, to be raised."""
        return UnsupportedCypher(message, code=code, hint=hint, text=self.text, span=node.span)


@dataclass(frozen=True, slots=True)
class Pass:
    """One difference between Neo4j and FalkorDB, and what is done about it.

    ``code`` names it. ``neo4j``, ``falkordb`` and ``remedy`` say, for people, what Neo4j means, what FalkorDB does
    and what is done; ``cost`` what that costs (empty: nothing). ``rewrite`` gives the query as it must be, the very
    same one where nothing changes. It is called if the query has a node of one of the ``triggers`` kinds, or calls
    one of the ``functions`` (names in lower case, procedures too); always if both are empty. ``since`` and
    ``until``: the first server version that needs it, and the first that does not any more.
    """

    code: str
    neo4j: str
    falkordb: str
    remedy: str
    rewrite: Callable[[ast.Query, Context], ast.Query]
    triggers: tuple[type[Node], ...] = ()
    functions: frozenset[str] = frozenset()
    cost: str = ""
    since: Version | None = None
    until: Version | None = None

    def needed(self, content: Content, target: Target) -> bool:
        """Whether a query with this content, for this server, must be shown to the pass."""
        if self.since and target.version < self.since:
            return False
        if self.until and target.version >= self.until:
            return False
        if not self.triggers and not self.functions:
            return True
        return not content.kinds.isdisjoint(self.triggers) or not content.functions.isdisjoint(self.functions)


def rewrite(query: ast.Query, context: Context, passes: Iterable[Pass], content: Content) -> tuple[ast.Query, Content]:
    """The query after the passes, in their order, and its content; ``content`` is what it had before them."""
    for step in passes:
        if step.needed(content, context.target):
            rewritten = step.rewrite(query, context)
            if rewritten is not query:
                query = rewritten
                content = content_of(query)
    return query, content
