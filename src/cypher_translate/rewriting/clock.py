"""The query's clock, a parameter that the adapter fills in: every part of a query sees the same moment."""

from __future__ import annotations

from typing import Literal

from cypher_translate import ast
from cypher_translate.plan import Supply
from cypher_translate.rewriting.context import Context
from cypher_translate.semantics import types as t

_TYPES = {"now": t.Type(frozenset({"ZONED DATETIME"})), "timestamp": t.INTEGER}


def clock(context: Context, what: Literal["now", "timestamp"]) -> ast.Parameter:
    """The parameter that holds the moment, as a zoned date-time or in milliseconds since 1970."""
    for supply in context.supplies:
        if supply.what == what:
            return ast.Parameter(supply.parameter)
    parameter = context.fresh_parameter(what, _TYPES[what])
    context.supplies.append(Supply(parameter.name, what))
    return parameter
