"""What is known of an expression's type before the query runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cypher_translate import ast
from cypher_translate.semantics.functions import signatures

TEMPORAL = frozenset({"DATE", "LOCAL TIME", "ZONED TIME", "LOCAL DATETIME", "ZONED DATETIME", "DURATION"})
NUMBERS = frozenset({"INTEGER", "FLOAT"})
EVERY_TYPE = (
    frozenset({"BOOLEAN", "STRING", "POINT", "NODE", "RELATIONSHIP", "PATH", "LIST", "MAP"}) | NUMBERS | TEMPORAL
)
STORED = EVERY_TYPE - {"NODE", "RELATIONSHIP", "PATH", "MAP"}
"""The types that a property can have."""


@dataclass(frozen=True, slots=True)
class Type:
    """The types that a value may have, null always among them; ``inner`` is what the items of a list may be."""

    names: frozenset[str]
    inner: Type | None = None

    def is_only(self, *names: str) -> bool:
        """Whether the value has one of these types, or is null."""
        return bool(self.names) and self.names <= set(names)

    def may_be(self, *names: str) -> bool:
        """Whether the value can have one of these types."""
        return not self.names.isdisjoint(names)

    @property
    def item(self) -> Type:
        """What an item is, where the value is a list."""
        return self.inner or ANY

    def __or__(self, other: Type) -> Type:
        if self.inner == other.inner:
            inner = self.inner
        elif not self.may_be("LIST") or not other.may_be("LIST"):
            inner = self.inner or other.inner
        else:
            inner = self.item | other.item
        return Type(self.names | other.names, inner)


ANY = Type(EVERY_TYPE)
PROPERTY = Type(STORED)
NULL = Type(frozenset())
BOOLEAN = Type(frozenset({"BOOLEAN"}))
INTEGER = Type(frozenset({"INTEGER"}))
FLOAT = Type(frozenset({"FLOAT"}))
NUMBER = Type(NUMBERS)
STRING = Type(frozenset({"STRING"}))
MAP = Type(frozenset({"MAP"}))
NODE = Type(frozenset({"NODE"}))
RELATIONSHIP = Type(frozenset({"RELATIONSHIP"}))
PATH = Type(frozenset({"PATH"}))
POINT = Type(frozenset({"POINT"}))


def list_of(item: Type) -> Type:
    """A list of such items."""
    return Type(frozenset({"LIST"}), item)


def infer(expression: ast.Expression, types: Mapping[str, Type]) -> Type:
    """What the value of an expression may be; ANY where nothing is known.

    ``types`` has the types of the variables, and under ``$name`` that of a parameter where it is known.
    """
    if isinstance(expression, ast.Variable):
        return types.get(expression.name, ANY)
    if isinstance(expression, ast.Parameter):
        return types.get(f"${expression.name}", ANY)
    if isinstance(expression, ast.Property):
        return _property(expression, types)
    if isinstance(expression, ast.FunctionCall):
        return _function(expression, types)
    if isinstance(expression, ast.Binary):
        return _arithmetic(expression, types)
    if isinstance(expression, ast.Unary):
        operand = infer(expression.operand, types)
        return operand if operand.is_only("INTEGER", "FLOAT") else NUMBER
    if isinstance(expression, ast.ListLiteral):
        inner = NULL
        for part in expression.items:
            inner = inner | infer(part, types)
        return list_of(inner)
    if isinstance(expression, ast.Subscript):
        subject = infer(expression.subject, types)
        return subject.item if subject.is_only("LIST") else ANY
    if isinstance(expression, ast.Slice):
        subject = infer(expression.subject, types)
        return subject if subject.is_only("LIST") else list_of(ANY)
    if isinstance(expression, ast.ListComprehension):
        item = infer(expression.list, types).item
        if expression.projection is None:
            return list_of(item)
        return list_of(infer(expression.projection, types))
    if isinstance(expression, ast.Reduce):
        result = infer(expression.expression, types)
        is_empty = not isinstance(expression.list, ast.ListLiteral) or not expression.list.items
        return infer(expression.initial, types) | result if is_empty else result
    if isinstance(expression, ast.PatternComprehension):
        return list_of(infer(expression.projection, types))
    if isinstance(expression, ast.ShortestPath):
        return list_of(PATH) if expression.all else PATH
    if isinstance(expression, ast.Case):
        result = NULL if expression.default is None else infer(expression.default, types)
        for alternative in expression.alternatives:
            result = result | infer(alternative.result, types)
        return result
    return _FIXED.get(type(expression), ANY)


_FIXED: dict[type[ast.Expression], Type] = {
    ast.NullLiteral: NULL,
    ast.BooleanLiteral: BOOLEAN,
    ast.IntegerLiteral: INTEGER,
    ast.FloatLiteral: FLOAT,
    ast.StringLiteral: STRING,
    ast.MapLiteral: MAP,
    ast.MapProjection: MAP,
    ast.Trim: STRING,
    ast.CountStar: INTEGER,
    ast.CountSubquery: INTEGER,
    ast.CollectSubquery: list_of(ANY),
    **dict.fromkeys((ast.Or, ast.Xor, ast.And, ast.Not, ast.Comparison, ast.StringPredicate, ast.In), BOOLEAN),
    **dict.fromkeys((ast.IsNull, ast.IsTyped, ast.IsNormalized, ast.HasLabels, ast.ListPredicate), BOOLEAN),
    **dict.fromkeys((ast.PatternExpression, ast.ExistsSubquery), BOOLEAN),
}


_COMPONENTS: dict[str, Type] = {
    **dict.fromkeys(["x", "y", "z", "longitude", "latitude", "height"], FLOAT),
    **dict.fromkeys(("timezone", "offset", "crs"), STRING),
    **dict.fromkeys(
        ["year", "quarter", "month", "week", "weekyear", "day", "ordinalday", "dayofquarter", "quarterday"], INTEGER
    ),
    **dict.fromkeys(
        ["dayofweek", "weekday", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond"], INTEGER
    ),
    **dict.fromkeys(["offsetminutes", "offsetseconds", "epochmillis", "epochseconds", "srid"], INTEGER),
    **dict.fromkeys(
        ["years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds"], INTEGER
    ),
    **dict.fromkeys(["microseconds", "nanoseconds", "quartersofyear", "monthsofyear", "monthsofquarter"], INTEGER),
    **dict.fromkeys(["daysofweek", "minutesofhour", "secondsofminute", "millisecondsofsecond"], INTEGER),
    **dict.fromkeys(("microsecondsofsecond", "nanosecondsofsecond"), INTEGER),
}


def component_type(key: str) -> Type | None:
    """The type of a component of temporal values or points, None if none of them has such; letter case is free."""
    return _COMPONENTS.get(key.lower())


def _property(node: ast.Property, types: Mapping[str, Type]) -> Type:
    subject = infer(node.subject, types)
    if subject.is_only("NODE", "RELATIONSHIP"):
        return PROPERTY
    if isinstance(node.subject, ast.MapLiteral):
        values = [entry.value for entry in node.subject.entries if entry.key == node.key]
        return infer(values[-1], types) if values else NULL
    if not subject.may_be("NODE", "RELATIONSHIP", "MAP"):
        return component_type(node.key) or NULL
    return ANY


_OPERATORS = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/"}
_FALKORDB = {"typeof": STRING}
"""FalkorDB's own functions, as rewrites use them."""

_COMPATIBILITY: dict[str, Type] = {
    "floattext": STRING,
    "text": STRING,
    "kind": STRING,
    "trimcharacter": STRING,
    "charlength": INTEGER,
    "matches": BOOLEAN,
    "comparable": BOOLEAN,
    "isnormalized": BOOLEAN,
    "isoftype": BOOLEAN,
    "parameter": ANY,
}
"""Compatibility functions that Neo4j has under no such name."""


def _compatibility(name: str, call: ast.FunctionCall, types: Mapping[str, Type]) -> Type:
    """Functions of operators give null for all but odd operands, so the other argument of coalesce() tells."""
    if name in ("property", "component"):
        key = call.arguments[1]
        return (component_type(key.value) if isinstance(key, ast.StringLiteral) else None) or ANY
    if name in ("add", "subtract", "multiply", "divide"):
        left, right = (infer(argument, types) for argument in call.arguments)
        return combine(_OPERATORS[name], left, right)
    constructor = signatures().get(name.partition(".")[0])
    if "." in name and constructor is not None:
        return Type(frozenset({constructor.result}))
    return _COMPATIBILITY.get(name, NULL)


def _function(call: ast.FunctionCall, types: Mapping[str, Type]) -> Type:
    name = call.name.lower()
    signature = signatures().get(name.removeprefix("neo4j."))
    if signature is None:
        return _compatibility(name[6:], call, types) if name.startswith("neo4j.") else _FALKORDB.get(name, ANY)
    result = signature.result
    arguments = [infer(argument, types) for argument in call.arguments]
    if result == "any argument":
        combined = NULL
        for argument in arguments:
            combined = combined | argument
        return combined
    first = arguments[0] if arguments else ANY
    if result == "same":
        return first
    if result == "list of same":
        return list_of(first)
    if result == "item":
        return first.item
    if result == "sum":
        if first.is_only("INTEGER"):
            return FLOAT if call.name.lower() == "avg" else INTEGER
        return first if first.is_only("FLOAT") else Type(NUMBERS | {"DURATION"})
    if result.startswith("list of "):
        return list_of(Type(frozenset({result.removeprefix("list of ")})))
    return ANY if result == "ANY" else Type(frozenset({result}))


def _arithmetic(node: ast.Binary, types: Mapping[str, Type]) -> Type:
    """Chains lean to the left and may be long, so the left spine is walked, not recursed into."""
    spine: list[ast.Binary] = []
    left: ast.Expression = node
    while isinstance(left, ast.Binary):
        spine.append(left)
        left = left.left
    result = infer(left, types)
    for link in reversed(spine):
        result = combine(link.operator, result, infer(link.right, types))
    return result


def combine(operator: str, left: Type, right: Type) -> Type:
    """What an arithmetic operation of two operands may give."""
    if operator == "^":
        return FLOAT
    temporal = _temporal(left, right)
    if temporal is not None:
        return temporal
    if left.is_only("INTEGER") and right.is_only("INTEGER"):
        return INTEGER
    if left.is_only("INTEGER", "FLOAT") and right.is_only("INTEGER", "FLOAT"):
        return FLOAT if left.is_only("FLOAT") or right.is_only("FLOAT") else NUMBER
    if operator in ("+", "||"):
        if left.is_only("LIST") or right.is_only("LIST"):
            left_item = left.item if left.is_only("LIST") else left
            right_item = right.item if right.is_only("LIST") else right
            return list_of(left_item | right_item)
        if left.is_only("STRING") and right.is_only("STRING", "INTEGER", "FLOAT"):
            return STRING
        if right.is_only("STRING") and left.is_only("INTEGER", "FLOAT"):
            return STRING
        numbers = NUMBERS if left.may_be(*NUMBERS) and right.may_be(*NUMBERS) else frozenset()
        return Type(left.names | right.names | numbers | _mixed(left, right))
    if operator == "-" and left.may_be(*TEMPORAL):
        return Type(NUMBERS | TEMPORAL)
    if operator in ("*", "/") and (left.may_be("DURATION") or right.may_be("DURATION")):
        return Type(NUMBERS | {"DURATION"})
    return NUMBER


def _temporal(left: Type, right: Type) -> Type | None:
    """What an operation of two temporal values, or of a duration and a number, gives; None for anything else."""
    if left.is_only(*TEMPORAL) and right.is_only("DURATION"):
        return left
    if left.is_only("DURATION") and right.is_only(*TEMPORAL, *NUMBERS):
        return left if right.is_only(*NUMBERS) else right
    return right if left.is_only(*NUMBERS) and right.is_only("DURATION") else None


def _mixed(left: Type, right: Type) -> frozenset[str]:
    """What a sum of unlike values may be besides the types of its operands."""
    if left.may_be("STRING") or right.may_be("STRING"):
        return frozenset({"STRING"})
    return frozenset()
