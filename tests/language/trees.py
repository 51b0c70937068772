"""Strategies for Hypothesis that make syntax trees of every kind, in the form in which the parser would give them.

`QUERIES` has, for each kind of node, a strategy for queries in which it occurs.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Any, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cypher_translate import ast

Trees: TypeAlias = SearchStrategy[Any]

DEPTH = 2
"""How deep expressions are nested in expressions; subqueries count as well."""

# --- Names and values

plain_names = st.sampled_from(["a", "b", "n", "name", "x1", "_y"])
names = plain_names | st.sampled_from(
    ["match", "CASE", "in", "count", "exists", "where", "odd name", "a`b", "ö", "1", "NULL"]
)
names |= st.text(st.characters(codec="utf-8"), min_size=1, max_size=4)
dotted = st.lists(plain_names, min_size=1, max_size=3).map(".".join)
functions = st.sampled_from(
    ["f", "toUpper", "my.own.function", "count", "date", "exists", "size", "odd name", "ns.odd`one"]
)
texts = st.text(st.characters(codec="utf-8"), max_size=8) | st.sampled_from(
    ["it's", '"', "\\", "\n\t\r\b\f", "//", "/*", "$x"]
)


def few(items: Trees, least: int = 0, most: int = 3) -> Trees:
    return st.lists(items, min_size=least, max_size=most).map(tuple)


def maybe(items: Trees) -> Trees:
    return st.none() | items


variables = st.builds(ast.Variable, names)
parameters = st.builds(ast.Parameter, names)
integers = st.builds(ast.IntegerLiteral, st.integers(0, 2**63 - 1))
strings = st.builds(ast.StringLiteral, texts)
floats = st.builds(ast.FloatLiteral, st.floats(0, allow_nan=False) | st.just(math.nan)).filter(
    lambda literal: math.copysign(1, literal.value) == 1 or math.isnan(literal.value)
)
LEAVES: dict[type[ast.Node], Trees] = {
    ast.Variable: variables,
    ast.Parameter: parameters,
    ast.NullLiteral: st.just(ast.NullLiteral()),
    ast.BooleanLiteral: st.builds(ast.BooleanLiteral, st.booleans()),
    ast.IntegerLiteral: integers,
    ast.FloatLiteral: floats,
    ast.StringLiteral: strings,
    ast.CountStar: st.just(ast.CountStar()),
}

simple_types = st.builds(
    ast.CypherType,
    st.sampled_from(
        [
            "BOOLEAN",
            "STRING",
            "INTEGER",
            "FLOAT",
            "DATE",
            "LOCAL TIME",
            "ZONED TIME",
            "LOCAL DATETIME",
            "ZONED DATETIME",
            "DURATION",
            "POINT",
            "NODE",
            "RELATIONSHIP",
            "MAP",
            "PATH",
            "ANY",
            "PROPERTY VALUE",
        ]
    ),
    st.just(()),
    st.booleans(),
) | st.sampled_from([ast.CypherType("NOTHING"), ast.CypherType("NULL")])
types = st.recursive(
    simple_types,
    lambda inner: st.builds(ast.CypherType, st.sampled_from(["LIST", "ANY"]), few(inner, 1, 2), st.booleans()),
    max_leaves=4,
)

# --- Expressions


@cache
def expressions(depth: int = DEPTH) -> Trees:
    """Expressions whose nesting is at most so deep."""
    if depth <= 0:
        return st.one_of(*LEAVES.values())
    return st.one_of(*LEAVES.values(), *compound(depth).values())


@cache
def compound(depth: int) -> dict[type[ast.Node], Trees]:
    """A strategy for each kind of expression that has parts."""
    part = st.deferred(lambda: expressions(depth - 1))
    parts, where = few(part), maybe(part)
    query = st.deferred(lambda: bodies(max(depth - 1, 0)))
    chain = st.lists(part, min_size=2, max_size=3).map(tuple)
    return {
        ast.ListLiteral: st.builds(ast.ListLiteral, parts),
        ast.MapLiteral: maps(depth),
        ast.Or: st.builds(ast.Or, chain),
        ast.Xor: st.builds(ast.Xor, chain),
        ast.And: st.builds(ast.And, chain),
        ast.Not: st.builds(ast.Not, part),
        ast.Comparison: chain.flatmap(lambda operands: comparisons(operands)),
        ast.StringPredicate: st.builds(
            ast.StringPredicate, st.sampled_from(["STARTS WITH", "ENDS WITH", "CONTAINS", "=~"]), part, part
        ),
        ast.In: st.builds(ast.In, part, part),
        ast.IsNull: st.builds(ast.IsNull, part, st.booleans()),
        ast.IsTyped: st.builds(ast.IsTyped, part, few(types, 1, 2), st.booleans()),
        ast.IsNormalized: st.builds(
            ast.IsNormalized, part, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]), st.booleans()
        ),
        ast.Binary: st.builds(ast.Binary, st.sampled_from(["+", "-", "||", "*", "/", "%", "^"]), part, part),
        ast.Unary: st.builds(ast.Unary, st.sampled_from("+-"), part),
        ast.Property: st.builds(ast.Property, part, names),
        ast.Subscript: st.builds(ast.Subscript, part, part),
        ast.Slice: st.builds(ast.Slice, part, maybe(part), maybe(part)),
        ast.HasLabels: st.builds(ast.HasLabels, part, labels(depth)),
        ast.FunctionCall: st.builds(ast.FunctionCall, functions, parts, st.booleans()).filter(
            lambda call: call.arguments or not call.distinct
        ),
        ast.Trim: st.builds(ast.Trim, part, maybe(part), st.sampled_from(["LEADING", "TRAILING", "BOTH"])),
        ast.Case: searched_cases(part) | simple_cases(part),
        ast.ListComprehension: st.builds(ast.ListComprehension, variables, part, where, maybe(part)),
        ast.PatternComprehension: st.builds(ast.PatternComprehension, paths(depth, 1), part, maybe(variables), where),
        ast.ListPredicate: st.builds(
            ast.ListPredicate, st.sampled_from(["all", "any", "none", "single"]), variables, part, part
        ),
        ast.Reduce: st.builds(ast.Reduce, variables, part, variables, part, part),
        ast.MapProjection: st.builds(ast.MapProjection, variables, few(projected(depth))),
        ast.PatternExpression: st.builds(ast.PatternExpression, paths(depth, 1)),
        ast.ShortestPath: shortest_paths(depth),
        ast.ExistsSubquery: st.builds(ast.ExistsSubquery, query),
        ast.CountSubquery: st.builds(ast.CountSubquery, query),
        ast.CollectSubquery: st.builds(ast.CollectSubquery, query),
    }


def comparisons(operands: tuple[ast.Expression, ...]) -> Trees:
    operators = st.sampled_from(["=", "<>", "<", "<=", ">", ">="])
    return st.builds(ast.Comparison, st.just(operands), few(operators, len(operands) - 1, len(operands) - 1))


def entries(depth: int) -> Trees:
    return st.builds(ast.MapEntry, names, st.deferred(lambda: expressions(depth - 1)))


def maps(depth: int) -> Trees:
    return st.builds(ast.MapLiteral, few(entries(depth)))


def projected(depth: int) -> Trees:
    selectors = st.builds(ast.PropertySelector, names) | st.builds(ast.VariableSelector, variables)
    return selectors | st.just(ast.AllPropertiesSelector()) | entries(depth)


def searched_cases(part: Trees) -> Trees:
    alternatives = st.builds(ast.CaseAlternative, few(part, 1, 1), part)
    return st.builds(ast.Case, few(alternatives, 1, 2), st.none(), maybe(part))


def simple_cases(part: Trees) -> Trees:
    operand = st.just(ast.CaseOperand())
    predicates = st.one_of(
        st.tuples(operand, part).flatmap(comparisons),
        st.builds(ast.StringPredicate, st.sampled_from(["STARTS WITH", "ENDS WITH", "=~"]), operand, part),
        st.builds(ast.IsNull, operand, st.booleans()),
        st.builds(ast.IsTyped, operand, few(types, 1, 2), st.booleans()),
        st.builds(ast.IsNormalized, operand, st.just("NFD"), st.booleans()),
    )
    alternatives = st.builds(ast.CaseAlternative, few(part | predicates, 1, 2), part)
    return st.builds(ast.Case, few(alternatives, 1, 2), part, maybe(part))


# --- Patterns


def simple_labels(depth: int) -> Trees:
    return st.builds(ast.LabelName, names) | st.builds(ast.DynamicLabel, st.deferred(lambda: expressions(depth - 1)))


@cache
def labels(depth: int) -> Trees:
    dynamic = st.builds(ast.DynamicLabel, st.deferred(lambda: expressions(depth - 1)), st.sampled_from(["all", "any"]))
    return st.recursive(
        st.builds(ast.LabelName, names) | st.just(ast.LabelWildcard()) | dynamic,
        lambda inner: (
            st.builds(ast.LabelNot, inner)
            | st.builds(ast.LabelAnd, few(inner, 2))
            | st.builds(ast.LabelOr, few(inner, 2))
        ),
        max_leaves=4,
    )


bounds = maybe(st.integers(0, 9))
ranges = st.builds(ast.Range, bounds, bounds)


def nodes(depth: int) -> Trees:
    where = maybe(st.deferred(lambda: expressions(depth - 1)))
    return st.builds(ast.NodePattern, maybe(variables), maybe(labels(depth)), maybe(maps(depth) | parameters), where)


def relationships(depth: int, lengths: Trees, quantifiers: Trees) -> Trees:
    return st.builds(
        ast.RelationshipPattern,
        st.sampled_from(["OUTGOING", "INCOMING", "BOTH"]),
        maybe(variables),
        maybe(labels(depth)),
        lengths,
        maybe(maps(depth) | parameters),
        maybe(st.deferred(lambda: expressions(depth - 1))),
        quantifiers,
    )


@cache
def paths(depth: int, least: int = 0) -> Trees:
    """Paths of nodes and relationships, at least so many of these."""
    plain = relationships(depth, maybe(ranges), st.none())
    steps = few(st.tuples(plain, nodes(depth)), least, 2)
    return st.builds(_path, nodes(depth), steps)


def _path(first: ast.NodePattern, steps: tuple[tuple[Any, ...], ...]) -> ast.PathPattern:
    return ast.PathPattern((first, *(element for step in steps for element in step)))


@cache
def quantified_paths(depth: int) -> Trees:
    """Paths with quantified relationships and parenthesized paths."""
    inner = st.builds(ast.PatternPart, paths(depth, 1), maybe(variables))
    parenthesized = st.builds(ast.ParenthesizedPath, inner, maybe(st.deferred(lambda: expressions(depth - 1))), ranges)
    steps = few(st.tuples(relationships(depth, st.none(), ranges) | parenthesized, nodes(depth)), 1, 2)
    return st.builds(_path, nodes(depth), steps)


def shortest_paths(depth: int) -> Trees:
    path = st.builds(_path, nodes(depth), few(st.tuples(relationships(depth, ranges, st.none()), nodes(depth)), 1, 1))
    return st.builds(ast.ShortestPath, path, st.booleans())


positive = st.builds(ast.IntegerLiteral, st.integers(1, 9))
counts = positive | parameters
selectors = st.builds(ast.PathSelector, st.sampled_from(["ALL", "ANY SHORTEST", "ALL SHORTEST", "ANY"]))
selectors |= st.builds(ast.PathSelector, st.sampled_from(["ANY", "SHORTEST", "SHORTEST GROUPS"]), positive)


@cache
def pattern_parts(depth: int) -> Trees:
    return (
        st.builds(ast.PatternPart, paths(depth), maybe(variables))
        | st.builds(ast.PatternPart, quantified_paths(depth), maybe(variables), maybe(selectors))
        | st.builds(ast.PatternPart, shortest_paths(depth), maybe(variables))
    )


def patterns(depth: int) -> Trees:
    return st.builds(ast.Pattern, few(pattern_parts(depth), 1, 2))


# --- Clauses


@cache
def clauses(depth: int = DEPTH) -> dict[type[ast.Node], Trees]:
    """A strategy for each kind of clause."""
    expression = st.deferred(lambda: expressions(depth - 1))
    where = maybe(expression)
    sorting = few(st.builds(ast.SortItem, expression, st.booleans()), 0, 2)
    items = st.builds(ast.ProjectionItem, expression, maybe(variables))
    page = {"order_by": sorting, "skip": where, "limit": where}
    projection = st.builds(ast.ProjectionBody, few(items, 1), st.booleans(), st.booleans(), **page) | st.builds(
        ast.ProjectionBody, st.just(()), st.just(True), st.booleans(), **page
    )
    yielded = few(st.builds(ast.YieldItem, names, maybe(variables)), 1, 2)
    changes = updating(depth)
    transactions = st.builds(
        ast.InTransactions,
        st.just(False),
        st.none(),
        maybe(counts),
        maybe(st.sampled_from(["FAIL", "BREAK", "CONTINUE"])),
        maybe(variables),
    ) | st.builds(ast.InTransactions, st.just(True), maybe(counts))
    return {
        ast.Match: st.builds(
            ast.Match,
            patterns(depth),
            where,
            st.booleans(),
            maybe(st.sampled_from(["REPEATABLE ELEMENTS", "DIFFERENT RELATIONSHIPS"])),
            few(hints, 0, 2),
        ),
        ast.Unwind: st.builds(ast.Unwind, expression, variables),
        ast.With: st.builds(ast.With, projection, where),
        ast.Return: st.builds(ast.Return, projection),
        ast.Finish: st.just(ast.Finish()),
        ast.CallProcedure: st.builds(
            ast.CallProcedure,
            dotted,
            maybe(few(expression)),
            maybe(st.builds(ast.Yield, maybe(yielded), where)),
            st.booleans(),
        ),
        ast.CallSubquery: st.builds(
            ast.CallSubquery,
            st.deferred(lambda: bodies(max(depth - 1, 0))),
            st.none() | st.just("*") | few(variables),
            st.booleans(),
            maybe(transactions),
        ),
        ast.LoadCsv: st.builds(ast.LoadCsv, expression, variables, st.booleans(), maybe(texts)),
        ast.Use: st.builds(ast.Use, dotted | st.builds(ast.FunctionCall, st.just("graph.byName"), few(strings, 1, 1))),
        **changes,
    }


@cache
def items(depth: int) -> dict[type[ast.Node], Trees]:
    """A strategy for each kind of item of SET and REMOVE."""
    expression = st.deferred(lambda: expressions(depth - 1))
    targets = st.builds(ast.Property, variables, names) | st.builds(ast.Subscript, variables, expression)
    label_tuples = few(simple_labels(depth), 1, 2)
    return {
        ast.SetProperty: st.builds(ast.SetProperty, targets, expression),
        ast.SetAllProperties: st.builds(ast.SetAllProperties, variables, expression),
        ast.AddProperties: st.builds(ast.AddProperties, variables, expression),
        ast.SetLabels: st.builds(ast.SetLabels, variables, label_tuples),
        ast.RemoveProperty: st.builds(ast.RemoveProperty, targets),
        ast.RemoveLabels: st.builds(ast.RemoveLabels, variables, label_tuples),
    }


_REMOVALS = (ast.RemoveProperty, ast.RemoveLabels)


@cache
def updating(depth: int) -> dict[type[ast.Node], Trees]:
    expression = st.deferred(lambda: expressions(depth - 1))
    sets = st.builds(
        ast.Set, few(st.one_of(*[made for kind, made in items(depth).items() if kind not in _REMOVALS]), 1)
    )
    removals = st.one_of(*[items(depth)[kind] for kind in _REMOVALS])
    actions = st.builds(ast.MergeAction, st.sampled_from(["CREATE", "MATCH"]), sets)
    changes: dict[type[ast.Node], Trees] = {
        ast.Create: st.builds(ast.Create, patterns(depth)),
        ast.Merge: st.builds(ast.Merge, pattern_parts(depth), few(actions, 0, 2)),
        ast.Set: sets,
        ast.Remove: st.builds(ast.Remove, few(removals, 1)),
        ast.Delete: st.builds(ast.Delete, few(expression, 1), st.booleans()),
    }
    inner = few(st.one_of(*changes.values()), 1, 2)
    return {**changes, ast.Foreach: st.builds(ast.Foreach, variables, expression, inner)}


hints = (
    st.builds(
        ast.UsingIndex,
        maybe(st.sampled_from(["RANGE", "TEXT", "POINT"])),
        st.booleans(),
        variables,
        names,
        few(names, 1, 2),
    )
    | st.builds(ast.UsingScan, variables, names)
    | st.builds(ast.UsingJoin, few(variables, 1, 2))
)


@cache
def bodies(depth: int = DEPTH) -> Trees:
    """Whole queries but for their prefixes."""
    made = [each for kind, each in clauses(depth).items() if depth > 0 or kind is not ast.CallSubquery]
    single = st.builds(ast.SingleQuery, few(st.one_of(*made), 1, 2))
    return single | st.builds(ast.Union, few(single, 2, 2), st.booleans())


# --- Commands

schema_names = maybe(names | parameters)
entity = st.sampled_from(["NODE", "RELATIONSHIP"])
options = maybe(maps(1) | parameters)


def _index(kinds: list[str], labels: Trees, keys: Trees) -> Trees:
    kind = st.sampled_from(kinds)
    return st.builds(ast.CreateIndex, kind, entity, variables, labels, keys, schema_names, st.booleans(), options)


def _constraint(kinds: list[str], keys: Trees) -> Trees:
    kind = st.sampled_from(kinds)
    return st.builds(
        ast.CreateConstraint,
        kind,
        entity,
        variables,
        names,
        keys,
        st.just(()),
        schema_names,
        st.booleans(),
        options,
    )


_subjects = st.sampled_from(["INDEXES", "VECTOR INDEXES", "CONSTRAINTS", "TRANSACTIONS"])
_yields = st.builds(
    ast.Yield,
    maybe(few(st.builds(ast.YieldItem, names, maybe(variables)), 1)),
    st.none(),
    few(st.builds(ast.SortItem, expressions(1), st.booleans())),
    maybe(integers),
    maybe(integers),
)

COMMANDS: dict[type[ast.Node], Trees] = {
    ast.CreateIndex: _index(["RANGE"], few(names, 1, 1), few(names, 1))
    | _index(["TEXT", "POINT", "VECTOR"], few(names, 1, 1), few(names, 1, 1))
    | _index(["FULLTEXT"], few(names, 1), few(names, 1))
    | st.builds(ast.CreateIndex, st.just("LOOKUP"), entity, variables, st.just(()), st.just(()), schema_names),
    ast.DropIndex: st.builds(ast.DropIndex, names | parameters, st.booleans()),
    ast.CreateConstraint: _constraint(["UNIQUE", "KEY"], few(names, 1))
    | _constraint(["NOT NULL"], few(names, 1, 1))
    | st.builds(
        ast.CreateConstraint,
        st.just("TYPED"),
        entity,
        variables,
        names,
        few(names, 1, 1),
        few(types, 1, 2),
        schema_names,
    ),
    ast.DropConstraint: st.builds(ast.DropConstraint, names | parameters, st.booleans()),
    ast.Show: st.builds(ast.Show, _subjects, few(strings | parameters), st.none(), maybe(expressions(1)))
    | st.builds(
        ast.Show,
        _subjects,
        few(strings | parameters),
        _yields,
        maybe(expressions(1)),
        maybe(clauses(1)[ast.Return]),
    ),
    ast.Terminate: st.builds(ast.Terminate, few(strings | parameters, 1)),
}

# --- Whole queries

prefixes = {
    "mode": maybe(st.sampled_from(["EXPLAIN", "PROFILE"])),
    "options": few(
        st.builds(ast.PreparserOption, st.just("version"), st.sampled_from(["5", "25"]))
        | st.builds(ast.PreparserOption, st.sampled_from(["runtime", "planner"]), st.sampled_from(["slotted", "cost"]))
    ),
}
queries = st.builds(ast.Query, bodies() | st.one_of(*COMMANDS.values()), **prefixes)


def _single(*made: Trees) -> Trees:
    return st.builds(ast.Query, st.builds(ast.SingleQuery, st.tuples(*made)))


def _returned(expression: Trees) -> Trees:
    item = st.builds(ast.ProjectionItem, expression)
    return _single(st.builds(ast.Return, st.builds(ast.ProjectionBody, st.tuples(item))))


def _matched(part: Trees) -> Trees:
    return _single(st.builds(ast.Match, st.builds(ast.Pattern, st.tuples(part))))


_paths_in = {
    ast.ParenthesizedPath: quantified_paths(DEPTH),
    ast.PathPattern: paths(DEPTH),
    ast.NodePattern: paths(DEPTH),
    ast.RelationshipPattern: paths(DEPTH, 1),
    ast.Range: quantified_paths(DEPTH),
}
_clauses = clauses()

QUERIES: dict[type[ast.Node], Trees] = {
    **{kind: _returned(made) for kind, made in (LEAVES | compound(DEPTH)).items()},
    **{kind: _single(made) for kind, made in _clauses.items()},
    **{kind: st.builds(ast.Query, made) for kind, made in COMMANDS.items()},
    **{kind: _matched(st.builds(ast.PatternPart, made)) for kind, made in _paths_in.items()},
    ast.Query: queries,
    ast.SingleQuery: _single(_clauses[ast.Unwind], _clauses[ast.Return]),
    ast.Union: st.builds(ast.Query, bodies()),
    ast.PreparserOption: queries,
    ast.Pattern: _single(_clauses[ast.Match]),
    ast.PatternPart: _matched(pattern_parts(DEPTH)),
    ast.PathSelector: _matched(st.builds(ast.PatternPart, quantified_paths(DEPTH), maybe(variables), selectors)),
    **dict.fromkeys((ast.UsingIndex, ast.UsingScan, ast.UsingJoin), _single(_clauses[ast.Match])),
    **dict.fromkeys((ast.ProjectionItem, ast.ProjectionBody, ast.SortItem), _single(_clauses[ast.With])),
    **{
        kind: _single(st.builds(ast.Remove if kind in _REMOVALS else ast.Set, st.tuples(made)))
        for kind, made in items(DEPTH).items()
    },
    ast.MergeAction: _single(_clauses[ast.Merge]),
    **dict.fromkeys((ast.Yield, ast.YieldItem), _single(_clauses[ast.CallProcedure])),
    ast.InTransactions: _single(_clauses[ast.CallSubquery]),
    **dict.fromkeys(
        (ast.LabelName, ast.DynamicLabel, ast.LabelWildcard, ast.LabelNot, ast.LabelAnd, ast.LabelOr),
        _returned(compound(DEPTH)[ast.HasLabels]),
    ),
    ast.MapEntry: _returned(maps(DEPTH)),
    **dict.fromkeys(
        (ast.PropertySelector, ast.AllPropertiesSelector, ast.VariableSelector),
        _returned(compound(DEPTH)[ast.MapProjection]),
    ),
    ast.CypherType: _returned(compound(DEPTH)[ast.IsTyped]),
    ast.CaseOperand: _returned(simple_cases(expressions(1))),
    ast.CaseAlternative: _returned(compound(DEPTH)[ast.Case]),
}
