"""elementId(e) becomes id(e), as text where text is asked for.

Neo4j names an entity by a string, FalkorDB by an integer; both are opaque and stable within a database. An integer
that has become a string on its way through an application counts as that integer where it is compared with: the adapter
converts a parameter that is compared with nothing else. Functions and operators of strings get the integer's digits;
what looks for the parts of Neo4j's string is refused.

>>> show("MATCH (n) WHERE elementId(n) = $id RETURN elementId(n)")
MATCH (n) WHERE id(n) = $id RETURN id(n) AS `elementId(n)`
>>> show("MATCH (n) WHERE elementId(n) = $row.id RETURN 'n' + elementId(n) AS key")
MATCH (n) WHERE id(n) = coalesce(toIntegerOrNull($row.id), $row.id) RETURN 'n' + toString(id(n)) AS key
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.templates import fill
from cypher_translate.transform import rebuild, walk

_LIBRARY = "neo4j."
_ALIKE = frozenset({"coalesce", "collect", "count", "min", "max", "head", "last"})
"""Functions that give or count what they are given."""
_TELLING = frozenset({"typeof", "valuetype", "isoftype"})
_DISSECTING = frozenset({"split", "substring", "left", "right", "replace", "reverse", "size", "charlength"})
_READING = frozenset({"matches", "tointeger", "tointegerornull", "tofloat", "tofloatornull"})


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    rewritten: ast.Query = _Rewriter(query, context).visit(query)
    return rewritten


class _Rewriter:
    """``ids`` and ``lists`` are the variables that stand for an id, and for a list of ids."""

    def __init__(self, query: ast.Query, context: Context) -> None:
        self.context = context
        self.ids: set[str] = set()
        self.lists: set[str] = set()
        for node in walk(query):
            if isinstance(node, ast.ProjectionItem) and node.alias is not None:
                if self.is_id(node.expression):
                    self.ids.add(node.alias.name)
                elif self.is_list(node.expression):
                    self.lists.add(node.alias.name)
        self.parameters = self._compared_only(query)
        context.element_ids += sorted(self.parameters)

    def is_id(self, node: Expression) -> bool:
        """Whether the value is an entity's id."""
        if isinstance(node, ast.Variable):
            return node.name in self.ids
        return isinstance(node, ast.FunctionCall) and node.name.lower() == "elementid"

    def is_list(self, node: Expression) -> bool:
        """Whether the value is a list of ids."""
        if isinstance(node, ast.Variable):
            return node.name in self.lists
        if isinstance(node, ast.ListLiteral):
            return bool(node.items) and all(map(self.is_id, node.items))
        if isinstance(node, ast.ListComprehension):
            return node.projection is not None and self.is_id(node.projection)
        return isinstance(node, ast.FunctionCall) and node.name.lower() == "collect" and self.is_id(node.arguments[0])

    def _compared_only(self, query: ast.Query) -> set[str]:
        """The parameters that ids are compared with, and that come nowhere else."""
        uses: Counter[str] = Counter()
        compared: Counter[str] = Counter()
        for node in walk(query):
            if isinstance(node, ast.Parameter):
                uses[node.name] += 1
            others: tuple[Expression, ...] = ()
            if isinstance(node, ast.Comparison) and any(map(self.is_id, node.operands)):
                others = node.operands
            elif isinstance(node, ast.In) and self.is_id(node.item):
                others = (node.list,)
            compared.update(other.name for other in others if isinstance(other, ast.Parameter))
        return {name for name, count in compared.items() if count == uses[name]}

    # --- Rewriting

    def visit(self, node: Any) -> Any:
        """The node with integers for ids."""
        if isinstance(node, ast.Comparison) and any(map(self.is_id, node.operands)):
            return replace(node, operands=tuple(map(self.compared, node.operands)))
        if isinstance(node, ast.In) and self.is_id(node.item):
            return ast.In(self.visit(node.item), self.compared_list(node.list), span=node.span)
        if isinstance(node, ast.FunctionCall):
            return self.call(node)
        if isinstance(node, ast.Binary):
            return rebuild(node, self.text)
        if isinstance(node, ast.StringPredicate):
            if self.is_id(node.left):
                raise self._refusal(node)
            return rebuild(node, self.text)
        return rebuild(node, self.visit)

    def call(self, node: ast.FunctionCall) -> Expression:
        name = node.name.lower().removeprefix(_LIBRARY)
        if name == "elementid":
            return replace(rebuild(node, self.visit), name="id")
        if name in _ALIKE or (name == "size" and not self.is_id(node.arguments[0])):
            return rebuild(node, self.visit)
        if name in _TELLING:
            return rebuild(node, self.all_text)
        if name in _DISSECTING | _READING and self.is_id(node.arguments[0]):
            raise self._refusal(node)
        return rebuild(node, self.text)

    def text(self, node: Any) -> Any:
        """The node, an id as text."""
        visited = self.visit(node)
        return build.call("toString", visited) if self.is_id(node) else visited

    def all_text(self, node: Any) -> Any:
        """The node with all ids in it as text."""
        return self.text(node) if self.is_id(node) else rebuild(node, self.all_text)

    def compared(self, node: Expression) -> Expression:
        """What an id is compared with: an integer where it is one, whatever its type."""
        visited: Expression = self.visit(node)
        if isinstance(node, ast.StringLiteral) and node.value.isascii() and node.value.isdigit():
            return build.number(int(node.value))
        if self._is_sure(node) or isinstance(node, ast.StringLiteral):
            return visited
        return fill("coalesce(toIntegerOrNull($x), $x)", self.context, x=visited)

    def compared_list(self, node: Expression) -> Expression:
        if isinstance(node, ast.ListLiteral):
            return replace(node, items=tuple(map(self.compared, node.items)))
        visited: Expression = self.visit(node)
        if self._is_sure(node) or self.is_list(node):
            return visited
        return fill("[i IN $x | coalesce(toIntegerOrNull(i), i)]", self.context, x=visited)

    def _is_sure(self, node: Expression) -> bool:
        """Whether the value cannot be digits in a string."""
        if isinstance(node, ast.Parameter) and node.name in self.parameters:
            return True
        type_ = self.context.type_of(node)
        return self.is_id(node) or not (type_.item if type_.is_only("LIST") else type_).may_be("STRING")

    def _refusal(self, node: ast.Node) -> Exception:
        return self.context.refuse(
            PASS.code, node, "An elementId is a number here, without the parts that Neo4j's has", "write id(e)"
        )


PASS = Pass(
    code="element-id",
    neo4j="elementId(e) is a string that names an entity",
    falkordb="has no elementId; id(e) is an integer",
    remedy="elementId(e) becomes id(e), digits of it where text is asked for; what looks inside the string is refused",
    rewrite=_rewrite,
    functions=frozenset({"elementid"}),
)
