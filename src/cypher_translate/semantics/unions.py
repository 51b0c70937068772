"""The columns of a UNION: in each part the same names, in the same order."""

from __future__ import annotations

from dataclasses import replace

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.semantics import types as t
from cypher_translate.semantics.names import Names
from cypher_translate.transform import transform


def united(names: Names, parts: list[ast.SingleQuery], columns: list[tuple[str, ...]]) -> list[ast.SingleQuery]:
    """The parts of a UNION with the same unique name for a column in each."""
    uniques = [dict(zip(each, returned_names(part), strict=True)) for part, each in zip(parts, columns, strict=True)]
    for column in columns[0]:
        found = set(filter(None, (unique[column] for unique in uniques)))
        if len(found) < 2:
            continue
        new = names.another(column)
        names.types[new] = t.NULL
        for name in found:
            names.types[new] |= names.types[name]
        parts = [_renamed(part, unique[column], new) for part, unique in zip(parts, uniques, strict=True)]
    return [_ordered(part, each, columns[0]) for part, each in zip(parts, columns, strict=True)]


def returned_names(query: ast.SingleQuery) -> tuple[str | None, ...]:
    """The unique names of a resolved query's columns, None for an expression without a name."""
    last = query.clauses[-1]
    if not isinstance(last, ast.Return):
        return ()
    names = []
    for item in last.body.items:
        variable = item.alias or item.expression
        names.append(variable.name if isinstance(variable, Variable) else None)
    return tuple(names)


def _ordered(part: ast.SingleQuery, names: tuple[str, ...], wanted: tuple[str, ...]) -> ast.SingleQuery:
    """A part of a UNION with its columns in the order of the first."""
    last = part.clauses[-1]
    if names == wanted or not isinstance(last, ast.Return):
        return part
    items = dict(zip(names, last.body.items, strict=True))
    body = replace(last.body, items=tuple(items[name] for name in wanted))
    return replace(part, clauses=(*part.clauses[:-1], replace(last, body=body)))


def _renamed(query: ast.SingleQuery, name: str | None, new: str) -> ast.SingleQuery:
    """The query with another name for a column, which ORDER BY may repeat."""
    last = query.clauses[-1]
    assert isinstance(last, ast.Return)
    body = last.body
    items, aliased = [], False
    for item in body.items:
        if item.alias is not None and item.alias.name == name:
            item, aliased = replace(item, alias=Variable(new)), True
        elif item.alias is None and isinstance(item.expression, Variable) and item.expression.name == name:
            item = replace(item, alias=Variable(new))
        items.append(item)

    def step(node: ast.Node) -> ast.Node:
        return Variable(new) if aliased and isinstance(node, Variable) and node.name == name else node

    order_by = tuple(transform(sort, step) for sort in body.order_by)
    changed = replace(last, body=replace(body, items=tuple(items), order_by=order_by))
    return replace(query, clauses=(*query.clauses[:-1], changed))
