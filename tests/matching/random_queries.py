"""Random multigraphs and random queries over them, as hypothesis strategies."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.matching.language import (
    Aggregate,
    Call,
    Comparison,
    Expression,
    Graph,
    HasLabel,
    IsNull,
    Keys,
    Literal,
    Logic,
    Match,
    Node,
    NodePattern,
    Not,
    PathPattern,
    PatternPredicate,
    Projection,
    Properties,
    Property,
    Query,
    Relationship,
    RelationshipPattern,
    Scalar,
    Variable,
)

LABELS, TYPES = ("A", "B"), ("T", "U")
SCALARS: SearchStrategy[Scalar] = st.sampled_from([1, 1, 2, 3, None, "a"])
LENGTHS = st.sampled_from(
    [(1, 2), (0, 1), (1, 3), (0, 2), (2, 2), (1, 1), (2, 3), (0, 0), (1, None), (3, 3), (0, None)]
)


def _rarely(draw: DrawFn, out_of: int = 4) -> bool:
    return draw(st.integers(0, out_of - 1)) == out_of - 1


@st.composite
def graphs(draw: DrawFn) -> Graph:
    """One to four nodes, up to six relationships with parallel ones and self-loops; `i` numbers the entities."""
    count = draw(st.integers(1, 4))
    nodes = tuple(
        Node(i, draw(st.sampled_from([(), ("A",), ("B",), ("A", "B")])), {"i": i, "x": draw(SCALARS)})
        for i in range(count)
    )
    ends = st.integers(0, count - 1)
    relationships = tuple(
        Relationship(i, draw(st.sampled_from(TYPES)), draw(ends), draw(ends), {"i": i, "x": draw(SCALARS)})
        for i in range(draw(st.integers(0, 6)))
    )
    return Graph(nodes, relationships)


@dataclass
class _Scope:
    """The variables in scope with their kinds, and a counter for new names."""

    kinds: dict[str, str] = field(default_factory=dict)
    made: int = 0

    def new(self, kind: str) -> str:
        name = f"{kind[0]}{self.made}"
        self.made += 1
        self.kinds[name] = kind
        return name

    def of(self, *kinds: str) -> list[str]:
        return [name for name, kind in self.kinds.items() if kind in kinds]


@st.composite
def queries(draw: DrawFn) -> Query:
    """One to three clauses, at most two relationship patterns of variable length in all, and a projection."""
    scope = _Scope()
    variable_lengths = [2]
    clauses: list[Match | Projection] = []
    for number in range(draw(st.integers(1, 3))):
        if number and scope.kinds and _rarely(draw, 6):
            clauses.append(_with(draw, scope))
        clauses.append(_match(draw, scope, variable_lengths, optional=_rarely(draw)))
    return Query(tuple(clauses), _projection(draw, scope))


def _match(draw: DrawFn, scope: _Scope, lengths: list[int], optional: bool) -> Match:
    bound = scope.of("relationship")
    patterns = tuple(_path(draw, scope, lengths, bound) for _ in range(draw(st.sampled_from([1, 1, 2]))))
    return Match(patterns, _predicate(draw, scope, 2) if draw(st.booleans()) else None, optional)


def _path(draw: DrawFn, scope: _Scope, lengths: list[int], bound: list[str]) -> PathPattern:
    start = _node(draw, scope)
    hops = tuple(
        (_relationship(draw, scope, lengths, bound), _node(draw, scope))
        for _ in range(draw(st.sampled_from([0, 1, 1, 2, 2, 3])))
    )
    return PathPattern(start, hops, scope.new("path") if _rarely(draw) else "")


def _node(draw: DrawFn, scope: _Scope) -> NodePattern:
    known = scope.of("node")
    if known and _rarely(draw, 3):
        return NodePattern(draw(st.sampled_from(known)), _some(draw, LABELS, 8))
    variable = scope.new("node") if draw(st.booleans()) else ""
    return NodePattern(variable, _some(draw, LABELS, 3), _properties(draw))


def _relationship(draw: DrawFn, scope: _Scope, lengths: list[int], bound: list[str]) -> RelationshipPattern:
    direction = draw(st.sampled_from([">", ">", "<", "-"]))
    if bound and _rarely(draw, 8):
        return RelationshipPattern(direction, bound.pop())
    length = None
    if lengths[0] and _rarely(draw):
        lengths[0] -= 1
        length = draw(LENGTHS)
    variable = scope.new("list" if length else "relationship") if draw(st.booleans()) else ""
    types = draw(st.sampled_from([(), (), ("T",), ("U",), ("T", "U")]))
    return RelationshipPattern(direction, variable, types, length, _properties(draw))


def _properties(draw: DrawFn) -> Properties:
    return (("x", draw(st.sampled_from([1, 2]))),) if _rarely(draw, 6) else ()


def _some(draw: DrawFn, names: tuple[str, ...], out_of: int) -> tuple[str, ...]:
    return (draw(st.sampled_from(names)),) if _rarely(draw, out_of) else ()


def _predicate(draw: DrawFn, scope: _Scope, depth: int) -> Expression:
    if depth and _rarely(draw, 3):
        if draw(st.booleans()):
            return Not(_predicate(draw, scope, depth - 1))
        operator = draw(st.sampled_from(["AND", "OR", "XOR"]))
        return Logic(operator, _predicate(draw, scope, depth - 1), _predicate(draw, scope, depth - 1))
    return _atom(draw, scope)


def _atom(draw: DrawFn, scope: _Scope) -> Expression:
    """A predicate of one of the kinds that the variables in scope allow."""
    nodes, relationships, entities = scope.of("node"), scope.of("relationship"), scope.of("node", "relationship")
    operator = draw(st.sampled_from(["=", "<>", "<", "<=", ">", ">="]))
    choices: list[SearchStrategy[Expression]] = [st.just(Comparison(Literal(1), "=", Literal(1)))]
    if entities:
        entity = Property(draw(st.sampled_from(entities)), "x")
        other = draw(st.one_of(SCALARS.map(Literal), st.sampled_from(entities).map(lambda name: Property(name, "x"))))
        choices = [st.just(Comparison(entity, operator, other)), st.just(IsNull(entity, draw(st.booleans())))]
    if nodes:
        node = draw(st.sampled_from(nodes))
        choices.append(st.just(HasLabel(node, draw(st.sampled_from(LABELS)))))
        choices.append(st.just(PatternPredicate(_local_path(draw, node, nodes))))
    if relationships:
        name = draw(st.sampled_from(relationships))
        choices.append(st.just(Comparison(Call("type", name), "=", Literal(draw(st.sampled_from(TYPES))))))
    for names in (nodes, relationships):
        if len(names) > 1:
            pair = Comparison(Variable(names[0]), draw(st.sampled_from(["=", "<>"])), Variable(names[-1]))
            choices.append(st.just(pair))
    for kind, function in (("list", "size"), ("path", "length")):
        if measurable := scope.of(kind):
            size = Call(function, draw(st.sampled_from(measurable)))
            choices.append(st.just(Comparison(size, operator, Literal(draw(st.integers(0, 3))))))
    return draw(st.one_of(choices))


def _local_path(draw: DrawFn, start: str, nodes: list[str]) -> PathPattern:
    """A pattern from a bound node that makes no new variable, as pattern predicates demand."""
    hops = []
    for _ in range(draw(st.sampled_from([1, 1, 2]))):
        direction, types = draw(st.sampled_from([">", "<", "-"])), _some(draw, TYPES, 3)
        length = draw(LENGTHS) if _rarely(draw, 8) else None
        end = NodePattern(draw(st.sampled_from(nodes)) if _rarely(draw, 3) else "", _some(draw, LABELS, 4))
        hops.append((RelationshipPattern(direction, "", types, length), end))
    return PathPattern(NodePattern(start), tuple(hops))


def _with(draw: DrawFn, scope: _Scope) -> Projection:
    """Some of the variables, with which the next clauses go on."""
    kept = draw(st.lists(st.sampled_from(list(scope.kinds)), min_size=1, max_size=3, unique=True))
    items: list[tuple[Expression | Aggregate, str]] = [(Variable(name), name) for name in kept]
    scope.kinds = {name: scope.kinds[name] for name in kept}
    where = _predicate(draw, scope, 1) if _rarely(draw) else None
    if _rarely(draw):
        items.append((Aggregate(), scope.new("scalar")))
    return Projection(tuple(items), distinct=_rarely(draw, 3), where=where)


def _projection(draw: DrawFn, scope: _Scope) -> Projection:
    items: list[Expression | Aggregate] = []
    for name in draw(st.lists(st.sampled_from(list(scope.kinds) or [""]), max_size=3, unique=True)):
        if name:
            items.append(draw(st.sampled_from(_views(name, scope.kinds[name]))))
    if not items or _rarely(draw, 3):
        items.append(_aggregate(draw, scope))
    return Projection(tuple((item, f"c{i}") for i, item in enumerate(items)), distinct=_rarely(draw))


def _views(name: str, kind: str) -> list[Expression]:
    """What can be asked of a variable of this kind."""
    match kind:
        case "node":
            return [Variable(name), Property(name, "i"), Property(name, "x")]
        case "relationship":
            return [Variable(name), Property(name, "i"), Property(name, "x"), Call("type", name)]
        case "list":
            return [Variable(name), Keys(name, "list"), Call("size", name)]
        case "path":
            return [Variable(name), Keys(name, "nodes"), Keys(name, "relationships"), Call("length", name)]
    return [Variable(name)]


def _aggregate(draw: DrawFn, scope: _Scope) -> Aggregate:
    entities = scope.of("node", "relationship")
    if not entities or draw(st.booleans()):
        return Aggregate()
    name = draw(st.sampled_from(entities))
    if _rarely(draw, 3):
        return Aggregate("sum", Property(name, "i"), draw(st.booleans()))
    counted: list[Expression] = [Variable(name), Property(name, "x")]
    return Aggregate("count", draw(st.sampled_from(counted)), draw(st.booleans()))
