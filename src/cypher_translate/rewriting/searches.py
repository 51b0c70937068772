"""Calls of a search by a named index."""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.ast import Variable
from cypher_translate.plan import OfIndex, Supply
from cypher_translate.rewriting import build
from cypher_translate.rewriting.context import Context
from cypher_translate.semantics import types as t


def index_name(call: ast.CallProcedure, context: Context) -> str | ast.Parameter:
    """The name of the index, which is the first argument."""
    (index, *_) = call.arguments or ()
    if not isinstance(index, ast.StringLiteral | ast.Parameter):
        raise context.refuse(
            "IndexName", call, "The name of the index must be known before the query runs", "write it, or a parameter"
        )
    return index.value if isinstance(index, ast.StringLiteral) else index


def supply(what: OfIndex, index: str | ast.Parameter, context: Context) -> ast.Parameter:
    """The parameter that the adapter fills in with what the index is, or with a key that is a parameter itself."""
    for known in context.supplies:
        if known.what == what and known.index == index:
            return ast.Parameter(known.parameter)
    parameter = context.fresh_parameter(what, t.INTEGER if what == "dimension" else t.STRING)
    context.supplies.append(Supply(parameter.name, what, index))
    return parameter


def returned(call: ast.CallProcedure) -> ast.Return:
    """The RETURN of a query that is nothing but the call."""
    assert call.yields is not None
    names = (item.alias or Variable(item.field) for item in call.yields.items or ())
    return ast.Return(ast.ProjectionBody(tuple(map(build.item, names))))
