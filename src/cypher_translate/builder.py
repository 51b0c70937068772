"""Makes the nodes of the syntax tree: one function for each rule of the grammar, or for its alias.

A function gets the span of what was read and the children that carry a value; an optional child that is absent is
None. Keywords come in capitals, names without backticks, literals as text.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any, Literal, NoReturn, TypeAlias

from cypher_translate import ast
from cypher_translate.ast import Expression
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.source import Span

_GREATEST_INTEGER = 2**63
"""One more than the greatest integer, since the smallest is read as a minus sign and this number."""


def _refuse(message: str, span: Span, code: str = "UnexpectedSyntax", hint: str = "") -> NoReturn:
    raise CypherSyntaxError(message, code=code, hint=hint, span=span)


# --- Preparser options and queries


def explain(span: Span) -> Literal["EXPLAIN"]:
    return "EXPLAIN"


def profile(span: Span) -> Literal["PROFILE"]:
    return "PROFILE"


def cypher_options(span: Span, *options: ast.PreparserOption) -> tuple[ast.PreparserOption, ...]:
    return options


def cypher_option(span: Span, name: str, value: str) -> ast.PreparserOption:
    return ast.PreparserOption(name, value, span=span)


def cypher_version(span: Span, value: str) -> ast.PreparserOption:
    return ast.PreparserOption("version", value, span=span)


def query(span: Span, *parts: Any) -> ast.Query:
    mode: Literal["EXPLAIN", "PROFILE"] | None = None
    options: list[ast.PreparserOption] = []
    for part in parts[:-1]:
        if isinstance(part, tuple):
            options += part
        elif mode not in (None, part):
            _refuse("EXPLAIN and PROFILE exclude each other", span)
        else:
            mode = part
    return ast.Query(parts[-1], mode, tuple(options), span=span)


def regular_query(span: Span, first: ast.SingleQuery, *others: tuple[bool, ast.SingleQuery]) -> ast.RegularQuery:
    if not others:
        return first
    every = others[0][0]
    for all_rows, part in others:
        if all_rows != every:
            _refuse("UNION and UNION ALL cannot be mixed", part.span, "InvalidClauseComposition")
    return ast.Union((first, *(part for _, part in others)), every, span=span)


def union_part(span: Span, kind: str | None, part: ast.SingleQuery) -> tuple[bool, ast.SingleQuery]:
    return kind == "ALL", part


def single_query(span: Span, *clauses: ast.Clause) -> ast.SingleQuery:
    return ast.SingleQuery(clauses, span=span)


# --- Reading


def match(
    span: Span,
    optional: str | None,
    mode: Literal["REPEATABLE ELEMENTS", "DIFFERENT RELATIONSHIPS"] | None,
    pattern: ast.Pattern,
    hints: tuple[ast.Hint, ...],
    where: Expression | None,
) -> ast.Match:
    return ast.Match(pattern, where, optional is not None, mode, hints, span=span)


def repeatable_elements(span: Span) -> str:
    return "REPEATABLE ELEMENTS"


def different_relationships(span: Span) -> str:
    return "DIFFERENT RELATIONSHIPS"


def hints(span: Span, *hints: ast.Hint) -> tuple[ast.Hint, ...]:
    return hints


def using_index(
    span: Span,
    kind: Literal["RANGE", "TEXT", "POINT"] | None,
    seek: str | None,
    variable: ast.Variable,
    label: str,
    properties: tuple[str, ...],
) -> ast.UsingIndex:
    return ast.UsingIndex(kind, seek is not None, variable, label, properties, span=span)


def using_scan(span: Span, variable: ast.Variable, label: str) -> ast.UsingScan:
    return ast.UsingScan(variable, label, span=span)


def using_join(span: Span, *variables: ast.Variable) -> ast.UsingJoin:
    return ast.UsingJoin(variables, span=span)


def names(span: Span, *names: str) -> tuple[str, ...]:
    return names


def unwind(span: Span, expression: Expression, variable: ast.Variable) -> ast.Unwind:
    return ast.Unwind(expression, variable, span=span)


def load_csv(
    span: Span, headers: str | None, url: Expression, variable: ast.Variable, terminator: str | None
) -> ast.LoadCsv:
    text = None if terminator is None else _unescape(terminator)
    return ast.LoadCsv(url, variable, headers is not None, text, span=span)


def use(span: Span, graph: str | ast.FunctionCall) -> ast.Use:
    return ast.Use(graph, span=span)


def graph_name(span: Span, *names: str) -> str:
    return ".".join(names)


def finish(span: Span) -> ast.Finish:
    return ast.Finish(span=span)


# --- Projecting

_Items: TypeAlias = tuple[bool, tuple[ast.ProjectionItem, ...]]


def with_clause(span: Span, body: ast.ProjectionBody, where: Expression | None) -> ast.With:
    return ast.With(body, where, span=span)


def return_clause(span: Span, body: ast.ProjectionBody) -> ast.Return:
    return ast.Return(body, span=span)


def projection_body(
    span: Span,
    distinct: str | None,
    items: _Items,
    order_by: tuple[ast.SortItem, ...] | None,
    skip: Expression | None,
    limit: Expression | None,
) -> ast.ProjectionBody:
    return ast.ProjectionBody(items[1], items[0], distinct is not None, order_by or (), skip, limit, span=span)


def star_and_items(span: Span, *items: ast.ProjectionItem) -> _Items:
    return True, items


def items(span: Span, *items: ast.ProjectionItem) -> _Items:
    return False, items


def projection_item(span: Span, expression: Expression, alias: ast.Variable | None) -> ast.ProjectionItem:
    return ast.ProjectionItem(expression, alias, span=span)


def order_by(span: Span, *items: ast.SortItem) -> tuple[ast.SortItem, ...]:
    return items


def ascending(span: Span, expression: Expression) -> ast.SortItem:
    return ast.SortItem(expression, span=span)


def descending(span: Span, expression: Expression) -> ast.SortItem:
    return ast.SortItem(expression, True, span=span)


def order_by_and_page(
    span: Span, order: tuple[ast.SortItem, ...], skip: Expression | None, limit: Expression | None
) -> ast.With:
    """ORDER BY, SKIP and LIMIT as a clause of their own are short for WITH *."""
    body = ast.ProjectionBody((), star=True, order_by=order, skip=skip, limit=limit, span=span)
    return ast.With(body, span=span)


def skip_and_limit(span: Span, skip: Expression, limit: Expression | None) -> ast.With:
    return order_by_and_page(span, (), skip, limit)


def only_limit(span: Span, limit: Expression) -> ast.With:
    return order_by_and_page(span, (), None, limit)


# --- Updating


def create(span: Span, pattern: ast.Pattern) -> ast.Create:
    return ast.Create(pattern, span=span)


def insert(span: Span, pattern: ast.Pattern) -> ast.Create:
    for part in pattern.parts:
        if part.variable is not None:
            _refuse("A path that is inserted cannot have a name", part.variable.span, hint="write CREATE")
        for element in part.path.elements if isinstance(part.path, ast.PathPattern) else ():
            if isinstance(element, ast.NodePattern | ast.RelationshipPattern):
                _check_inserted(element, element.labels if isinstance(element, ast.NodePattern) else element.types)
    return ast.Create(pattern, span=span)


def _check_inserted(element: ast.NodePattern | ast.RelationshipPattern, labels: ast.LabelExpression | None) -> None:
    if isinstance(element.properties, ast.Parameter):
        _refuse("A parameter cannot be all properties in INSERT", element.properties.span, hint="write CREATE")
    if isinstance(labels, ast.LabelAnd) and labels.colons:
        _refuse("INSERT has no colons between labels", labels.span, hint="write :A&B")
    for part in labels.operands if isinstance(labels, ast.LabelAnd) else (labels,):
        if isinstance(part, ast.DynamicLabel):
            _refuse("INSERT cannot compute a label or type", part.span, hint="write CREATE")


def merge(span: Span, part: ast.PatternPart, *actions: ast.MergeAction) -> ast.Merge:
    return ast.Merge(part, actions, span=span)


def merge_action(span: Span, on: Literal["CREATE", "MATCH"], clause: ast.Set) -> ast.MergeAction:
    return ast.MergeAction(on, clause, span=span)


def set_clause(span: Span, *items: ast.SetItem) -> ast.Set:
    return ast.Set(items, span=span)


def set_equal(span: Span, target: Expression, value: Expression) -> ast.SetProperty | ast.SetAllProperties:
    if isinstance(target, ast.Property | ast.Subscript):
        return ast.SetProperty(target, value, span=span)
    if isinstance(target, ast.Variable):
        return ast.SetAllProperties(target, value, span=span)
    _refuse("Only a property or a variable can be set", target.span)


def set_add(span: Span, target: Expression, value: Expression) -> ast.AddProperties:
    if not isinstance(target, ast.Variable):
        _refuse("Only to the properties of a variable can a map be added", target.span)
    return ast.AddProperties(target, value, span=span)


def set_labels(span: Span, target: Expression) -> ast.SetLabels:
    if isinstance(target, ast.HasLabels) and isinstance(target.subject, ast.Variable):
        return ast.SetLabels(target.subject, _plain_labels(target.labels), span=span)
    _refuse("SET needs a value or a label here", span, hint="write n.key = value, n += map or n:Label")


def remove(span: Span, *items: ast.RemoveItem) -> ast.Remove:
    return ast.Remove(items, span=span)


def remove_item(span: Span, target: Expression) -> ast.RemoveItem:
    if isinstance(target, ast.Property | ast.Subscript):
        return ast.RemoveProperty(target, span=span)
    if isinstance(target, ast.HasLabels) and isinstance(target.subject, ast.Variable):
        return ast.RemoveLabels(target.subject, _plain_labels(target.labels), span=span)
    _refuse("REMOVE needs a property or a label", span, hint="write n.key or n:Label")


def _plain_labels(labels: ast.LabelExpression) -> tuple[ast.LabelName | ast.DynamicLabel, ...]:
    operands = labels.operands if isinstance(labels, ast.LabelAnd) and labels.colons else (labels,)
    plain = tuple(
        operand
        for operand in operands
        if isinstance(operand, ast.LabelName) or (isinstance(operand, ast.DynamicLabel) and operand.quantifier == "all")
    )
    if len(plain) != len(operands):
        _refuse("Only labels by their names can be set or removed", labels.span, hint="write n:A:B")
    return plain


def delete(span: Span, detach: bool | None, *expressions: Expression) -> ast.Delete:
    return ast.Delete(expressions, bool(detach), span=span)


def yes(span: Span) -> bool:
    return True


def no(span: Span) -> bool:
    return False


def foreach(span: Span, variable: ast.Variable, values: Expression, *clauses: ast.Clause) -> ast.Foreach:
    return ast.Foreach(variable, values, clauses, span=span)


# --- Calling


def call_procedure(
    span: Span,
    optional: str | None,
    name: str,
    arguments: tuple[Expression, ...] | None,
    yields: ast.Yield | None,
) -> ast.CallProcedure:
    return ast.CallProcedure(name, arguments, yields, optional is not None, span=span)


def procedure_name(span: Span, *names: str) -> str:
    return ".".join(names)


def procedure_yield(span: Span, items: tuple[ast.YieldItem, ...] | None, where: Expression | None) -> ast.Yield:
    return ast.Yield(items, where, span=span)


def yield_all(span: Span) -> None:
    return None


def yield_items(span: Span, *items: ast.YieldItem) -> tuple[ast.YieldItem, ...]:
    return items


def yield_item(span: Span, name: str, alias: ast.Variable | None) -> ast.YieldItem:
    return ast.YieldItem(name, alias, span=span)


def call_subquery(
    span: Span,
    optional: str | None,
    scope: tuple[ast.Variable, ...] | Literal["*"] | None,
    body: ast.RegularQuery,
    transactions: ast.InTransactions | None,
) -> ast.CallSubquery:
    return ast.CallSubquery(body, scope, optional is not None, transactions, span=span)


def scope(span: Span, *variables: ast.Variable) -> tuple[ast.Variable, ...]:
    return variables


def scope_all(span: Span) -> Literal["*"]:
    return "*"


def in_transactions(span: Span, *options: dict[str, Any]) -> ast.InTransactions:
    settings: dict[str, Any] = {}
    for option in options:
        if settings.keys() & option.keys():
            _refuse("Each option of IN TRANSACTIONS can be given once", span)
        settings |= option
    return ast.InTransactions(**settings, span=span)


def in_concurrent_transactions(
    span: Span, concurrency: Expression | None, *options: dict[str, Any]
) -> ast.InTransactions:
    return replace(in_transactions(span, *options), concurrent=True, concurrency=concurrency)


def batch_size(span: Span, size: Expression) -> dict[str, Any]:
    return {"batch_size": size}


def on_error(span: Span, action: str) -> dict[str, Any]:
    return {"on_error": action}


def report_status(span: Span, variable: ast.Variable) -> dict[str, Any]:
    return {"report": variable}


# --- Patterns


def pattern(span: Span, *parts: ast.PatternPart) -> ast.Pattern:
    return ast.Pattern(parts, span=span)


def pattern_part(
    span: Span,
    variable: ast.Variable | None,
    selector: ast.PathSelector | None,
    path: ast.PathPattern | ast.ShortestPath,
) -> ast.PatternPart:
    if selector and isinstance(path, ast.ShortestPath):
        _refuse("A path selector cannot stand before shortestPath", selector.span)
    return ast.PatternPart(path, variable, selector, span=span)


def any_path(span: Span, count: ast.IntegerLiteral | None) -> ast.PathSelector:
    return ast.PathSelector("ANY", count, span=span)


def all_paths(span: Span) -> ast.PathSelector:
    return ast.PathSelector("ALL", span=span)


def any_shortest(span: Span) -> ast.PathSelector:
    return ast.PathSelector("ANY SHORTEST", span=span)


def all_shortest(span: Span) -> ast.PathSelector:
    return ast.PathSelector("ALL SHORTEST", span=span)


def shortest(span: Span, count: ast.IntegerLiteral | None) -> ast.PathSelector:
    if count is None:
        _refuse("SHORTEST needs a number of paths", span, hint="write SHORTEST 1, or ALL SHORTEST")
    return ast.PathSelector("SHORTEST", count, span=span)


def shortest_groups(span: Span, count: ast.IntegerLiteral | None) -> ast.PathSelector:
    return ast.PathSelector("SHORTEST GROUPS", count, span=span)


def path_pattern(span: Span, *elements: ast.PathElement) -> ast.PathPattern:
    previous: ast.PathElement | None = None
    for element in elements:
        if isinstance(element, ast.RelationshipPattern):
            if not isinstance(previous, ast.NodePattern):
                _refuse("A relationship must stand between two nodes", element.span)
        elif isinstance(element, ast.NodePattern) and isinstance(previous, ast.NodePattern):
            _refuse("Two nodes need a relationship between them", element.span, hint="write (a)-[:TYPE]->(b)")
        elif isinstance(element, ast.ParenthesizedPath) and isinstance(previous, ast.RelationshipPattern):
            _refuse("Between a relationship and a parenthesized path must stand a node", element.span)
        previous = element
    if isinstance(previous, ast.RelationshipPattern):
        _refuse("A pattern cannot end with a relationship", previous.span, hint="add a node: ()")
    return ast.PathPattern(elements, span=span)


def shortest_path(span: Span, _: str, path: ast.PathPattern) -> ast.ShortestPath:
    return ast.ShortestPath(path, span=span)


def all_shortest_paths(span: Span, _: str, path: ast.PathPattern) -> ast.ShortestPath:
    return ast.ShortestPath(path, True, span=span)


def parenthesized_path(
    span: Span, part: ast.PatternPart, where: Expression | None, quantifier: ast.Range | None
) -> ast.ParenthesizedPath:
    return ast.ParenthesizedPath(part, where, quantifier, span=span)


def node_pattern(
    span: Span,
    variable: ast.Variable | None,
    labels: ast.LabelExpression | None,
    properties: ast.MapLiteral | ast.Parameter | None,
    where: Expression | None,
) -> ast.NodePattern:
    return ast.NodePattern(variable, labels, properties, where, span=span)


_Detail: TypeAlias = tuple[
    ast.Variable | None,
    ast.LabelExpression | None,
    ast.Range | None,
    ast.MapLiteral | ast.Parameter | None,
    Expression | None,
]
_NO_DETAIL: _Detail = (None, None, None, None, None)


def relationship_detail(span: Span, *parts: Any) -> _Detail:
    return parts


def undirected(span: Span, detail: _Detail | None, quantifier: ast.Range | None) -> ast.RelationshipPattern:
    return ast.RelationshipPattern("BOTH", *(detail or _NO_DETAIL), quantifier, span=span)


def incoming(span: Span, detail: _Detail | None, quantifier: ast.Range | None) -> ast.RelationshipPattern:
    return ast.RelationshipPattern("INCOMING", *(detail or _NO_DETAIL), quantifier, span=span)


def outgoing(span: Span, detail: _Detail | None, quantifier: ast.Range | None) -> ast.RelationshipPattern:
    return ast.RelationshipPattern("OUTGOING", *(detail or _NO_DETAIL), quantifier, span=span)


def any_length(span: Span) -> ast.Range:
    return ast.Range(span=span)


def exact_length(span: Span, count: str) -> ast.Range:
    return ast.Range(_integer(count, span), _integer(count, span), span=span)


def bounded_length(span: Span, lower: str | None, upper: str | None) -> ast.Range:
    return ast.Range(
        None if lower is None else _integer(lower, span),
        None if upper is None else _integer(upper, span),
        span=span,
    )


def one_or_more(span: Span) -> ast.Range:
    return ast.Range(1, None, span=span)


def label_expression(span: Span, *parts: ast.LabelExpression | str) -> ast.LabelOr:
    operands = tuple(part for part in parts if isinstance(part, ast.Node))
    return ast.LabelOr(operands, colons=len(operands) < len(parts), span=span)


def label_conjunction(span: Span, *parts: ast.LabelExpression | str) -> ast.LabelAnd:
    operands = tuple(part for part in parts if isinstance(part, ast.Node))
    colons = len(parts) - len(operands)
    if 0 < colons < len(operands) - 1:
        _refuse("The colon and & cannot both join labels", span, hint="write &")
    return ast.LabelAnd(operands, colons=colons > 0, span=span)


def label_not(span: Span, operand: ast.LabelExpression) -> ast.LabelNot:
    return ast.LabelNot(operand, span=span)


def label_name(span: Span, name: str) -> ast.LabelName:
    return ast.LabelName(name, span=span)


def label_wildcard(span: Span) -> ast.LabelWildcard:
    return ast.LabelWildcard(span=span)


def dynamic_label(span: Span, *parts: Any) -> ast.DynamicLabel:
    return ast.DynamicLabel(parts[-1], parts[0] if len(parts) == 2 else "all", span=span)


# --- Operators


def or_expression(span: Span, *operands: Expression) -> ast.Or:
    return ast.Or(operands, span=span)


def xor_expression(span: Span, *operands: Expression) -> ast.Xor:
    return ast.Xor(operands, span=span)


def and_expression(span: Span, *operands: Expression) -> ast.And:
    return ast.And(operands, span=span)


def negation(span: Span, operand: Expression) -> ast.Not:
    return ast.Not(operand, span=span)


def comparison_expression(span: Span, *parts: Any) -> ast.Comparison:
    return ast.Comparison(parts[::2], parts[1::2], span=span)


def matches(span: Span, left: Expression, right: Expression) -> ast.StringPredicate:
    return ast.StringPredicate("=~", left, right, span=span)


def starts_with(span: Span, left: Expression, right: Expression) -> ast.StringPredicate:
    return ast.StringPredicate("STARTS WITH", left, right, span=span)


def ends_with(span: Span, left: Expression, right: Expression) -> ast.StringPredicate:
    return ast.StringPredicate("ENDS WITH", left, right, span=span)


def contains(span: Span, left: Expression, right: Expression) -> ast.StringPredicate:
    return ast.StringPredicate("CONTAINS", left, right, span=span)


def in_list(span: Span, item: Expression, values: Expression) -> ast.In:
    return ast.In(item, values, span=span)


def is_null(span: Span, operand: Expression, negated: str | None) -> ast.IsNull:
    return ast.IsNull(operand, negated is not None, span=span)


def is_typed(span: Span, operand: Expression, negated: str | None, types: tuple[ast.CypherType, ...]) -> ast.IsTyped:
    return ast.IsTyped(operand, types, negated is not None, span=span)


def has_type(span: Span, operand: Expression, types: tuple[ast.CypherType, ...]) -> ast.IsTyped:
    return ast.IsTyped(operand, types, span=span)


def is_normalized(
    span: Span, operand: Expression, negated: str | None, form: Literal["NFC", "NFD", "NFKC", "NFKD"] | None
) -> ast.IsNormalized:
    return ast.IsNormalized(operand, form or "NFC", negated is not None, span=span)


def add(span: Span, left: Expression, right: Expression) -> ast.Binary:
    return ast.Binary("+", left, right, span=span)


def subtract(span: Span, left: Expression, right: Expression) -> ast.Binary:
    return ast.Binary("-", left, right, span=span)


def concatenate(span: Span, left: Expression, right: Expression) -> ast.Binary:
    return ast.Binary("||", left, right, span=span)


def multiply(span: Span, left: Expression, right: Expression) -> ast.Binary:
    return ast.Binary("*", left, right, span=span)


def divide(span: Span, left: Expression, right: Expression) -> ast.Binary:
    return ast.Binary("/", left, right, span=span)


def modulo(span: Span, left: Expression, right: Expression) -> ast.Binary:
    return ast.Binary("%", left, right, span=span)


def power(span: Span, left: Expression, right: Expression) -> ast.Binary:
    return ast.Binary("^", left, right, span=span)


def positive(span: Span, operand: Expression) -> ast.Unary:
    return ast.Unary("+", operand, span=span)


def negative(span: Span, operand: Expression) -> ast.Unary:
    return ast.Unary("-", operand, span=span)


def property_lookup(span: Span, subject: Expression, key: str) -> ast.Property:
    return ast.Property(subject, key, span=span)


def subscript(span: Span, subject: Expression, index: Expression) -> ast.Subscript:
    return ast.Subscript(subject, index, span=span)


def list_slice(span: Span, subject: Expression, start: Expression | None, end: Expression | None) -> ast.Slice:
    return ast.Slice(subject, start, end, span=span)


def has_labels(span: Span, subject: Expression, labels: ast.LabelExpression) -> ast.HasLabels:
    return ast.HasLabels(subject, labels, span=span)


# --- Atoms


def null_literal(span: Span) -> ast.NullLiteral:
    return ast.NullLiteral(span=span)


def true_literal(span: Span) -> ast.BooleanLiteral:
    return ast.BooleanLiteral(True, span=span)


def false_literal(span: Span) -> ast.BooleanLiteral:
    return ast.BooleanLiteral(False, span=span)


def infinity_literal(span: Span) -> ast.FloatLiteral:
    return ast.FloatLiteral(math.inf, span=span)


def nan_literal(span: Span) -> ast.FloatLiteral:
    return ast.FloatLiteral(math.nan, span=span)


def integer_literal(span: Span, text: str) -> ast.IntegerLiteral:
    return ast.IntegerLiteral(_integer(text, span), span=span)


def _integer(text: str, span: Span) -> int:
    digits = text.replace("_", "")
    if len(digits) > 1 and digits[0] == "0" and digits.isdigit():
        _refuse(
            f"{text} is not a number", span, "InvalidNumberLiteral", f"octal numbers are written 0o{digits.lstrip('0')}"
        )
    try:
        value = int(digits, 0)
    except ValueError:
        _refuse(f"{text} is not a number", span, "InvalidNumberLiteral")
    if value > _GREATEST_INTEGER:
        _refuse("This integer is too large", span, "IntegerOverflow", "an integer has 64 bits")
    return value


def float_literal(span: Span, text: str) -> ast.FloatLiteral:
    value = float(text.rstrip("fFdD").replace("_", ""))
    if math.isinf(value):
        _refuse("This floating point number is too large", span, "FloatingPointOverflow")
    return ast.FloatLiteral(value, span=span)


def string_literal(span: Span, text: str) -> ast.StringLiteral:
    return ast.StringLiteral(_unescape(text, span), span=span)


_ESCAPES = {"\\": "\\", "'": "'", '"': '"', "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def _unescape(text: str, span: Span = (0, 0)) -> str:
    """The value of a quoted string. A backslash before any other character stands for itself, as in Neo4j."""
    body = text[1:-1]
    if "\\" not in body:
        return body
    first, *rest = body.split("\\")
    pieces = [first]
    chunks = iter(rest)
    for chunk in chunks:
        if not chunk:
            pieces.append("\\" + next(chunks, ""))
        elif chunk[0] == "u":
            digits = chunk[1:5]
            if len(digits) < 4 or not all(digit in "0123456789abcdefABCDEF" for digit in digits):
                hint = "a backslash is written \\\\"
                _refuse("\\u needs four hexadecimal digits", span, "InvalidUnicodeLiteral", hint)
            pieces.append(chr(int(digits, 16)) + chunk[5:])
        else:
            pieces.append(_ESCAPES.get(chunk[0], "\\" + chunk[0]) + chunk[1:])
    value = "".join(pieces)
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if "\\u" in body else value


def parameter(span: Span, text: str) -> ast.Parameter:
    name = text[1:]
    return ast.Parameter(name[1:-1].replace("``", "`") if name[0] == "`" else name, span=span)


def variable(span: Span, name: str) -> ast.Variable:
    return ast.Variable(name, span=span)


def list_literal(span: Span, *items: Expression) -> ast.ListLiteral:
    return ast.ListLiteral(items, span=span)


def map_literal(span: Span, *entries: ast.MapEntry) -> ast.MapLiteral:
    return ast.MapLiteral(entries, span=span)


def map_entry(span: Span, key: str, value: Expression) -> ast.MapEntry:
    return ast.MapEntry(key, value, span=span)


def map_projection(span: Span, variable: ast.Variable, *items: ast.MapProjectionItem) -> ast.MapProjection:
    return ast.MapProjection(variable, items, span=span)


def property_selector(span: Span, key: str) -> ast.PropertySelector:
    return ast.PropertySelector(key, span=span)


def all_properties_selector(span: Span) -> ast.AllPropertiesSelector:
    return ast.AllPropertiesSelector(span=span)


def variable_selector(span: Span, variable: ast.Variable) -> ast.VariableSelector:
    return ast.VariableSelector(variable, span=span)


# --- CASE


def case_expression(span: Span, subject: Expression | None, *parts: Any) -> ast.Case:
    *alternatives, default = parts
    if subject is None:
        for alternative in alternatives:
            if len(alternative.tests) > 1 or isinstance(_left(alternative.tests[0]), ast.CaseOperand):
                _refuse("Only a CASE with an expression behind it can be tested like this", alternative.span)
    return ast.Case(tuple(alternatives), subject, default, span=span)


def _left(test: Expression) -> Expression:
    """The first operand of a predicate."""
    if isinstance(test, ast.Comparison):
        return test.operands[0]
    if isinstance(test, ast.StringPredicate):
        return test.left
    return test.operand if isinstance(test, ast.IsNull | ast.IsTyped | ast.IsNormalized) else test


def case_alternative(span: Span, tests: tuple[Expression, ...], result: Expression) -> ast.CaseAlternative:
    return ast.CaseAlternative(tests, result, span=span)


def case_tests(span: Span, *tests: Expression) -> tuple[Expression, ...]:
    return tests


def case_comparison(span: Span, operator: ast.ComparisonOperator, value: Expression) -> ast.Comparison:
    return ast.Comparison((ast.CaseOperand(), value), (operator,), span=span)


def case_matches(span: Span, value: Expression) -> ast.StringPredicate:
    return matches(span, ast.CaseOperand(), value)


def case_starts_with(span: Span, value: Expression) -> ast.StringPredicate:
    return starts_with(span, ast.CaseOperand(), value)


def case_ends_with(span: Span, value: Expression) -> ast.StringPredicate:
    return ends_with(span, ast.CaseOperand(), value)


def case_is_null(span: Span, negated: str | None) -> ast.IsNull:
    return is_null(span, ast.CaseOperand(), negated)


def case_is_typed(span: Span, negated: str | None, types: tuple[ast.CypherType, ...]) -> ast.IsTyped:
    return is_typed(span, ast.CaseOperand(), negated, types)


def case_has_type(span: Span, types: tuple[ast.CypherType, ...]) -> ast.IsTyped:
    return has_type(span, ast.CaseOperand(), types)


def case_is_normalized(
    span: Span, negated: str | None, form: Literal["NFC", "NFD", "NFKC", "NFKD"] | None
) -> ast.IsNormalized:
    return is_normalized(span, ast.CaseOperand(), negated, form)


# --- Functions, comprehensions and subqueries


def function_invocation(
    span: Span, name: str, distinct: str | None, arguments: tuple[Expression, ...]
) -> ast.FunctionCall:
    return ast.FunctionCall(name, arguments, distinct is not None, span=span)


def function_name(span: Span, *names: str) -> str:
    return ".".join(names)


def arguments(span: Span, *arguments: Expression) -> tuple[Expression, ...]:
    return arguments


def count_star(span: Span, name: str) -> ast.CountStar:
    if name.lower() != "count":
        _refuse(f"{name}(*) is no function", span, hint="only count can be called with *")
    return ast.CountStar(span=span)


def list_comprehension(
    span: Span,
    variable: ast.Variable,
    values: Expression,
    where: Expression | None,
    projection: Expression | None,
) -> ast.ListComprehension:
    return ast.ListComprehension(variable, values, where, projection, span=span)


def pattern_comprehension(
    span: Span,
    variable: ast.Variable | None,
    path: ast.PathPattern,
    where: Expression | None,
    projection: Expression,
) -> ast.PatternComprehension:
    return ast.PatternComprehension(path, projection, variable, where, span=span)


def list_predicate(
    span: Span,
    quantifier: Literal["all", "any", "none", "single"],
    variable: ast.Variable,
    values: Expression,
    where: Expression | None,
) -> ast.ListPredicate:
    if where is None:
        _refuse(f"{quantifier}(…) needs a WHERE", span, hint=f"write {quantifier}(x IN list WHERE predicate)")
    return ast.ListPredicate(quantifier, variable, values, where, span=span)


def reduce(
    span: Span,
    accumulator: ast.Variable,
    initial: Expression,
    variable: ast.Variable,
    values: Expression,
    expression: Expression,
) -> ast.Reduce:
    return ast.Reduce(accumulator, initial, variable, values, expression, span=span)


def trim(
    span: Span,
    specification: Literal["LEADING", "TRAILING", "BOTH"] | None,
    characters: Expression | None,
    text: Expression,
) -> ast.Trim:
    return ast.Trim(text, characters, specification or "BOTH", span=span)


def pattern_expression(span: Span, *elements: ast.PathElement) -> ast.PatternExpression:
    return ast.PatternExpression(ast.PathPattern(elements, span=span), span=span)


def pattern_query(span: Span, pattern: ast.Pattern, where: Expression | None) -> ast.SingleQuery:
    return ast.SingleQuery((ast.Match(pattern, where, span=span),), span=span)


def exists_subquery(span: Span, body: ast.RegularQuery) -> ast.ExistsSubquery:
    return ast.ExistsSubquery(body, span=span)


def count_subquery(span: Span, body: ast.RegularQuery) -> ast.CountSubquery:
    return ast.CountSubquery(body, span=span)


def collect_subquery(span: Span, body: ast.RegularQuery) -> ast.CollectSubquery:
    return ast.CollectSubquery(body, span=span)


# --- Types


def types(span: Span, *types: ast.CypherType) -> tuple[ast.CypherType, ...]:
    return types


def cypher_type(span: Span, named: ast.CypherType, not_null: bool | None) -> ast.CypherType:
    return replace(named, not_null=not_null is not None, span=span)


def list_of(span: Span, inner: ast.CypherType, not_null: bool | None) -> ast.CypherType:
    return ast.CypherType("LIST", (inner,), not_null is not None, span=span)


def list_type(span: Span, inner: tuple[ast.CypherType, ...]) -> ast.CypherType:
    return ast.CypherType("LIST", inner, span=span)


def union_type(span: Span, inner: tuple[ast.CypherType, ...]) -> ast.CypherType:
    return ast.CypherType("ANY", inner, span=span)


def any_type(span: Span) -> ast.CypherType:
    return ast.CypherType("ANY", span=span)


def property_type(span: Span) -> ast.CypherType:
    return ast.CypherType("PROPERTY VALUE", span=span)


def boolean_type(span: Span) -> ast.CypherType:
    return ast.CypherType("BOOLEAN", span=span)


def string_type(span: Span) -> ast.CypherType:
    return ast.CypherType("STRING", span=span)


def integer_type(span: Span) -> ast.CypherType:
    return ast.CypherType("INTEGER", span=span)


def float_type(span: Span) -> ast.CypherType:
    return ast.CypherType("FLOAT", span=span)


def date_type(span: Span) -> ast.CypherType:
    return ast.CypherType("DATE", span=span)


def local_time_type(span: Span) -> ast.CypherType:
    return ast.CypherType("LOCAL TIME", span=span)


def zoned_time_type(span: Span) -> ast.CypherType:
    return ast.CypherType("ZONED TIME", span=span)


def local_datetime_type(span: Span) -> ast.CypherType:
    return ast.CypherType("LOCAL DATETIME", span=span)


def zoned_datetime_type(span: Span) -> ast.CypherType:
    return ast.CypherType("ZONED DATETIME", span=span)


def duration_type(span: Span) -> ast.CypherType:
    return ast.CypherType("DURATION", span=span)


def point_type(span: Span) -> ast.CypherType:
    return ast.CypherType("POINT", span=span)


def node_type(span: Span) -> ast.CypherType:
    return ast.CypherType("NODE", span=span)


def relationship_type(span: Span) -> ast.CypherType:
    return ast.CypherType("RELATIONSHIP", span=span)


def map_type(span: Span) -> ast.CypherType:
    return ast.CypherType("MAP", span=span)


def path_type(span: Span) -> ast.CypherType:
    return ast.CypherType("PATH", span=span)


def nothing_type(span: Span) -> ast.CypherType:
    return ast.CypherType("NOTHING", span=span)


def null_type(span: Span) -> ast.CypherType:
    return ast.CypherType("NULL", span=span)


# --- Commands

_SchemaName: TypeAlias = str | ast.Parameter | None
_Entity: TypeAlias = tuple[Literal["NODE", "RELATIONSHIP"], ast.Variable, tuple[str, ...]]


def _entity(path: ast.PathPattern) -> _Entity:
    """``(n:Label)`` or ``()-[r:TYPE]-()`` of an index or a constraint."""
    elements = path.elements
    if len(elements) == 1 and isinstance(elements[0], ast.NodePattern):
        variable, labels = elements[0].variable, elements[0].labels
        kind: Literal["NODE", "RELATIONSHIP"] = "NODE"
    elif len(elements) == 3 and isinstance(elements[1], ast.RelationshipPattern):
        variable, labels = elements[1].variable, elements[1].types
        kind = "RELATIONSHIP"
    else:
        hint = "write (n:Label) or ()-[r:TYPE]-()"
        _refuse("An index or a constraint is for a node or a relationship", path.span, hint=hint)
    if variable is None:
        _refuse("The node or relationship needs a variable", path.span)
    operands = labels.operands if isinstance(labels, ast.LabelOr) else (labels,) if labels else ()
    names = tuple(operand.name for operand in operands if isinstance(operand, ast.LabelName))
    if len(names) != len(operands):
        _refuse("An index or a constraint is for labels or types by their names", path.span)
    return kind, variable, names


def _keys(expressions: tuple[Expression, ...], variable: ast.Variable) -> tuple[str, ...]:
    keys = []
    for expression in expressions:
        if not isinstance(expression, ast.Property) or expression.subject != variable:
            _refuse(f"Only properties of {variable.name} can stand here", expression.span)
        keys.append(expression.key)
    return tuple(keys)


class _Each(tuple[Expression, ...]):
    """What stands behind ``ON EACH``."""


def index_properties(span: Span, *expressions: Expression) -> tuple[Expression, ...]:
    return expressions


def one_property(span: Span, variable: ast.Variable, key: str) -> tuple[Expression, ...]:
    return (ast.Property(variable, key, span=span),)


def each_property(span: Span, *expressions: Expression) -> _Each:
    return _Each(expressions)


def _check_properties(kind: str, properties: tuple[Expression, ...]) -> None:
    """Indexes of several properties are range and full-text ones, and only the latter are ON EACH."""
    if isinstance(properties, _Each) != (kind in ("FULLTEXT", "LOOKUP")):
        _refuse("Full-text and lookup indexes are ON EACH, the others ON", properties[0].span)
    if kind not in ("RANGE", "FULLTEXT") and len(properties) > 1:
        _refuse(f"Only single property {kind.lower()} indexes are supported", properties[1].span)


def create_index(
    span: Span,
    kind: Literal["RANGE", "TEXT", "POINT", "LOOKUP", "FULLTEXT", "VECTOR"] | None,
    name: _SchemaName,
    if_not_exists: bool | None,
    path: ast.PathPattern,
    properties: tuple[Expression, ...],
    options: ast.MapLiteral | ast.Parameter | None,
) -> ast.CreateIndex:
    entity, variable, labels = _entity(path)
    _check_properties(kind or "RANGE", properties)
    if kind == "LOOKUP":
        function = "labels" if entity == "NODE" else "type"
        call = properties[0]
        if not isinstance(call, ast.FunctionCall) or call.name.lower() != function or call.arguments != (variable,):
            _refuse(f"A lookup index is ON EACH {function}({variable.name})", call.span)
        keys: tuple[str, ...] = ()
    else:
        keys = _keys(properties, variable)
    if (kind == "LOOKUP") == bool(labels) or (len(labels) > 1 and kind != "FULLTEXT"):
        _refuse("A lookup index has no label, a full-text index one or more, any other index one", path.span)
    return ast.CreateIndex(
        kind or "RANGE", entity, variable, labels, keys, name, bool(if_not_exists), options, span=span
    )


def drop_index(span: Span, name: str | ast.Parameter, if_exists: bool | None) -> ast.DropIndex:
    return ast.DropIndex(name, bool(if_exists), span=span)


_Constraint: TypeAlias = tuple[Literal["UNIQUE", "KEY", "NOT NULL", "TYPED"], tuple[ast.CypherType, ...], str | None]


def create_constraint(
    span: Span,
    name: _SchemaName,
    if_not_exists: bool | None,
    path: ast.PathPattern,
    properties: tuple[Expression, ...],
    kind: _Constraint,
    options: ast.MapLiteral | ast.Parameter | None,
) -> ast.CreateConstraint:
    entity, variable, labels = _entity(path)
    if len(labels) != 1:
        _refuse("A constraint is for one label or type", path.span)
    keys = _keys(properties, variable)
    required, types, word = kind
    if word is not None and word[0].upper() != entity[0]:
        _refuse(f"The constraint is on a {entity.lower()}, not on a {word.lower()}", span)
    if required in ("NOT NULL", "TYPED") and len(keys) > 1:
        _refuse("Such a constraint is on one property", properties[1].span, hint="make one for each property")
    return ast.CreateConstraint(
        required, entity, variable, labels[0], keys, types, name, bool(if_not_exists), options, span=span
    )


def unique(span: Span, entity: str | None = None) -> _Constraint:
    return "UNIQUE", (), entity


def key(span: Span, entity: str | None) -> _Constraint:
    return "KEY", (), entity


def not_null(span: Span) -> _Constraint:
    return "NOT NULL", (), None


def typed(span: Span, types: tuple[ast.CypherType, ...]) -> _Constraint:
    return "TYPED", types, None


def drop_constraint(span: Span, name: str | ast.Parameter, if_exists: bool | None) -> ast.DropConstraint:
    return ast.DropConstraint(name, bool(if_exists), span=span)


def words(span: Span, *words: str) -> str:
    return " ".join(word.upper() for word in words)


def show(
    span: Span,
    subject: str,
    arguments: tuple[Expression, ...],
    yields: ast.Yield | None,
    where: Expression | None,
    returns: ast.Return | None,
) -> ast.Show:
    if returns is not None and yields is None:
        _refuse("RETURN needs a YIELD before it here", returns.span, hint="write YIELD * before it")
    return ast.Show(subject, arguments, yields, where, returns, span=span)


def show_yield(
    span: Span,
    items: tuple[ast.YieldItem, ...] | None,
    order: tuple[ast.SortItem, ...] | None,
    skip: Expression | None,
    limit: Expression | None,
) -> ast.Yield:
    return ast.Yield(items, None, order or (), skip, limit, span=span)


def terminate(span: Span, arguments: tuple[Expression, ...]) -> ast.Terminate:
    return ast.Terminate(arguments, span=span)
