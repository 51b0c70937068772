"""The abstract syntax tree of Cypher, in the terms of openCypher 9 and the Neo4j 5 manual.

Nodes are frozen and compare by content. Each has a ``span``, the place in the text that it was read from, which takes
no part in comparison. Sequences are tuples, optional parts are ``None``. Names are stored without their backticks,
strings and numbers by their value.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Literal, TypeAlias

from cypher_translate.source import NO_SPAN, Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Node:
    """What all kinds of nodes have in common."""

    span: Span = field(default=NO_SPAN, compare=False, kw_only=True)

    # Written once for all kinds, since dataclass() would write them for each, which doubles the time of the import.

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Node) or type(self) is not type(other):
            return NotImplemented
        return self._content() == other._content()

    def __hash__(self) -> int:
        return hash((type(self), self._content()))

    def _content(self) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in compared_fields(type(self))])

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in compared_fields(type(self)))
        return f"{type(self).__name__}({shown})"


_compared: dict[type[Node], tuple[str, ...]] = {}


def compared_fields(kind: type[Node]) -> tuple[str, ...]:
    """The names of the fields that make up a node's content: all but where it stands."""
    names = _compared.get(kind)
    if names is None:
        names = _compared[kind] = tuple(each.name for each in fields(kind) if each.compare)
    return names


class Expression(Node):
    """Anything that has a value."""

    __slots__ = ()


class Clause(Node):
    """A part of a query that turns a table of rows into another."""

    __slots__ = ()


# --- Queries -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PreparserOption(Node):
    """``runtime = parallel`` after CYPHER; a version (``CYPHER 5``) has the name ``version``."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Query(Node):
    """One statement as it is sent to the database, the root of every tree; ``text`` is what the spans point into."""

    body: RegularQuery | Command
    mode: Literal["EXPLAIN", "PROFILE"] | None = None
    options: tuple[PreparserOption, ...] = ()
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SingleQuery(Node):
    """Clauses that run one after the other."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Union(Node):
    """``left UNION right``, with or without ALL."""

    queries: tuple[SingleQuery, ...]
    all: bool


RegularQuery: TypeAlias = SingleQuery | Union


# --- Clauses -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class UsingIndex(Node):
    """``USING [RANGE|TEXT|POINT] INDEX [SEEK] n:Label(property, …)``."""

    kind: Literal["RANGE", "TEXT", "POINT"] | None
    seek: bool
    variable: Variable
    label: str
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class UsingScan(Node):
    """``USING SCAN n:Label``."""

    variable: Variable
    label: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class UsingJoin(Node):
    """``USING JOIN ON a, b``."""

    variables: tuple[Variable, ...]


Hint: TypeAlias = UsingIndex | UsingScan | UsingJoin


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Match(Clause):
    """``[OPTIONAL] MATCH pattern [hints] [WHERE predicate]``."""

    pattern: Pattern
    where: Expression | None = None
    optional: bool = False
    mode: Literal["REPEATABLE ELEMENTS", "DIFFERENT RELATIONSHIPS"] | None = None
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Unwind(Clause):
    """``UNWIND expression AS variable``."""

    expression: Expression
    variable: Variable


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProjectionItem(Node):
    """``expression [AS alias]``; a column without an alias is named by its text, the item's span in ``Query.text``."""

    expression: Expression
    alias: Variable | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SortItem(Node):
    """``expression [ASC|DESC]``."""

    expression: Expression
    descending: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProjectionBody(Node):
    """What follows WITH or RETURN: ``[DISTINCT] [*][, items] [ORDER BY …] [SKIP …] [LIMIT …]``."""

    items: tuple[ProjectionItem, ...]
    star: bool = False
    distinct: bool = False
    order_by: tuple[SortItem, ...] = ()
    skip: Expression | None = None
    limit: Expression | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class With(Clause):
    """``WITH projection [WHERE predicate]``."""

    body: ProjectionBody
    where: Expression | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Return(Clause):
    """``RETURN projection``."""

    body: ProjectionBody


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Finish(Clause):
    """``FINISH``: the query gives no rows."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Create(Clause):
    """``CREATE pattern``; ``INSERT pattern`` means the same."""

    pattern: Pattern


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MergeAction(Node):
    """``ON CREATE SET …`` or ``ON MATCH SET …``."""

    on: Literal["CREATE", "MATCH"]
    set: Set


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Merge(Clause):
    """``MERGE pattern [ON CREATE SET …] [ON MATCH SET …]``."""

    pattern: PatternPart
    actions: tuple[MergeAction, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SetProperty(Node):
    """``entity.key = value``, or ``entity[expression] = value``."""

    target: Property | Subscript
    value: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SetAllProperties(Node):
    """``variable = map``: the entity has these properties and no others."""

    target: Expression
    value: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AddProperties(Node):
    """``variable += map``: the entity gets these properties and keeps its others."""

    target: Expression
    value: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SetLabels(Node):
    """``variable:A:B``."""

    target: Expression
    labels: tuple[LabelName | DynamicLabel, ...]


SetItem: TypeAlias = SetProperty | SetAllProperties | AddProperties | SetLabels


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Set(Clause):
    """``SET items``."""

    items: tuple[SetItem, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RemoveProperty(Node):
    """``entity.key`` or ``entity[expression]``."""

    target: Property | Subscript


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RemoveLabels(Node):
    """``variable:A:B``."""

    target: Expression
    labels: tuple[LabelName | DynamicLabel, ...]


RemoveItem: TypeAlias = RemoveProperty | RemoveLabels


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Remove(Clause):
    """``REMOVE items``."""

    items: tuple[RemoveItem, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Delete(Clause):
    """``[DETACH] DELETE expressions``."""

    expressions: tuple[Expression, ...]
    detach: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Foreach(Clause):
    """``FOREACH (variable IN list | updating clauses)``."""

    variable: Variable
    list: Expression
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class YieldItem(Node):
    """``field [AS alias]``."""

    field: str
    alias: Variable | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Yield(Node):
    """``YIELD * `` (``items`` is None) or ``YIELD items``, with what may follow it.

    Ordering and paging are only allowed after YIELD in a SHOW command.
    """

    items: tuple[YieldItem, ...] | None
    where: Expression | None = None
    order_by: tuple[SortItem, ...] = ()
    skip: Expression | None = None
    limit: Expression | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CallProcedure(Clause):
    """``[OPTIONAL] CALL name[(arguments)] [YIELD …]``; without parentheses ``arguments`` is None."""

    name: str
    arguments: tuple[Expression, ...] | None
    yields: Yield | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InTransactions(Node):
    """``IN [n] [CONCURRENT] TRANSACTIONS [OF n ROWS] [ON ERROR …] [REPORT STATUS AS v]``."""

    concurrent: bool = False
    concurrency: Expression | None = None
    batch_size: Expression | None = None
    on_error: Literal["FAIL", "BREAK", "CONTINUE"] | None = None
    report: Variable | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CallSubquery(Clause):
    """``[OPTIONAL] CALL [(scope)] { query } [IN TRANSACTIONS …]``.

    ``scope`` is the tuple of imported variables, ``"*"`` for all, None where there is no scope clause.
    """

    query: RegularQuery
    scope: tuple[Variable, ...] | Literal["*"] | None = None
    optional: bool = False
    transactions: InTransactions | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LoadCsv(Clause):
    """``LOAD CSV [WITH HEADERS] FROM url AS variable [FIELDTERMINATOR text]``."""

    url: Expression
    variable: Variable
    with_headers: bool = False
    field_terminator: str | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Use(Clause):
    """``USE graph``: a dotted name or a call such as ``graph.byName('g')``."""

    graph: str | FunctionCall


# --- Patterns ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LabelName(Node):
    """A label or relationship type by its name."""

    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DynamicLabel(Node):
    """``$(expression)``, ``$all(expression)`` or ``$any(expression)``."""

    expression: Expression
    quantifier: Literal["all", "any"] = "all"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LabelWildcard(Node):
    """``%``: any label at all."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LabelNot(Node):
    """``!operand``."""

    operand: LabelExpression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LabelAnd(Node):
    """``a&b``, or ``:a:b``, which means the same; ``colons`` tells which it was."""

    operands: tuple[LabelExpression, ...]
    colons: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LabelOr(Node):
    """``a|b``, or ``a|:b``, which means the same; ``colons`` tells which it was."""

    operands: tuple[LabelExpression, ...]
    colons: bool = field(default=False, compare=False)


LabelExpression: TypeAlias = LabelName | DynamicLabel | LabelWildcard | LabelNot | LabelAnd | LabelOr


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NodePattern(Node):
    """``(variable:Labels {properties} WHERE predicate)``, all parts optional."""

    variable: Variable | None = None
    labels: LabelExpression | None = None
    properties: MapLiteral | Parameter | None = None
    where: Expression | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Range(Node):
    """How often: ``*2..3`` of a relationship, ``{2,3}`` of a quantified pattern. None: no bound was given."""

    lower: int | None = None
    upper: int | None = None


Direction: TypeAlias = Literal["OUTGOING", "INCOMING", "BOTH"]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RelationshipPattern(Node):
    """``-[variable:TYPE*1..3 {properties} WHERE predicate]->{quantifier}``, all parts optional."""

    direction: Direction
    variable: Variable | None = None
    types: LabelExpression | None = None
    length: Range | None = None
    properties: MapLiteral | Parameter | None = None
    where: Expression | None = None
    quantifier: Range | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ParenthesizedPath(Node):
    """``((a)-->(b) WHERE predicate){1,3}``: a path pattern in parentheses, with or without a quantifier."""

    part: PatternPart
    where: Expression | None = None
    quantifier: Range | None = None


PathElement: TypeAlias = NodePattern | RelationshipPattern | ParenthesizedPath


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PathPattern(Node):
    """A chain of nodes and relationships, or of nodes and parenthesized paths."""

    elements: tuple[PathElement, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ShortestPath(Expression):
    """``shortestPath(path)`` or ``allShortestPaths(path)``, in a pattern or as an expression."""

    path: PathPattern
    all: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PathSelector(Node):
    """``ANY k``, ``ALL``, ``ANY SHORTEST``, ``ALL SHORTEST``, ``SHORTEST k`` or ``SHORTEST k GROUPS``."""

    kind: Literal["ANY", "ALL", "ANY SHORTEST", "ALL SHORTEST", "SHORTEST", "SHORTEST GROUPS"]
    count: IntegerLiteral | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PatternPart(Node):
    """``[variable =] [selector] path``."""

    path: PathPattern | ShortestPath
    variable: Variable | None = None
    selector: PathSelector | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Pattern(Node):
    """Pattern parts between commas."""

    parts: tuple[PatternPart, ...]


# --- Expressions -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Variable(Expression):
    """A name that stands for a value of the row."""

    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Parameter(Expression):
    """``$name``."""

    name: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NullLiteral(Expression):
    """``null``."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BooleanLiteral(Expression):
    """``true`` or ``false``."""

    value: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class IntegerLiteral(Expression):
    """An integer, not negative; the sign is an operator."""

    value: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FloatLiteral(Expression):
    """A float, not negative; infinity and ``math.nan`` are possible."""

    value: float


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StringLiteral(Expression):
    """A string, by its value: escapes are resolved."""

    value: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ListLiteral(Expression):
    """``[items]``."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MapEntry(Node):
    """``key: value``."""

    key: str
    value: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MapLiteral(Expression):
    """``{key: value, …}``."""

    entries: tuple[MapEntry, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Or(Expression):
    """``a OR b OR …``."""

    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Xor(Expression):
    """``a XOR b XOR …``."""

    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class And(Expression):
    """``a AND b AND …``."""

    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Not(Expression):
    """``NOT operand``."""

    operand: Expression


ComparisonOperator: TypeAlias = Literal["=", "<>", "<", "<=", ">", ">="]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Comparison(Expression):
    """``a < b <= c``: one operator fewer than operands; a chain is the conjunction of its pairs."""

    operands: tuple[Expression, ...]
    operators: tuple[ComparisonOperator, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class StringPredicate(Expression):
    """``left STARTS WITH right`` and its kin; ``=~`` matches a regular expression."""

    operator: Literal["STARTS WITH", "ENDS WITH", "CONTAINS", "=~"]
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class In(Expression):
    """``item IN list``."""

    item: Expression
    list: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class IsNull(Expression):
    """``operand IS [NOT] NULL``."""

    operand: Expression
    negated: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CypherType(Node):
    """A type by its normal name (``INTEGER``, ``ZONED DATETIME``, …), for LIST and ANY with inner types.

    Several members of an ``inner`` tuple are a union.
    """

    name: str
    inner: tuple[CypherType, ...] = ()
    not_null: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class IsTyped(Expression):
    """``operand IS [NOT] :: type | type``."""

    operand: Expression
    types: tuple[CypherType, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class IsNormalized(Expression):
    """``operand IS [NOT] [NFC|NFD|NFKC|NFKD] NORMALIZED``."""

    operand: Expression
    form: Literal["NFC", "NFD", "NFKC", "NFKD"] = "NFC"
    negated: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Binary(Expression):
    """An arithmetic operation or a concatenation, of two operands."""

    operator: Literal["+", "-", "||", "*", "/", "%", "^"]
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Unary(Expression):
    """``+operand`` or ``-operand``."""

    operator: Literal["+", "-"]
    operand: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Property(Expression):
    """``subject.key``."""

    subject: Expression
    key: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Subscript(Expression):
    """``subject[index]``."""

    subject: Expression
    index: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Slice(Expression):
    """``subject[start..end]``."""

    subject: Expression
    start: Expression | None = None
    end: Expression | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class HasLabels(Expression):
    """``subject:Labels``: a node's labels or a relationship's type satisfy the label expression."""

    subject: Expression
    labels: LabelExpression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FunctionCall(Expression):
    """``name([DISTINCT] arguments)``; the name is dotted and as it was written."""

    name: str
    arguments: tuple[Expression, ...]
    distinct: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CountStar(Expression):
    """``count(*)``."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Trim(Expression):
    """``trim([LEADING|TRAILING|BOTH] [characters] FROM text)``."""

    text: Expression
    characters: Expression | None = None
    specification: Literal["LEADING", "TRAILING", "BOTH"] = "BOTH"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CaseOperand(Expression):
    """In the WHEN of a simple CASE, the value that is tested: ``CASE x WHEN > 3`` is ``CaseOperand() > 3``."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CaseAlternative(Node):
    """``WHEN test[, test …] THEN result``.

    In a simple CASE a test is a value to compare with or, where it contains CaseOperand, a predicate.
    """

    tests: tuple[Expression, ...]
    result: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Case(Expression):
    """``CASE [subject] alternatives [ELSE default] END``; simple with a subject, else searched."""

    alternatives: tuple[CaseAlternative, ...]
    subject: Expression | None = None
    default: Expression | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ListComprehension(Expression):
    """``[variable IN list WHERE predicate | projection]``."""

    variable: Variable
    list: Expression
    where: Expression | None = None
    projection: Expression | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PatternComprehension(Expression):
    """``[variable = path WHERE predicate | projection]``."""

    path: PathPattern
    projection: Expression
    variable: Variable | None = None
    where: Expression | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ListPredicate(Expression):
    """``all(variable IN list WHERE predicate)`` and its kin."""

    quantifier: Literal["all", "any", "none", "single"]
    variable: Variable
    list: Expression
    where: Expression | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reduce(Expression):
    """``reduce(accumulator = initial, variable IN list | expression)``."""

    accumulator: Variable
    initial: Expression
    variable: Variable
    list: Expression
    expression: Expression


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PropertySelector(Node):
    """``.key`` in a map projection."""

    key: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AllPropertiesSelector(Node):
    """``.*`` in a map projection."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class VariableSelector(Node):
    """``variable`` in a map projection."""

    variable: Variable


MapProjectionItem: TypeAlias = PropertySelector | AllPropertiesSelector | VariableSelector | MapEntry


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class MapProjection(Expression):
    """``variable {.key, .*, key: value, variable}``."""

    variable: Variable
    items: tuple[MapProjectionItem, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PatternExpression(Expression):
    """A path pattern used as a predicate: true where there is such a path."""

    path: PathPattern


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ExistsSubquery(Expression):
    """``EXISTS { query }``; a bare pattern inside stands for its MATCH."""

    query: RegularQuery


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CountSubquery(Expression):
    """``COUNT { query }``; a bare pattern inside stands for its MATCH."""

    query: RegularQuery


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CollectSubquery(Expression):
    """``COLLECT { query }``."""

    query: RegularQuery


# --- Commands ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CreateIndex(Node):
    """``CREATE kind INDEX name IF NOT EXISTS FOR entity ON properties OPTIONS {…}``.

    ``labels`` are labels or relationship types: one, several for FULLTEXT, none for LOOKUP, which has no
    properties either.
    """

    kind: Literal["RANGE", "TEXT", "POINT", "LOOKUP", "FULLTEXT", "VECTOR"]
    entity: Literal["NODE", "RELATIONSHIP"]
    variable: Variable
    labels: tuple[str, ...]
    properties: tuple[str, ...]
    name: str | Parameter | None = None
    if_not_exists: bool = False
    options: MapLiteral | Parameter | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DropIndex(Node):
    """``DROP INDEX name [IF EXISTS]``."""

    name: str | Parameter
    if_exists: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CreateConstraint(Node):
    """``CREATE CONSTRAINT name IF NOT EXISTS FOR entity REQUIRE properties IS kind``; TYPED has its types."""

    kind: Literal["UNIQUE", "KEY", "NOT NULL", "TYPED"]
    entity: Literal["NODE", "RELATIONSHIP"]
    variable: Variable
    label: str
    properties: tuple[str, ...]
    types: tuple[CypherType, ...] = ()
    name: str | Parameter | None = None
    if_not_exists: bool = False
    options: MapLiteral | Parameter | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DropConstraint(Node):
    """``DROP CONSTRAINT name [IF EXISTS]``."""

    name: str | Parameter
    if_exists: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Show(Node):
    """``SHOW subject [arguments] [YIELD …] [WHERE …] [RETURN …]``, the subject in capitals: ``RANGE INDEXES``."""

    subject: str
    arguments: tuple[Expression, ...] = ()
    yields: Yield | None = None
    where: Expression | None = None
    returns: Return | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Terminate(Node):
    """``TERMINATE TRANSACTIONS ids``."""

    arguments: tuple[Expression, ...]


SchemaCommand: TypeAlias = CreateIndex | DropIndex | CreateConstraint | DropConstraint
Command: TypeAlias = SchemaCommand | Show | Terminate
