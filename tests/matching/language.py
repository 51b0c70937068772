"""A small part of Cypher as data: matches, predicates and projections, each with its text.

``str()`` of any piece is its Cypher text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Scalar = bool | int | str | None
Properties = tuple[tuple[str, Scalar], ...]


@dataclass(frozen=True, slots=True)
class Node:
    id: int
    labels: tuple[str, ...]
    properties: Mapping[str, Scalar] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Relationship:
    id: int
    type: str
    source: int
    target: int
    properties: Mapping[str, Scalar] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Graph:
    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]

    def __str__(self) -> str:
        """The statement that creates the graph."""
        nodes = [f"(n{n.id}{_labels(n.labels)} {_map(n.properties.items())})" for n in self.nodes]
        relationships = [
            f"(n{r.source})-[:{r.type} {_map(r.properties.items())}]->(n{r.target})" for r in self.relationships
        ]
        return "CREATE " + ", ".join(nodes + relationships)


@dataclass(frozen=True, slots=True)
class Literal:
    value: Scalar

    def __str__(self) -> str:
        return _scalar(self.value)


@dataclass(frozen=True, slots=True)
class Variable:
    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Property:
    variable: str
    key: str

    def __str__(self) -> str:
        return f"{self.variable}.{self.key}"


@dataclass(frozen=True, slots=True)
class Call:
    """A function of one variable: type, length, size."""

    function: str
    variable: str

    def __str__(self) -> str:
        return f"{self.function}({self.variable})"


@dataclass(frozen=True, slots=True)
class Keys:
    """The property `i`, which is another for each entity, of all parts of a list or path."""

    variable: str
    of: str

    def __str__(self) -> str:
        source = self.variable if self.of == "list" else f"{self.of}({self.variable})"
        return f"[e IN {source} | e.i]"


@dataclass(frozen=True, slots=True)
class Comparison:
    left: Expression
    operator: str
    right: Expression

    def __str__(self) -> str:
        return f"{self.left} {self.operator} {self.right}"


@dataclass(frozen=True, slots=True)
class IsNull:
    operand: Expression
    negated: bool

    def __str__(self) -> str:
        return f"{self.operand} IS {'NOT ' if self.negated else ''}NULL"


@dataclass(frozen=True, slots=True)
class HasLabel:
    variable: str
    label: str

    def __str__(self) -> str:
        return f"{self.variable}:{self.label}"


@dataclass(frozen=True, slots=True)
class Not:
    operand: Expression

    def __str__(self) -> str:
        return f"NOT ({self.operand})"


@dataclass(frozen=True, slots=True)
class Logic:
    operator: str
    left: Expression
    right: Expression

    def __str__(self) -> str:
        return f"({self.left}) {self.operator} ({self.right})"


@dataclass(frozen=True, slots=True)
class PatternPredicate:
    pattern: PathPattern

    def __str__(self) -> str:
        return str(self.pattern)


Expression = (
    Literal | Variable | Property | Call | Keys | Comparison | IsNull | HasLabel | Not | Logic | PatternPredicate
)


@dataclass(frozen=True, slots=True)
class NodePattern:
    variable: str = ""
    labels: tuple[str, ...] = ()
    properties: Properties = ()

    def __str__(self) -> str:
        return f"({self.variable}{_labels(self.labels)}{_braces(self.properties)})"


@dataclass(frozen=True, slots=True)
class RelationshipPattern:
    """A hop; `direction` is ``>``, ``<`` or ``-``.

    `length` is None for exactly one relationship, else the least and the greatest number, which may be None.
    """

    direction: str
    variable: str = ""
    types: tuple[str, ...] = ()
    length: tuple[int, int | None] | None = None
    properties: Properties = ()

    def __str__(self) -> str:
        types = ":" + "|".join(self.types) if self.types else ""
        inner = f"{self.variable}{types}{_length(self.length)}{_braces(self.properties)}"
        hop = f"-[{inner}]-" if inner else "--"
        return {">": f"{hop}>", "<": f"<{hop}", "-": hop}[self.direction]


@dataclass(frozen=True, slots=True)
class PathPattern:
    start: NodePattern
    hops: tuple[tuple[RelationshipPattern, NodePattern], ...] = ()
    variable: str = ""

    def __str__(self) -> str:
        name = f"{self.variable} = " if self.variable else ""
        return name + str(self.start) + "".join(f"{relationship}{node}" for relationship, node in self.hops)


@dataclass(frozen=True, slots=True)
class Match:
    patterns: tuple[PathPattern, ...]
    where: Expression | None = None
    optional: bool = False

    def __str__(self) -> str:
        text = ("OPTIONAL " if self.optional else "") + "MATCH " + ", ".join(map(str, self.patterns))
        return text + _where(self.where)


@dataclass(frozen=True, slots=True)
class Aggregate:
    """count(*), where there is no operand, count(x) or sum(x)."""

    function: str = "count"
    operand: Expression | None = None
    distinct: bool = False

    def __str__(self) -> str:
        return f"{self.function}({'DISTINCT ' if self.distinct else ''}{self.operand or '*'})"


@dataclass(frozen=True, slots=True)
class Projection:
    """WITH or RETURN; each item is an expression or aggregate and its name."""

    items: tuple[tuple[Expression | Aggregate, str], ...]
    distinct: bool = False
    where: Expression | None = None

    def __str__(self) -> str:
        items = ", ".join(name if str(item) == name else f"{item} AS {name}" for item, name in self.items)
        return ("DISTINCT " if self.distinct else "") + items + _where(self.where)


@dataclass(frozen=True, slots=True)
class Query:
    clauses: tuple[Match | Projection, ...]
    result: Projection

    def __str__(self) -> str:
        clauses = [f"WITH {clause}" if isinstance(clause, Projection) else str(clause) for clause in self.clauses]
        return "\n".join([*clauses, f"RETURN {self.result}"])


def _where(predicate: Expression | None) -> str:
    return f" WHERE {predicate}" if predicate is not None else ""


def _labels(labels: tuple[str, ...]) -> str:
    return "".join(f":{label}" for label in labels)


def _length(length: tuple[int, int | None] | None) -> str:
    if length is None:
        return ""
    least, greatest = length
    if least == greatest:
        return f"*{least}"
    return f"*{least}..{'' if greatest is None else greatest}"


def _braces(properties: Properties) -> str:
    return f" {_map(properties)}" if properties else ""


def _map(entries: Iterable[tuple[str, Scalar]]) -> str:
    return "{" + ", ".join(f"{key}: {_scalar(value)}" for key, value in entries) + "}"


def _scalar(value: Scalar) -> str:
    if isinstance(value, bool) or value is None:
        return str(value).lower().replace("none", "null")
    return repr(value)
