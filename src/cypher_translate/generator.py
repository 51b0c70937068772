"""From the syntax tree to text.

The text reads back to an equal tree: ``parse(generate(tree)) == tree``. It also means the same to FalkorDB, whose
precedence of ``^``, IN, STARTS WITH, IS NULL and chained comparisons is not Neo4j's; so operands of these are put in
parentheses where Neo4j would not need them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

from cypher_translate import ast
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.names import quote, quote_dotted

OR, XOR, AND, NOT, COMPARISON, PREDICATE, ADDITIVE, MULTIPLICATIVE, POWER, UNARY, LABELS, LOOKUP, ATOM = range(13)

_PRECEDENCE: dict[type[ast.Node], int] = {
    ast.Or: OR,
    ast.Xor: XOR,
    ast.And: AND,
    ast.Not: NOT,
    ast.Comparison: COMPARISON,
    ast.StringPredicate: PREDICATE,
    ast.In: PREDICATE,
    ast.IsNull: PREDICATE,
    ast.IsTyped: PREDICATE,
    ast.IsNormalized: PREDICATE,
    ast.Unary: UNARY,
    ast.HasLabels: LABELS,
    ast.Property: LOOKUP,
    ast.Subscript: LOOKUP,
    ast.Slice: LOOKUP,
}
_ARITHMETIC = {
    "+": ADDITIVE,
    "-": ADDITIVE,
    "||": ADDITIVE,
    "*": MULTIPLICATIVE,
    "/": MULTIPLICATIVE,
    "%": MULTIPLICATIVE,
    "^": POWER,
}
_LOOKED_UP_AS_IT_IS = (
    ast.Variable,
    ast.Parameter,
    ast.Property,
    ast.Subscript,
    ast.Slice,
    ast.FunctionCall,
    ast.ListLiteral,
    ast.ListComprehension,
    ast.MapProjection,
)


def generate(node: ast.Node) -> str:
    """The Cypher text of a tree or of a part of it, on one line.

    Raises CypherSyntaxError where the tree is nested deeper than Python's stack allows.
    """
    try:
        return _write(node)
    except RecursionError:
        raise CypherSyntaxError("The query is nested too deeply to be written", code="NestedTooDeeply") from None


def _write(node: ast.Node) -> str:
    return _WRITERS[type(node)](node)


def _operand(node: ast.Expression, least: int) -> str:
    """An operand, in parentheses where it binds less tightly than its place needs."""
    kind = type(node)
    precedence = _ARITHMETIC[node.operator] if isinstance(node, ast.Binary) else _PRECEDENCE.get(kind, ATOM)
    text = _WRITERS[kind](node)
    return f"({text})" if precedence < least else text


def _subject(node: ast.Expression) -> str:
    """What stands before a dot or a bracket."""
    return _write(node) if isinstance(node, _LOOKED_UP_AS_IT_IS) else f"({_write(node)})"


_DELIMITED = (ast.FunctionCall, ast.ListLiteral, ast.MapLiteral, ast.ListComprehension, ast.CountStar)
"""What brings its own brackets, of which what is inside cannot be taken for something outside."""


def _unbarred(node: ast.Expression) -> str:
    """An expression in a place where a bar of its own would be taken for the separator."""
    text = _write(node)
    return f"({text})" if "|" in text and not isinstance(node, _DELIMITED) else text


def _alone(node: ast.Expression) -> str:
    """The first expression in a bracket, where ``x IN`` or a bar would be taken for a comprehension."""
    text = _write(node)
    return f"({text})" if ("|" in text or " IN " in text) and not isinstance(node, _DELIMITED) else text


def _list(nodes: Iterable[ast.Node], separator: str = ", ") -> str:
    return separator.join([_write(node) for node in nodes])


def _names(names: Iterable[str]) -> str:
    return ", ".join([quote(name) for name in names])


def _where(predicate: ast.Expression | None) -> str:
    return "" if predicate is None else f" WHERE {_write(predicate)}"


def _alias(variable: ast.Variable | None) -> str:
    return "" if variable is None else f" AS {quote(variable.name)}"


# --- Queries


def _query(node: ast.Query) -> str:
    options = [
        option.value if option.name == "version" else f"{quote(option.name)} = {option.value}"
        for option in node.options
    ]
    prefix = " ".join(["CYPHER", *options, ""]) if options else ""
    return f"{prefix}{node.mode or ''}{' ' if node.mode else ''}{_write(node.body)}"


def _single_query(node: ast.SingleQuery) -> str:
    return _list(node.clauses, " ")


def _union(node: ast.Union) -> str:
    return _list(node.queries, " UNION ALL " if node.all else " UNION ")


# --- Reading clauses


def _match(node: ast.Match) -> str:
    optional = "OPTIONAL " if node.optional else ""
    mode = f"{node.mode} " if node.mode else ""
    hints = "".join([f" {_write(hint)}" for hint in node.hints])
    return f"{optional}MATCH {mode}{_write(node.pattern)}{hints}{_where(node.where)}"


def _using_index(node: ast.UsingIndex) -> str:
    kind = f"{node.kind} " if node.kind else ""
    seek = "SEEK " if node.seek else ""
    return f"USING {kind}INDEX {seek}{_write(node.variable)}:{quote(node.label)}({_names(node.properties)})"


def _using_scan(node: ast.UsingScan) -> str:
    return f"USING SCAN {_write(node.variable)}:{quote(node.label)}"


def _using_join(node: ast.UsingJoin) -> str:
    return f"USING JOIN ON {_list(node.variables)}"


def _unwind(node: ast.Unwind) -> str:
    return f"UNWIND {_write(node.expression)} AS {_write(node.variable)}"


def _load_csv(node: ast.LoadCsv) -> str:
    headers = "WITH HEADERS " if node.with_headers else ""
    terminator = "" if node.field_terminator is None else f" FIELDTERMINATOR {_text(node.field_terminator)}"
    return f"LOAD CSV {headers}FROM {_write(node.url)} AS {_write(node.variable)}{terminator}"


def _use(node: ast.Use) -> str:
    return f"USE {quote_dotted(node.graph) if isinstance(node.graph, str) else _write(node.graph)}"


def _finish(node: ast.Finish) -> str:
    return "FINISH"


# --- Projecting clauses


def _with(node: ast.With) -> str:
    return f"WITH {_write(node.body)}{_where(node.where)}"


def _return(node: ast.Return) -> str:
    return f"RETURN {_write(node.body)}"


def _projection_body(node: ast.ProjectionBody) -> str:
    distinct = "DISTINCT " if node.distinct else ""
    items = [*(["*"] if node.star else []), *[_write(item) for item in node.items]]
    return f"{distinct}{', '.join(items)}{_page(node.order_by, node.skip, node.limit)}"


def _page(order_by: tuple[ast.SortItem, ...], skip: ast.Expression | None, limit: ast.Expression | None) -> str:
    order = f" ORDER BY {_list(order_by)}" if order_by else ""
    skipped = "" if skip is None else f" SKIP {_write(skip)}"
    return f"{order}{skipped}" if limit is None else f"{order}{skipped} LIMIT {_write(limit)}"


def _projection_item(node: ast.ProjectionItem) -> str:
    return _write(node.expression) + _alias(node.alias)


def _sort_item(node: ast.SortItem) -> str:
    return f"{_write(node.expression)} DESC" if node.descending else _write(node.expression)


# --- Updating clauses


def _create(node: ast.Create) -> str:
    return f"CREATE {_write(node.pattern)}"


def _merge(node: ast.Merge) -> str:
    return " ".join([f"MERGE {_write(node.pattern)}", *[_write(action) for action in node.actions]])


def _merge_action(node: ast.MergeAction) -> str:
    return f"ON {node.on} {_write(node.set)}"


def _set(node: ast.Set) -> str:
    return f"SET {_list(node.items)}"


def _assignment(node: ast.SetProperty | ast.SetAllProperties) -> str:
    return f"{_write(node.target)} = {_write(node.value)}"


def _add_properties(node: ast.AddProperties) -> str:
    return f"{_write(node.target)} += {_write(node.value)}"


def _labels_of(node: ast.SetLabels | ast.RemoveLabels) -> str:
    return _write(node.target) + "".join([f":{_write(label)}" for label in node.labels])


def _remove(node: ast.Remove) -> str:
    return f"REMOVE {_list(node.items)}"


def _remove_property(node: ast.RemoveProperty) -> str:
    return _write(node.target)


def _delete(node: ast.Delete) -> str:
    return f"{'DETACH ' if node.detach else ''}DELETE {_list(node.expressions)}"


def _foreach(node: ast.Foreach) -> str:
    return f"FOREACH ({_write(node.variable)} IN {_write(node.list)} | {_list(node.clauses, ' ')})"


# --- Calling clauses


def _call_procedure(node: ast.CallProcedure) -> str:
    optional = "OPTIONAL " if node.optional else ""
    arguments = "" if node.arguments is None else f"({_list(node.arguments)})"
    yields = "" if node.yields is None else f" {_write(node.yields)}"
    return f"{optional}CALL {quote_dotted(node.name)}{arguments}{yields}"


def _yield(node: ast.Yield) -> str:
    items = "*" if node.items is None else _list(node.items)
    return f"YIELD {items}{_page(node.order_by, node.skip, node.limit)}{_where(node.where)}"


def _yield_item(node: ast.YieldItem) -> str:
    return quote(node.field) + _alias(node.alias)


def _call_subquery(node: ast.CallSubquery) -> str:
    optional = "OPTIONAL " if node.optional else ""
    scope = "" if node.scope is None else "(*) " if node.scope == "*" else f"({_list(node.scope)}) "
    transactions = "" if node.transactions is None else f" {_write(node.transactions)}"
    return f"{optional}CALL {scope}{{ {_write(node.query)} }}{transactions}"


def _in_transactions(node: ast.InTransactions) -> str:
    words = ["IN"]
    if node.concurrent:
        words += [] if node.concurrency is None else [_write(node.concurrency)]
        words.append("CONCURRENT")
    words.append("TRANSACTIONS")
    if node.batch_size is not None:
        words.append(f"OF {_write(node.batch_size)} ROWS")
    if node.on_error:
        words.append(f"ON ERROR {node.on_error}")
    if node.report:
        words.append(f"REPORT STATUS AS {_write(node.report)}")
    return " ".join(words)


# --- Patterns


def _pattern(node: ast.Pattern) -> str:
    return _list(node.parts)


def _pattern_part(node: ast.PatternPart) -> str:
    variable = "" if node.variable is None else f"{_write(node.variable)} = "
    selector = "" if node.selector is None else f"{_write(node.selector)} "
    return f"{variable}{selector}{_write(node.path)}"


def _path_selector(node: ast.PathSelector) -> str:
    first, *rest = node.kind.split()
    count = [] if node.count is None else [_write(node.count)]
    return " ".join([first, *count, *rest])


def _path_pattern(node: ast.PathPattern) -> str:
    return _list(node.elements, "")


def _shortest_path(node: ast.ShortestPath) -> str:
    return f"{'allShortestPaths' if node.all else 'shortestPath'}({_write(node.path)})"


def _parenthesized_path(node: ast.ParenthesizedPath) -> str:
    return f"({_write(node.part)}{_where(node.where)}){_quantifier(node.quantifier)}"


def _inside(
    variable: ast.Variable | None,
    labels: ast.LabelExpression | None,
    length: ast.Range | None,
    properties: ast.MapLiteral | ast.Parameter | None,
    where: ast.Expression | None,
) -> str:
    text = "" if variable is None else quote(variable.name)
    if labels is not None:
        text += f":{_write(labels)}"
    if length is not None:
        text += _length(length)
    if properties is not None:
        text += f" {_write(properties)}" if text else _write(properties)
    if where is not None:
        text += _where(where) if text else _where(where)[1:]
    return text


def _node_pattern(node: ast.NodePattern) -> str:
    return f"({_inside(node.variable, node.labels, None, node.properties, node.where)})"


def _relationship_pattern(node: ast.RelationshipPattern) -> str:
    inside = _inside(node.variable, node.types, node.length, node.properties, node.where)
    left = "<-" if node.direction == "INCOMING" else "-"
    right = "->" if node.direction == "OUTGOING" else "-"
    detail = f"[{inside}]" if inside else ""
    return f"{left}{detail}{right}{_quantifier(node.quantifier)}"


def _length(node: ast.Range) -> str:
    if node.lower is None and node.upper is None:
        return "*"
    if node.lower == node.upper:
        return f"*{node.lower}"
    return f"*{'' if node.lower is None else node.lower}..{'' if node.upper is None else node.upper}"


def _quantifier(node: ast.Range | None) -> str:
    if node is None:
        return ""
    if node.lower is None and node.upper is None:
        return "*"
    if node.lower == node.upper:
        return f"{{{node.lower}}}"
    return f"{{{'' if node.lower is None else node.lower},{'' if node.upper is None else node.upper}}}"


def _label_name(node: ast.LabelName) -> str:
    return quote(node.name)


def _dynamic_label(node: ast.DynamicLabel) -> str:
    return f"${'any' if node.quantifier == 'any' else ''}({_write(node.expression)})"


def _label_wildcard(node: ast.LabelWildcard) -> str:
    return "%"


def _label_operand(node: ast.LabelExpression) -> str:
    text = _write(node)
    return f"({text})" if isinstance(node, ast.LabelAnd | ast.LabelOr) else text


def _label_not(node: ast.LabelNot) -> str:
    return f"!{_label_operand(node.operand)}"


def _label_and(node: ast.LabelAnd) -> str:
    plain = all(isinstance(operand, ast.LabelName) for operand in node.operands)
    return (":" if plain else "&").join([_label_operand(operand) for operand in node.operands])


def _label_or(node: ast.LabelOr) -> str:
    return "|".join([_label_disjunct(operand) for operand in node.operands])


def _label_disjunct(node: ast.LabelExpression) -> str:
    """An operand of ``|``: a conjunction needs no parentheses but the signs, since a colon would not do."""
    if isinstance(node, ast.LabelOr):
        return f"({_write(node)})"
    if isinstance(node, ast.LabelAnd):
        return "&".join([_label_operand(operand) for operand in node.operands])
    return _write(node)


# --- Literals and names


def _variable(node: ast.Variable) -> str:
    return quote(node.name)


def _parameter(node: ast.Parameter) -> str:
    return f"${quote(node.name)}"


def _null(node: ast.NullLiteral) -> str:
    return "NULL"


def _boolean(node: ast.BooleanLiteral) -> str:
    return "true" if node.value else "false"


def _integer(node: ast.IntegerLiteral) -> str:
    return str(node.value)


def _float(node: ast.FloatLiteral) -> str:
    if math.isnan(node.value):
        return "NaN"
    return "INF" if math.isinf(node.value) else repr(node.value)


_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"})


def _text(value: str) -> str:
    return f"'{value.translate(_ESCAPES)}'"


def _string(node: ast.StringLiteral) -> str:
    return _text(node.value)


def _list_literal(node: ast.ListLiteral) -> str:
    if len(node.items) == 1:
        return f"[{_alone(node.items[0])}]"
    return f"[{', '.join([_unbarred(item) for item in node.items])}]"


def _map_literal(node: ast.MapLiteral) -> str:
    return f"{{{_list(node.entries)}}}"


def _map_entry(node: ast.MapEntry) -> str:
    return f"{quote(node.key)}: {_write(node.value)}"


# --- Operators


def _or(node: ast.Or) -> str:
    return " OR ".join([_operand(operand, XOR) for operand in node.operands])


def _xor(node: ast.Xor) -> str:
    return " XOR ".join([_operand(operand, AND) for operand in node.operands])


def _and(node: ast.And) -> str:
    return " AND ".join([_operand(operand, NOT) for operand in node.operands])


def _not(node: ast.Not) -> str:
    return f"NOT {_operand(node.operand, LABELS)}"


def _comparison(node: ast.Comparison) -> str:
    text = _operand(node.operands[0], ADDITIVE)
    for operator, operand in zip(node.operators, node.operands[1:], strict=True):
        text += f" {operator} {_operand(operand, ADDITIVE)}"
    return text


def _string_predicate(node: ast.StringPredicate) -> str:
    return f"{_operand(node.left, LABELS)} {node.operator} {_operand(node.right, LABELS)}"


def _in(node: ast.In) -> str:
    return f"{_operand(node.item, LABELS)} IN {_operand(node.list, LABELS)}"


def _is_null(node: ast.IsNull) -> str:
    return f"{_operand(node.operand, LABELS)} IS {'NOT ' if node.negated else ''}NULL"


def _is_typed(node: ast.IsTyped) -> str:
    typed = "TYPED" if isinstance(node.operand, ast.CaseOperand) else "::"
    return f"{_operand(node.operand, LABELS)} IS {'NOT ' if node.negated else ''}{typed} {_list(node.types, ' | ')}"


def _is_normalized(node: ast.IsNormalized) -> str:
    return f"{_operand(node.operand, LABELS)} IS {'NOT ' if node.negated else ''}{node.form} NORMALIZED"


def _cypher_type(node: ast.CypherType) -> str:
    inner = f"<{_list(node.inner, ' | ')}>" if node.inner else ""
    return f"{node.name}{inner}{' NOT NULL' if node.not_null else ''}"


def _binary(node: ast.Binary) -> str:
    """Chains lean to the left and may be long, so the left spine is walked, not recursed into."""
    pieces = []
    current: ast.Expression = node
    closing: list[str] = []
    while isinstance(current, ast.Binary):
        precedence = _ARITHMETIC[current.operator]
        least = LABELS if precedence == POWER else precedence + 1
        pieces.append(f" {current.operator} {_operand(current.right, least)}")
        left = current.left
        if not isinstance(left, ast.Binary):
            pieces.append(_operand(left, LABELS if precedence == POWER else precedence))
        elif _ARITHMETIC[left.operator] < (LABELS if precedence == POWER else precedence):
            closing.append("(")
            pieces.append(")")
        current = left
    return "".join(closing) + "".join(reversed(pieces))


def _unary(node: ast.Unary) -> str:
    return f"{node.operator}{_operand(node.operand, LABELS)}"


def _property(node: ast.Property) -> str:
    return f"{_subject(node.subject)}.{quote(node.key)}"


def _subscript(node: ast.Subscript) -> str:
    return f"{_subject(node.subject)}[{_alone(node.index)}]"


def _slice(node: ast.Slice) -> str:
    start = "" if node.start is None else _alone(node.start)
    end = "" if node.end is None else _unbarred(node.end)
    return f"{_subject(node.subject)}[{start}..{end}]"


def _has_labels(node: ast.HasLabels) -> str:
    return f"{_subject(node.subject)}:{_write(node.labels)}"


# --- Functions, comprehensions and subqueries


def _function_call(node: ast.FunctionCall) -> str:
    return f"{quote_dotted(node.name)}({'DISTINCT ' if node.distinct else ''}{_list(node.arguments)})"


def _count_star(node: ast.CountStar) -> str:
    return "count(*)"


def _trim(node: ast.Trim) -> str:
    characters = "" if node.characters is None else f" {_write(node.characters)}"
    return f"trim({node.specification}{characters} FROM {_write(node.text)})"


def _case(node: ast.Case) -> str:
    subject = "" if node.subject is None else f" {_write(node.subject)}"
    default = "" if node.default is None else f" ELSE {_write(node.default)}"
    return f"CASE{subject} {_list(node.alternatives, ' ')}{default} END"


def _case_alternative(node: ast.CaseAlternative) -> str:
    return f"WHEN {_list(node.tests)} THEN {_write(node.result)}"


def _case_operand(node: ast.CaseOperand) -> str:
    return ""


def _list_comprehension(node: ast.ListComprehension) -> str:
    where = "" if node.where is None else f" WHERE {_unbarred(node.where)}"
    projection = "" if node.projection is None else f" | {_unbarred(node.projection)}"
    return f"[{_write(node.variable)} IN {_unbarred(node.list)}{where}{projection}]"


def _pattern_comprehension(node: ast.PatternComprehension) -> str:
    variable = "" if node.variable is None else f"{_write(node.variable)} = "
    where = "" if node.where is None else f" WHERE {_unbarred(node.where)}"
    return f"[{variable}{_write(node.path)}{where} | {_unbarred(node.projection)}]"


def _list_predicate(node: ast.ListPredicate) -> str:
    return f"{node.quantifier}({_write(node.variable)} IN {_write(node.list)}{_where(node.where)})"


def _reduce(node: ast.Reduce) -> str:
    accumulator = f"{_write(node.accumulator)} = {_write(node.initial)}"
    return f"reduce({accumulator}, {_write(node.variable)} IN {_unbarred(node.list)} | {_unbarred(node.expression)})"


def _map_projection(node: ast.MapProjection) -> str:
    return f"{_write(node.variable)} {{{_list(node.items)}}}"


def _property_selector(node: ast.PropertySelector) -> str:
    return f".{quote(node.key)}"


def _all_properties_selector(node: ast.AllPropertiesSelector) -> str:
    return ".*"


def _variable_selector(node: ast.VariableSelector) -> str:
    return _write(node.variable)


def _pattern_expression(node: ast.PatternExpression) -> str:
    return _write(node.path)


def _exists(node: ast.ExistsSubquery) -> str:
    return f"EXISTS {{ {_write(node.query)} }}"


def _count(node: ast.CountSubquery) -> str:
    return f"COUNT {{ {_write(node.query)} }}"


def _collect(node: ast.CollectSubquery) -> str:
    return f"COLLECT {{ {_write(node.query)} }}"


# --- Commands


def _schema_name(name: str | ast.Parameter | None) -> str:
    return "" if name is None else f" {quote(name) if isinstance(name, str) else _write(name)}"


def _for(entity: str, variable: ast.Variable, labels: Iterable[str]) -> str:
    of = "|".join([quote(label) for label in labels])
    inside = f"{_write(variable)}:{of}" if of else _write(variable)
    return f"FOR ({inside})" if entity == "NODE" else f"FOR ()-[{inside}]-()"


def _properties_of(variable: ast.Variable, properties: Iterable[str]) -> str:
    return ", ".join([f"{_write(variable)}.{quote(key)}" for key in properties])


def _options(options: ast.MapLiteral | ast.Parameter | None) -> str:
    return "" if options is None else f" OPTIONS {_write(options)}"


def _create_index(node: ast.CreateIndex) -> str:
    kind = "" if node.kind == "RANGE" else f"{node.kind} "
    condition = " IF NOT EXISTS" if node.if_not_exists else ""
    if node.kind == "LOOKUP":
        on = f"EACH {'labels' if node.entity == 'NODE' else 'type'}({_write(node.variable)})"
    elif node.kind == "FULLTEXT":
        on = f"EACH [{_properties_of(node.variable, node.properties)}]"
    else:
        on = f"({_properties_of(node.variable, node.properties)})"
    entity = _for(node.entity, node.variable, node.labels)
    return f"CREATE {kind}INDEX{_schema_name(node.name)}{condition} {entity} ON {on}{_options(node.options)}"


def _drop_index(node: ast.DropIndex) -> str:
    return f"DROP INDEX{_schema_name(node.name)}{' IF EXISTS' if node.if_exists else ''}"


def _create_constraint(node: ast.CreateConstraint) -> str:
    condition = " IF NOT EXISTS" if node.if_not_exists else ""
    kinds = {"UNIQUE": "UNIQUE", "KEY": f"{node.entity} KEY", "NOT NULL": "NOT NULL"}
    kind = kinds.get(node.kind) or f":: {_list(node.types, ' | ')}"
    entity = _for(node.entity, node.variable, (node.label,))
    required = f"REQUIRE ({_properties_of(node.variable, node.properties)}) IS {kind}"
    return f"CREATE CONSTRAINT{_schema_name(node.name)}{condition} {entity} {required}{_options(node.options)}"


def _drop_constraint(node: ast.DropConstraint) -> str:
    return f"DROP CONSTRAINT{_schema_name(node.name)}{' IF EXISTS' if node.if_exists else ''}"


def _show(node: ast.Show) -> str:
    arguments = f" {_list(node.arguments)}" if node.arguments else ""
    yields = "" if node.yields is None else f" {_write(node.yields)}"
    returns = "" if node.returns is None else f" {_write(node.returns)}"
    return f"SHOW {node.subject}{arguments}{yields}{_where(node.where)}{returns}"


def _terminate(node: ast.Terminate) -> str:
    return f"TERMINATE TRANSACTIONS {_list(node.arguments)}"


_WRITERS: dict[type[ast.Node], Callable[[Any], str]] = {
    ast.Query: _query,
    ast.SingleQuery: _single_query,
    ast.Union: _union,
    ast.Match: _match,
    ast.UsingIndex: _using_index,
    ast.UsingScan: _using_scan,
    ast.UsingJoin: _using_join,
    ast.Unwind: _unwind,
    ast.LoadCsv: _load_csv,
    ast.Use: _use,
    ast.Finish: _finish,
    ast.With: _with,
    ast.Return: _return,
    ast.ProjectionBody: _projection_body,
    ast.ProjectionItem: _projection_item,
    ast.SortItem: _sort_item,
    ast.Create: _create,
    ast.Merge: _merge,
    ast.MergeAction: _merge_action,
    ast.Set: _set,
    ast.SetProperty: _assignment,
    ast.SetAllProperties: _assignment,
    ast.AddProperties: _add_properties,
    ast.SetLabels: _labels_of,
    ast.Remove: _remove,
    ast.RemoveProperty: _remove_property,
    ast.RemoveLabels: _labels_of,
    ast.Delete: _delete,
    ast.Foreach: _foreach,
    ast.CallProcedure: _call_procedure,
    ast.Yield: _yield,
    ast.YieldItem: _yield_item,
    ast.CallSubquery: _call_subquery,
    ast.InTransactions: _in_transactions,
    ast.Pattern: _pattern,
    ast.PatternPart: _pattern_part,
    ast.PathSelector: _path_selector,
    ast.PathPattern: _path_pattern,
    ast.ShortestPath: _shortest_path,
    ast.ParenthesizedPath: _parenthesized_path,
    ast.NodePattern: _node_pattern,
    ast.RelationshipPattern: _relationship_pattern,
    ast.Range: _length,
    ast.LabelName: _label_name,
    ast.DynamicLabel: _dynamic_label,
    ast.LabelWildcard: _label_wildcard,
    ast.LabelNot: _label_not,
    ast.LabelAnd: _label_and,
    ast.LabelOr: _label_or,
    ast.Variable: _variable,
    ast.Parameter: _parameter,
    ast.NullLiteral: _null,
    ast.BooleanLiteral: _boolean,
    ast.IntegerLiteral: _integer,
    ast.FloatLiteral: _float,
    ast.StringLiteral: _string,
    ast.ListLiteral: _list_literal,
    ast.MapLiteral: _map_literal,
    ast.MapEntry: _map_entry,
    ast.Or: _or,
    ast.Xor: _xor,
    ast.And: _and,
    ast.Not: _not,
    ast.Comparison: _comparison,
    ast.StringPredicate: _string_predicate,
    ast.In: _in,
    ast.IsNull: _is_null,
    ast.IsTyped: _is_typed,
    ast.IsNormalized: _is_normalized,
    ast.CypherType: _cypher_type,
    ast.Binary: _binary,
    ast.Unary: _unary,
    ast.Property: _property,
    ast.Subscript: _subscript,
    ast.Slice: _slice,
    ast.HasLabels: _has_labels,
    ast.FunctionCall: _function_call,
    ast.CountStar: _count_star,
    ast.Trim: _trim,
    ast.Case: _case,
    ast.CaseAlternative: _case_alternative,
    ast.CaseOperand: _case_operand,
    ast.ListComprehension: _list_comprehension,
    ast.PatternComprehension: _pattern_comprehension,
    ast.ListPredicate: _list_predicate,
    ast.Reduce: _reduce,
    ast.MapProjection: _map_projection,
    ast.PropertySelector: _property_selector,
    ast.AllPropertiesSelector: _all_properties_selector,
    ast.VariableSelector: _variable_selector,
    ast.PatternExpression: _pattern_expression,
    ast.ExistsSubquery: _exists,
    ast.CountSubquery: _count,
    ast.CollectSubquery: _collect,
    ast.CreateIndex: _create_index,
    ast.DropIndex: _drop_index,
    ast.CreateConstraint: _create_constraint,
    ast.DropConstraint: _drop_constraint,
    ast.Show: _show,
    ast.Terminate: _terminate,
}
