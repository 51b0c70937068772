"""Path selectors, shortestPath and allShortestPaths become a subquery for each pair of ends.

FalkorDB has allShortestPaths between two nodes that are bound and different, and no selectors. It is used where the
path is one relationship of variable length; else all paths are found, and the shortest kept. To Neo4j's shortestPath,
ends that are the same node are an error.

>>> show("MATCH p = shortestPath((a:A)-[:T*]->(b:B)) RETURN length(p)")  # doctest: +NORMALIZE_WHITESPACE
MATCH (a:A), (b:B) CALL { WITH a, b WITH a, b WHERE neo4j.differentEnds(id(a), id(b))
MATCH p = allShortestPaths((a)-[:T*]->(b))
WITH p LIMIT 1 RETURN p } RETURN length(p)
>>> show("MATCH p = SHORTEST 2 (a:A)-[:T]->+(b:B) RETURN p")  # doctest: +NORMALIZE_WHITESPACE, +ELLIPSIS
MATCH (a:A), (b:B) CALL { WITH a, b MATCH _p = (a)-[_r:T*1..]->(b) WITH *, ... AS p
WITH p ORDER BY length(p) LIMIT 2 RETURN p } RETURN p
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cypher_translate import ast
from cypher_translate.ast import Expression, Variable
from cypher_translate.rewriting import build, visible
from cypher_translate.rewriting.clauses import Place, conjuncts, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.optional_rows import optional_rows
from cypher_translate.semantics import types as t
from cypher_translate.transform import transform, walk


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(match: ast.Match, place: Place) -> Sequence[ast.Clause]:
        parts = [part for part in match.pattern.parts if _is_selective(part)]
        if not parts:
            return (_plain(match),)
        return _clauses(_plain(match), parts, place, context)

    return rewrite_clauses(query, ast.Match, step)


def _is_selective(part: ast.PatternPart) -> bool:
    if isinstance(part.path, ast.ShortestPath):
        return True
    if part.selector is None or part.selector.kind == "ALL":
        return False
    return len(part.path.elements) > 1 or isinstance(part.path.elements[0], ast.ParenthesizedPath)


def _plain(match: ast.Match) -> ast.Match:
    """The MATCH without selectors that select nothing: ALL, and any before a single node."""
    if all(part.selector is None or _is_selective(part) for part in match.pattern.parts):
        return match
    parts = (part if _is_selective(part) else replace(part, selector=None) for part in match.pattern.parts)
    return replace(match, pattern=ast.Pattern(tuple(parts)))


def _clauses(
    match: ast.Match, selective: list[ast.PatternPart], place: Place, context: Context
) -> Sequence[ast.Clause]:
    """A MATCH of the ends and of what else there is, a subquery for each path, and the rest of the predicates."""
    paths = [_Path.of(part, context) for part in selective]
    others = tuple(part for part in match.pattern.parts if part not in selective)
    ends = dict.fromkeys(end for path in paths for end in path.ends)
    described = {end.variable for end in ends if end != ast.NodePattern(end.variable)}
    known = {node.variable for part in others for node in walk(part) if isinstance(node, ast.NodePattern)}
    bare = tuple(
        ast.PatternPart(ast.PathPattern((end,)))
        for end in ends
        if end != ast.NodePattern(end.variable)
        or (end.variable not in known and end.variable not in described and _name(end) not in place.visible)
    )
    pattern = ast.Pattern((*others, *bare))
    inner = {name for path in paths for name in path.names}
    early = [p for p in conjuncts(match.where) if inner.isdisjoint(visible.used([p]))]
    late = [p for p in conjuncts(match.where) if p not in early]
    legacy = any(isinstance(part.path, ast.ShortestPath) for part in selective)
    clauses: list[ast.Clause] = []
    if pattern.parts:
        clauses.append(replace(match, pattern=pattern, where=build.conjunction(*early), optional=False))
    elif early:
        clauses.append(build.with_everything(where=build.conjunction(*early)))
    for path in paths:
        mine = [p for p in late if legacy and not visible.used([p]).isdisjoint(path.names)]
        late = [p for p in late if p not in mine]
        clauses.append(path.subquery(mine, place.visible | visible_names(clauses, place), context))
        if path.lists:
            clauses.append(build.with_everything(*path.lists))
    if late:
        clauses.append(build.with_everything(where=build.conjunction(*late)))
    if not match.optional:
        return clauses
    columns = sorted((inner | set(map(_name, ends)) | visible_names(clauses, place)) - place.visible)
    columns = [name for name in columns if name in visible.used(place.after)]
    imports = sorted(place.visible & visible.used(clauses))
    return optional_rows(clauses, columns, imports, context)


def visible_names(clauses: Sequence[ast.Clause], place: Place) -> frozenset[str]:
    """What is visible behind these clauses."""
    names = tuple(place.visible)
    for clause in clauses:
        names = visible.after(clause, names)
    return frozenset(names)


@dataclass(frozen=True, slots=True)
class _Path:
    """A path to be selected: its part, without selector, between two named ends.

    ``kind`` is that of a selector. ``names`` are the variables that the path binds, ``lists`` those of them that are
    its relationships. ``conditions`` stand in parentheses with the path, and hold before one is selected.
    """

    part: ast.PatternPart
    ends: tuple[ast.NodePattern, ast.NodePattern]
    kind: str
    count: Expression
    names: frozenset[str]
    lists: tuple[ast.ProjectionItem, ...]
    conditions: tuple[Expression, ...]
    legacy: bool

    @staticmethod
    def of(part: ast.PatternPart, context: Context) -> _Path:
        legacy = isinstance(part.path, ast.ShortestPath)
        path = part.path.path if isinstance(part.path, ast.ShortestPath) else part.path
        kind, count = "SHORTEST", build.number(1)
        if isinstance(part.path, ast.ShortestPath):
            kind = "SHORTEST GROUPS" if part.path.all else "SHORTEST"
        elif part.selector is not None:
            kind = {"ANY SHORTEST": "SHORTEST", "ALL SHORTEST": "SHORTEST GROUPS"}.get(
                part.selector.kind, part.selector.kind
            )
            count = part.selector.count or count
        conditions: tuple[Expression, ...] = ()
        group = path.elements[0]
        if isinstance(group, ast.ParenthesizedPath) and len(path.elements) == 1 and not group.quantifier:
            assert isinstance(group.part.path, ast.PathPattern)
            path, conditions = group.part.path, conjuncts(group.where)
        elements = list(path.elements)
        if not isinstance(elements[0], ast.NodePattern):
            elements.insert(0, ast.NodePattern())
        if not isinstance(elements[-1], ast.NodePattern):
            elements.append(ast.NodePattern())
        ends = []
        for i in (0, -1):
            end = elements[i]
            assert isinstance(end, ast.NodePattern)
            end = end if end.variable else replace(end, variable=context.fresh("n", t.NODE))
            ends.append(end)
            elements[i] = ast.NodePattern(end.variable)
        variable = part.variable or context.fresh("p", t.PATH)
        new = ast.PatternPart(ast.PathPattern(tuple(elements)), variable)
        names = frozenset(visible.of_part(new)) - {end.variable.name for end in ends if end.variable}
        lists: tuple[ast.ProjectionItem, ...] = ()
        middle = elements[1]
        only = middle if len(elements) == 3 and isinstance(middle, ast.RelationshipPattern) else None
        if only and only.variable and _is_native(only):
            lists = (build.item(build.call("relationships", variable), only.variable.name),)
            new = replace(new, path=ast.PathPattern((elements[0], replace(only, variable=None), elements[2])))
        return _Path(new, (ends[0], ends[1]), kind, count, names, lists, conditions, legacy)

    @property
    def variable(self) -> Variable:
        assert self.part.variable is not None
        return self.part.variable

    @property
    def relationship(self) -> ast.RelationshipPattern | None:
        """The only relationship, if FalkorDB can find the shortest paths of such."""
        assert isinstance(self.part.path, ast.PathPattern)
        elements = self.part.path.elements
        only = elements[1] if len(elements) == 3 else None
        return only if isinstance(only, ast.RelationshipPattern) and _is_native(only) else None

    def subquery(self, predicates: list[Expression], seen: frozenset[str], context: Context) -> ast.CallSubquery:
        """The subquery that gives the selected paths of one row."""
        predicates = [*self.conditions, *predicates]
        if self.lists and predicates:
            listed = {item.alias.name for item in self.lists if item.alias}
            predicates = [_replaced(p, listed, build.call("relationships", self.variable)) for p in predicates]
        imports = sorted(seen & visible.used((self.part, *predicates)))
        single = self.count == build.number(1)
        if self.relationship is None or predicates or not single or self.kind == "ANY":
            clauses = self.generic(predicates, context)
            if self.must_differ:
                clauses = (_passing(imports, self.different()), *clauses)
            return visible.call(ast.SingleQuery(clauses), imports)
        return self.native(self.relationship, imports, context)

    @property
    def must_differ(self) -> bool:
        """Whether it is an error if the ends are the same node."""
        same = self.ends[0].variable == self.ends[1].variable
        return self.legacy and (same or self.relationship is None or _lower(self.relationship) > 0)

    def different(self) -> Expression:
        left, right = (build.call("id", end.variable) for end in self.ends if end.variable)
        if self.must_differ:
            return build.call("neo4j.differentEnds", left, right)
        return build.compare(left, "<>", right)

    def same(self) -> Expression:
        left, right = (build.call("id", end.variable) for end in self.ends if end.variable)
        return build.compare(left, "=", right)

    def native(self, relationship: ast.RelationshipPattern, imports: list[str], context: Context) -> ast.CallSubquery:
        length = relationship.quantifier or relationship.length or ast.Range()
        assert isinstance(self.part.path, ast.PathPattern)
        plain = replace(relationship, quantifier=None, length=ast.Range(None, length.upper))
        start, _, end = self.part.path.elements
        path = ast.ShortestPath(ast.PathPattern((start, plain, end)), all=True)
        found: list[ast.Clause] = [
            _passing(imports, self.different()),
            ast.Match(ast.Pattern((ast.PatternPart(path, self.variable),))),
        ]
        if self.kind == "SHORTEST":
            found.append(self.limited())
        found.append(self.returned())
        queries = [ast.SingleQuery(tuple(found))]
        if _lower(relationship) == 0:
            nothing = replace(plain, length=ast.Range(0, 0))
            part = ast.PatternPart(ast.PathPattern((start, nothing, end)), self.variable)
            queries.append(
                ast.SingleQuery((_passing(imports, self.same()), ast.Match(ast.Pattern((part,))), self.returned()))
            )
        elif not self.legacy:
            circle = (_passing(imports, self.same()), *self.generic([], context))
            queries.append(ast.SingleQuery(circle))
        query = queries[0] if len(queries) == 1 else ast.Union(tuple(queries), all=True)
        return visible.call(query, imports)

    def generic(self, predicates: list[Expression], context: Context) -> tuple[ast.Clause, ...]:
        """All paths are found, and those kept that are selected."""
        match = ast.Match(ast.Pattern((self.part,)), build.conjunction(*predicates))
        names = self.columns()
        if self.kind != "SHORTEST GROUPS":
            order = () if self.kind == "ANY" else (ast.SortItem(build.call("length", self.variable)),)
            items = tuple(build.item(Variable(name)) for name in names)
            kept = ast.With(ast.ProjectionBody(items, order_by=order, limit=self.count))
            return (match, kept, self.returned())
        row, rows, lengths = (context.fresh(name, t.ANY) for name in ("row", "rows", "lengths"))
        values = ast.ListLiteral(tuple(Variable(name) for name in names))
        length = build.call("length", self.variable)
        distinct = ast.FunctionCall("collect", (length,), distinct=True)
        least = ast.Slice(build.call("list.sort", distinct), None, self.count)
        each = build.call("length", ast.Subscript(row, build.number(names.index(self.variable.name))))
        items = tuple(build.item(ast.Subscript(row, build.number(i)), name) for i, name in enumerate(names))
        return (
            match,
            build.with_(build.item(build.call("collect", values), rows.name), build.item(least, lengths.name)),
            ast.Unwind(rows, row),
            build.with_(build.item(row), build.item(lengths), where=ast.In(each, lengths)),
            ast.Return(ast.ProjectionBody(items)),
        )

    def columns(self) -> list[str]:
        lists = {item.alias.name for item in self.lists if item.alias}
        return sorted(self.names - lists)

    def limited(self) -> ast.With:
        return ast.With(ast.ProjectionBody((build.item(self.variable),), limit=self.count))

    def returned(self) -> ast.Return:
        return ast.Return(ast.ProjectionBody(tuple(build.item(Variable(name)) for name in self.columns())))


def _name(end: ast.NodePattern) -> str:
    assert end.variable is not None
    return end.variable.name


def _passing(names: list[str], where: Expression) -> ast.With:
    return build.with_(*(build.item(Variable(name)) for name in names), where=where)


def _replaced(predicate: Expression, names: set[str], value: Expression) -> Expression:
    def step(node: ast.Node) -> ast.Node:
        return value if isinstance(node, Variable) and node.name in names else node

    replaced: Expression = transform(predicate, step)
    return replaced


def _lower(relationship: ast.RelationshipPattern) -> int:
    if relationship.quantifier is not None:
        return relationship.quantifier.lower or 0
    return 1 if relationship.length is None or relationship.length.lower is None else relationship.length.lower


def _is_native(relationship: ast.RelationshipPattern) -> bool:
    """Whether FalkorDB can find the shortest paths of such relationships."""
    types = relationship.types
    operands = types.operands if isinstance(types, ast.LabelOr) else (types,) if types else ()
    return (
        (relationship.length is not None or relationship.quantifier is not None)
        and relationship.where is None
        and _lower(relationship) < 2
        and all(isinstance(operand, ast.LabelName) for operand in operands)
    )


PASS = Pass(
    code="shortest-paths",
    neo4j="shortestPath, allShortestPaths and the selectors SHORTEST k, ALL SHORTEST, ANY k and SHORTEST k GROUPS",
    falkordb="has allShortestPaths between two bound nodes that are different, and shortestPath as an expression",
    remedy="a subquery finds the paths of each pair of ends and keeps those that are selected",
    rewrite=_rewrite,
    triggers=(ast.ShortestPath, ast.PathSelector),
    cost="SHORTEST k, and predicates on the path, go through all paths between the ends",
)
