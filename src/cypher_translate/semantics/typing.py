"""Types that cannot fit, and calls that cannot be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn, TypeAlias

from cypher_translate import ast
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.semantics.functions import is_aggregation, signatures
from cypher_translate.semantics.types import EVERY_TYPE, PROPERTY, TEMPORAL, Type, combine, infer
from cypher_translate.transform import children, walk

_INTEGER_LIMIT = 2**63
_WITH_PROPERTIES = ("MAP", "NODE", "RELATIONSHIP", "POINT", *TEMPORAL)
_NUMBERS = ("INTEGER", "FLOAT")
_INSTANTS = tuple(sorted(TEMPORAL - {"DURATION"}))
_PREDICATES = (ast.And, ast.Or, ast.Xor, ast.Not)
_HINTS = {
    "pow": "write x ^ y",
    "length": "size() is for strings and lists",
    "size": "count what a pattern finds with COUNT { … }",
    "typeof": "Neo4j has valueType(x)",
    "len": "write size(x)",
    "now": "write datetime()",
    "power": "write x ^ y",
    "toint": "write toInteger(x)",
    "int": "write toInteger(x)",
    "float": "write toFloat(x)",
    "str": "write toString(x)",
    "substr": "write substring(text, start, length)",
    "if": "write CASE WHEN condition THEN a ELSE b END",
    "iif": "write CASE WHEN condition THEN a ELSE b END",
    "concat": "write a + b",
    "ifnull": "write coalesce(a, b)",
    "nvl": "write coalesce(a, b)",
}


def _refuse(message: str, node: ast.Node, code: str = "InvalidArgumentType", hint: str = "") -> NoReturn:
    raise CypherSyntaxError(message, code=code, hint=hint, span=node.span)


def check_types(query: ast.Query, types: dict[str, Type]) -> None:
    """Refuse calls of unknown functions and operands of impossible types. Raises CypherSyntaxError."""
    _Checker(types).visit(query, predicate=False, negative=False)


_Operands: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]
_OF_NUMBERS: _Operands = (_NUMBERS, _NUMBERS)
_OPERANDS: dict[str, tuple[_Operands, ...]] = {
    "^": (_OF_NUMBERS,),
    "%": (_OF_NUMBERS,),
    "*": (_OF_NUMBERS, (_NUMBERS, ("DURATION",)), (("DURATION",), _NUMBERS)),
    "/": (_OF_NUMBERS, (("DURATION",), _NUMBERS)),
    "-": (_OF_NUMBERS, (tuple(sorted(TEMPORAL)), ("DURATION",))),
    "+": (
        _OF_NUMBERS,
        (("STRING",), ("STRING", *_NUMBERS)),
        (_NUMBERS, ("STRING",)),
        (tuple(sorted(TEMPORAL)), ("DURATION",)),
        (("DURATION",), _INSTANTS),
        (("LIST",), tuple(sorted(EVERY_TYPE))),
        (tuple(sorted(EVERY_TYPE)), ("LIST",)),
    ),
    "||": ((("STRING",), ("STRING",)), (("LIST",), ("LIST",))),
}
"""The types of both operands that go together."""


class _Checker:
    def __init__(self, types: dict[str, Type]) -> None:
        self.types = types

    def expect(self, node: ast.Expression, *names: str) -> None:
        """Refuse an operand that can have none of these types; what is null always fits."""
        type_ = infer(node, self.types)
        if type_.names and not type_.may_be(*names):
            wanted, found = " or ".join(sorted(names)), " or ".join(sorted(type_.names))
            _refuse(f"Expected {wanted}, but this is {found}", node)

    def visit(self, node: ast.Node, predicate: bool, negative: bool) -> None:
        """Check a node and what is below it; ``predicate``: its value is only asked whether it is true."""
        if isinstance(node, ast.Binary):
            self.chain(node)
            return
        if isinstance(node, ast.ParenthesizedPath | ast.RelationshipPattern) and node.quantifier is not None:
            self.repeated(node)
            return
        check = _CHECKS.get(type(node))
        if check is not None:
            check(self, node, predicate, negative)
        where = getattr(node, "where", None)
        if where is not None:
            self.expect(where, "BOOLEAN")
        operator = isinstance(node, _PREDICATES) or (isinstance(node, ast.Case) and node.subject is None)
        is_exists = isinstance(node, ast.FunctionCall) and node.name.lower() in ("exists", "isempty")
        tests = node.tests if isinstance(node, ast.CaseAlternative) and predicate else ()
        for child in children(node):
            self.visit(
                child,
                predicate=operator or child is where or is_exists or child in tests,
                negative=isinstance(node, ast.Unary) and node.operator == "-",
            )

    def repeated(self, node: ast.ParenthesizedPath | ast.RelationshipPattern) -> None:
        """Inside of what is repeated, its variables are single nodes and relationships, outside of it lists."""
        inside = dict(self.types)
        for part in walk(node):
            if isinstance(part, ast.NodePattern | ast.RelationshipPattern) and part.variable is not None:
                inside[part.variable.name] = inside[part.variable.name].item
        checker = _Checker(inside)
        for child in children(node):
            checker.visit(child, predicate=child is node.where, negative=False)

    def chain(self, node: ast.Binary) -> None:
        """A chain of arithmetic, from its first operand to its last; a type that cannot fit is found at the link."""
        spine = [node]
        while isinstance(spine[-1].left, ast.Binary):
            spine.append(spine[-1].left)
        self.visit(spine[-1].left, False, False)
        left = infer(spine[-1].left, self.types)
        for link in reversed(spine):
            self.visit(link.right, False, False)
            right = infer(link.right, self.types)
            self._check_operands(left, right, link)
            left = combine(link.operator, left, right)

    def _check_operands(self, left: Type, right: Type, node: ast.Binary) -> None:
        fitting = [pair for pair in _OPERANDS[node.operator] if not left.names or left.may_be(*pair[0])]
        if not fitting:
            self._refuse_operand(left, node.left, [pair[0] for pair in _OPERANDS[node.operator]])
        if right.names and not any(right.may_be(*pair[1]) for pair in fitting):
            self._refuse_operand(right, node.right, [pair[1] for pair in fitting])

    def _refuse_operand(self, type_: Type, node: ast.Expression, fitting: list[tuple[str, ...]]) -> NoReturn:
        wanted = dict.fromkeys(name for names in fitting for name in names)
        hint = ""
        if wanted.keys() <= {"STRING", "LIST"}:
            hint = "|| joins strings or lists; write OR between conditions"
        elif wanted.keys() == {"DURATION"} and type_.is_only(*_INSTANTS):
            hint = "write duration.between(earlier, later)"
        _refuse(f"Expected {' or '.join(wanted)}, but this is {' or '.join(sorted(type_.names))}", node, hint=hint)

    # --- Kinds of nodes

    def boolean_operands(self, node: ast.And | ast.Or | ast.Xor, predicate: bool, negative: bool) -> None:
        for operand in node.operands:
            self.expect(operand, "BOOLEAN")

    def negated(self, node: ast.Not, predicate: bool, negative: bool) -> None:
        self.expect(node.operand, "BOOLEAN")

    def string_predicate(self, node: ast.StringPredicate, predicate: bool, negative: bool) -> None:
        if node.operator == "=~":
            self.expect(node.left, "STRING")
            self.expect(node.right, "STRING")

    def membership(self, node: ast.In, predicate: bool, negative: bool) -> None:
        self.expect(node.list, "LIST")

    def union_type(self, node: ast.IsTyped | ast.CypherType, predicate: bool, negative: bool) -> None:
        """The members of a union are all nullable or all not; NOTHING is both."""
        members = node.types if isinstance(node, ast.IsTyped) else node.inner
        if len({member.not_null for member in members if member.name != "NOTHING"}) > 1:
            _refuse("All types of a union are NOT NULL, or none", members[0], "UnexpectedSyntax")
        if isinstance(node, ast.CypherType) and node.name == "ANY" and node.inner and node.not_null:
            _refuse("A union has no NOT NULL of its own", node, "UnexpectedSyntax", "write it behind each of its types")

    def listed(self, node: ast.ListComprehension, predicate: bool, negative: bool) -> None:
        self.expect(node.list, "LIST")

    def property(self, node: ast.Property, predicate: bool, negative: bool) -> None:
        if infer(node.subject, self.types).is_only("STRING", "LIST", "PATH") and node.key.lower() in ("size", "length"):
            hint = "write size(x) of a string or list, length(p) of a path"
            _refuse(f"{node.key} is a function, not a property", node.subject, hint=hint)
        self.expect(node.subject, *_WITH_PROPERTIES)

    def subscript(self, node: ast.Subscript, predicate: bool, negative: bool) -> None:
        components = TEMPORAL if isinstance(node.index, ast.StringLiteral) else ()
        self.expect(node.subject, "LIST", "MAP", "NODE", "RELATIONSHIP", *components)
        subject = infer(node.subject, self.types)
        if subject.is_only("MAP", "NODE", "RELATIONSHIP"):
            self.expect(node.index, "STRING")
        elif subject.may_be("LIST") and not subject.may_be("MAP", "NODE", "RELATIONSHIP"):
            self.expect(node.index, "INTEGER")

    def slice(self, node: ast.Slice, predicate: bool, negative: bool) -> None:
        if node.start is None and node.end is None:
            _refuse("A slice needs a start or an end", node, "UnexpectedSyntax")
        self.expect(node.subject, "LIST")
        for bound in (node.start, node.end):
            if bound is not None:
                self.expect(bound, "INTEGER")

    def integer(self, node: ast.IntegerLiteral, predicate: bool, negative: bool) -> None:
        if node.value == _INTEGER_LIMIT and not negative:
            _refuse("This integer is too large", node, "IntegerOverflow", "an integer has 64 bits")

    def pattern(self, node: ast.PatternExpression, predicate: bool, negative: bool) -> None:
        if not predicate:
            _refuse(
                "A pattern as an expression can only be asked whether it exists",
                node,
                "UnexpectedSyntax",
                "write EXISTS { … }, COUNT { … } or [pattern | value]",
            )

    def case(self, node: ast.Case, predicate: bool, negative: bool) -> None:
        if node.subject is None:
            for alternative in node.alternatives:
                self.expect(alternative.tests[0], "BOOLEAN")

    def function(self, node: ast.FunctionCall, predicate: bool, negative: bool) -> None:
        name = node.name.lower()
        signature = signatures().get(name)
        if signature is None:
            _refuse(f"Unknown function {node.name}", node, "UnknownFunction", _HINTS.get(name) or _resembling(name))
        count = len(node.arguments)
        if count < signature.least or (signature.most is not None and count > signature.most):
            few = "few" if count < signature.least else "many"
            hint = "write count(DISTINCT [a, b])" if name == "count" and node.distinct else ""
            _refuse(f"Too {few} arguments for {node.name}", node, "InvalidNumberOfArguments", hint)
        if node.distinct and not is_aggregation(node):
            _refuse(f"{node.name} does not aggregate, so it has no DISTINCT", node, "UnexpectedSyntax")
        if name == "exists" and not isinstance(node.arguments[0], ast.PatternExpression):
            _refuse("exists(n.key) is not Cypher any more", node, "UnexpectedSyntax", "write n.key IS NOT NULL")
        if name == "size" and isinstance(node.arguments[0], ast.PatternExpression):
            _refuse("A pattern has no size", node, "UnexpectedSyntax", "count with COUNT { … }")
        for argument, names, items in zip(node.arguments, signature.arguments, signature.items, strict=False):
            if "ANY" not in names:
                self.expect(argument, *names)
            if items:
                self._expect_items(argument, *items)
        if name in _LITERAL_RULES:
            _LITERAL_RULES[name](node)

    def _expect_items(self, node: ast.Expression, *names: str) -> None:
        """Refuse a list whose items can have none of these types."""
        type_ = infer(node, self.types)
        if type_.is_only("LIST") and type_.item.names and not type_.item.may_be(*names):
            wanted, found = " or ".join(sorted(names)), " or ".join(sorted(type_.item.names))
            _refuse(f"Expected a list of {wanted}, but this is a list of {found}", node)

    def matched(self, node: ast.Match | ast.Merge, predicate: bool, negative: bool) -> None:
        if isinstance(node, ast.Match) and node.mode is not None:
            hint = "leave it out, Cypher 5 has no other" if node.mode == "DIFFERENT RELATIONSHIPS" else ""
            _refuse(f"Cypher 5 has no match modes such as {node.mode}", node, "UnexpectedSyntax", hint)
        for part in walk(node.pattern):
            if isinstance(part, ast.NodePattern | ast.RelationshipPattern) and isinstance(
                part.properties, ast.Parameter
            ):
                _refuse(
                    f"A parameter cannot be all properties in {type(node).__name__.upper()}",
                    part.properties,
                    "InvalidParameterUse",
                    f"name them: {{id: ${part.properties.name}.id}}",
                )
        if isinstance(node, ast.Merge):
            self._check_created(node.pattern, node)

    def created(self, node: ast.Create, predicate: bool, negative: bool) -> None:
        for part in node.pattern.parts:
            self._check_created(part, node)

    def _check_created(self, part: ast.PatternPart, clause: ast.Create | ast.Merge) -> None:
        name = type(clause).__name__.upper()
        for element in children(part.path):
            if not isinstance(element, ast.NodePattern | ast.RelationshipPattern):
                continue
            if element.where is not None:
                _refuse(f"A pattern in {name} cannot have a WHERE", element.where, "UnexpectedSyntax")
            if isinstance(element, ast.NodePattern):
                if not _are_names(element.labels):
                    _refuse(f"{name} needs labels, not a condition on them", element, "UnexpectedSyntax", "write :A:B")
                continue
            if element.length is not None or element.quantifier is not None:
                _refuse(f"{name} needs relationships of length one", element, "CreatingVarLength")
            if not isinstance(element.types, ast.LabelName | ast.DynamicLabel):
                message = f"{name} needs exactly one relationship type"
                _refuse(message, element, "NoSingleRelationshipType", "write -[:TYPE]->")
            if element.direction == "BOTH" and isinstance(clause, ast.Create):
                _refuse("CREATE needs a direction", element, "RequiresDirectedRelationship", "write -[:TYPE]->")

    def deleted(self, node: ast.Delete, predicate: bool, negative: bool) -> None:
        for expression in node.expressions:
            if isinstance(expression, ast.HasLabels):
                _refuse("DELETE removes no labels", expression, "InvalidDelete", "write REMOVE n:Label")
            if isinstance(expression, ast.Property) and infer(expression, self.types) == PROPERTY:
                _refuse("DELETE removes no properties", expression, hint="write REMOVE n.key")
            self.expect(expression, "NODE", "RELATIONSHIP", "PATH")

    def labelled(self, node: ast.HasLabels, predicate: bool, negative: bool) -> None:
        self.expect(node.subject, "NODE", "RELATIONSHIP")

    def dynamic_label(self, node: ast.DynamicLabel, predicate: bool, negative: bool) -> None:
        self.expect(node.expression, "STRING", "LIST")
        self._expect_items(node.expression, "STRING")

    def trimmed(self, node: ast.Trim, predicate: bool, negative: bool) -> None:
        self.expect(node.text, "STRING")
        if node.characters is not None:
            self.expect(node.characters, "STRING")

    def loaded(self, node: ast.LoadCsv, predicate: bool, negative: bool) -> None:
        self.expect(node.url, "STRING")

    def sign(self, node: ast.Unary, predicate: bool, negative: bool) -> None:
        self.expect(node.operand, "INTEGER", "FLOAT")

    def map_projection(self, node: ast.MapProjection, predicate: bool, negative: bool) -> None:
        if not infer(node.variable, self.types).is_only(*TEMPORAL):
            self.expect(node.variable, "MAP", "NODE", "RELATIONSHIP")

    def assigned(self, node: ast.SetProperty, predicate: bool, negative: bool) -> None:
        self.expect(node.target.subject, "NODE", "RELATIONSHIP")

    def properties(self, node: ast.SetAllProperties | ast.AddProperties, predicate: bool, negative: bool) -> None:
        self.expect(node.target, "NODE", "RELATIONSHIP")
        self.expect(node.value, "MAP", "NODE", "RELATIONSHIP")

    def labels(self, node: ast.SetLabels | ast.RemoveLabels, predicate: bool, negative: bool) -> None:
        self.expect(node.target, "NODE")

    def page(self, node: ast.ProjectionBody, predicate: bool, negative: bool) -> None:
        for name, value in (("SKIP", node.skip), ("LIMIT", node.limit)):
            if value is None:
                continue
            number = _number(value)
            if isinstance(number, int) and number < 0:
                _refuse(f"{name} cannot be negative", value, "NegativeIntegerArgument")
            if not infer(value, self.types).may_be("INTEGER"):
                _refuse(f"{name} needs an integer", value)


def _are_names(labels: ast.LabelExpression | None) -> bool:
    """Whether these are labels that a new node can have."""
    if isinstance(labels, ast.LabelAnd):
        return all(map(_are_names, labels.operands))
    if isinstance(labels, ast.DynamicLabel):
        return labels.quantifier == "all"
    return labels is None or isinstance(labels, ast.LabelName)


def _resembling(name: str) -> str:
    """For the name of a function with a slip of the pen."""
    from difflib import get_close_matches

    close = get_close_matches(name, signatures(), 1, 0.75)
    return f"did you mean {close[0]}?" if close else ""


def _number(node: ast.Expression) -> float | None:
    """The value of a literal number, with its sign; None for anything else."""
    if isinstance(node, ast.Unary):
        value = _number(node.operand)
        return -value if node.operator == "-" and value is not None else value
    return node.value if isinstance(node, ast.IntegerLiteral | ast.FloatLiteral) else None


def _check_percentile(call: ast.FunctionCall) -> None:
    percentile = call.arguments[1]
    number = _number(percentile)
    if isinstance(percentile, ast.NullLiteral) or (number is not None and not 0 <= number <= 1):
        _refuse("A percentile is a number from 0.0 to 1.0", percentile, "NumberOutOfRange")


def _check_point(call: ast.FunctionCall) -> None:
    place = call.arguments[0]
    if isinstance(place, ast.MapLiteral):
        keys = {entry.key for entry in place.entries}
        if not (keys >= {"x", "y"} or keys >= {"longitude", "latitude"}):
            _refuse("A point needs x and y, or longitude and latitude", place, hint="upper and lower case differ")


_LITERAL_RULES: dict[str, Callable[[ast.FunctionCall], None]] = {
    "percentilecont": _check_percentile,
    "percentiledisc": _check_percentile,
    "point": _check_point,
}
"""What is asked of literal arguments."""

_CHECKS: dict[type[ast.Node], Callable[[_Checker, Any, bool, bool], None]] = {
    ast.And: _Checker.boolean_operands,
    ast.Or: _Checker.boolean_operands,
    ast.Xor: _Checker.boolean_operands,
    ast.StringPredicate: _Checker.string_predicate,
    ast.Not: _Checker.negated,
    ast.In: _Checker.membership,
    ast.IsTyped: _Checker.union_type,
    ast.CypherType: _Checker.union_type,
    ast.HasLabels: _Checker.labelled,
    ast.ListComprehension: _Checker.listed,
    ast.ListPredicate: _Checker.listed,
    ast.Reduce: _Checker.listed,
    ast.Property: _Checker.property,
    ast.Subscript: _Checker.subscript,
    ast.Slice: _Checker.slice,
    ast.IntegerLiteral: _Checker.integer,
    ast.PatternExpression: _Checker.pattern,
    ast.Case: _Checker.case,
    ast.FunctionCall: _Checker.function,
    ast.Match: _Checker.matched,
    ast.Merge: _Checker.matched,
    ast.Create: _Checker.created,
    ast.Delete: _Checker.deleted,
    ast.Unary: _Checker.sign,
    ast.MapProjection: _Checker.map_projection,
    ast.DynamicLabel: _Checker.dynamic_label,
    ast.Trim: _Checker.trimmed,
    ast.LoadCsv: _Checker.loaded,
    ast.SetProperty: _Checker.assigned,
    ast.SetAllProperties: _Checker.properties,
    ast.AddProperties: _Checker.properties,
    ast.SetLabels: _Checker.labels,
    ast.RemoveLabels: _Checker.labels,
    ast.ProjectionBody: _Checker.page,
}
