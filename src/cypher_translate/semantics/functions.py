"""Neo4j's functions: how many arguments they take, of which types, and what they give."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from cypher_translate import ast
from cypher_translate.transform import children

AGGREGATIONS = frozenset(
    {"count", "sum", "avg", "min", "max", "collect", "stdev", "stdevp", "percentilecont", "percentiledisc"}
)

_NUMBER = "INTEGER|FLOAT"
_TABLE = f"""
abs({_NUMBER}) same
acos({_NUMBER}) FLOAT
asin({_NUMBER}) FLOAT
atan({_NUMBER}) FLOAT
atan2({_NUMBER}, {_NUMBER}) FLOAT
avg({_NUMBER}|DURATION) sum
btrim(STRING, STRING?) STRING
ceil({_NUMBER}) FLOAT
char_length(STRING) INTEGER
character_length(STRING) INTEGER
coalesce(ANY, ANY*) any argument
collect(ANY) list of same
cos({_NUMBER}) FLOAT
cot({_NUMBER}) FLOAT
count(ANY) INTEGER
degrees({_NUMBER}) FLOAT
duration(ANY) DURATION
duration.between(ANY, ANY) DURATION
duration.indays(ANY, ANY) DURATION
duration.inmonths(ANY, ANY) DURATION
duration.inseconds(ANY, ANY) DURATION
datetime.fromepoch({_NUMBER}, {_NUMBER}) ZONED DATETIME
datetime.fromepochmillis({_NUMBER}) ZONED DATETIME
e() FLOAT
elementid(NODE|RELATIONSHIP) STRING
endnode(RELATIONSHIP) NODE
exists(ANY) BOOLEAN
exp({_NUMBER}) FLOAT
file() STRING
floor({_NUMBER}) FLOAT
graph.byelementid(STRING) ANY
graph.byname(STRING) ANY
graph.names() LIST
graph.propertiesbyname(STRING) MAP
haversin({_NUMBER}) FLOAT
head(LIST) item
id(NODE|RELATIONSHIP) INTEGER
isempty(STRING|MAP|LIST) BOOLEAN
isnan({_NUMBER}) BOOLEAN
keys(NODE|RELATIONSHIP|MAP) list of STRING
labels(NODE) list of STRING
last(LIST) item
left(STRING, INTEGER) STRING
length(PATH) INTEGER
linenumber() INTEGER
log({_NUMBER}) FLOAT
log10({_NUMBER}) FLOAT
lower(STRING) STRING
ltrim(STRING, STRING?) STRING
max(ANY) same
min(ANY) same
nodes(PATH) list of NODE
normalize(STRING, ANY?) STRING
nullif(ANY, ANY) same
percentilecont({_NUMBER}, {_NUMBER}) FLOAT
percentiledisc({_NUMBER}, {_NUMBER}) same
pi() FLOAT
point(MAP) POINT
point.distance(ANY, ANY) FLOAT
point.withinbbox(ANY, ANY, ANY) BOOLEAN
properties(NODE|RELATIONSHIP|MAP) MAP
radians({_NUMBER}) FLOAT
rand() FLOAT
randomuuid() STRING
range(INTEGER, INTEGER, INTEGER?) list of INTEGER
relationships(PATH) list of RELATIONSHIP
replace(STRING, STRING, STRING) STRING
reverse(STRING|LIST) same
right(STRING, INTEGER) STRING
round({_NUMBER}, {_NUMBER}?, STRING?) FLOAT
rtrim(STRING, STRING?) STRING
sign({_NUMBER}) INTEGER
sin({_NUMBER}) FLOAT
size(STRING|LIST) INTEGER
split(STRING, STRING|LIST) list of STRING
sqrt({_NUMBER}) FLOAT
startnode(RELATIONSHIP) NODE
stdev({_NUMBER}) FLOAT
stdevp({_NUMBER}) FLOAT
substring(STRING, INTEGER, INTEGER?) STRING
sum({_NUMBER}|DURATION) sum
tail(LIST) same
tan({_NUMBER}) FLOAT
timestamp() INTEGER
toboolean(ANY) BOOLEAN
tobooleanlist(LIST) list of BOOLEAN
tobooleanornull(ANY) BOOLEAN
tofloat(ANY) FLOAT
tofloatlist(LIST) list of FLOAT
tofloatornull(ANY) FLOAT
tointeger(ANY) INTEGER
tointegerlist(LIST) list of INTEGER
tointegerornull(ANY) INTEGER
tolower(STRING) STRING
tostring(ANY) STRING
tostringlist(LIST) list of STRING
tostringornull(ANY) STRING
toupper(STRING) STRING
trim(STRING) STRING
type(RELATIONSHIP) STRING
upper(STRING) STRING
valuetype(ANY) STRING
vector.similarity.cosine(LIST, LIST) FLOAT
vector.similarity.euclidean(LIST, LIST) FLOAT
"""
_TEMPORAL = {
    "date": "DATE",
    "localtime": "LOCAL TIME",
    "time": "ZONED TIME",
    "localdatetime": "LOCAL DATETIME",
    "datetime": "ZONED DATETIME",
}
RANDOM = frozenset({"rand", "randomuuid"})


@dataclass(frozen=True, slots=True)
class Signature:
    """``arguments`` are the types that each may have; of these ``least`` must be given, the last ``repeated``.

    ``result`` is the name of a type, or says how it follows from the arguments (see types.py).
    """

    arguments: tuple[frozenset[str], ...]
    least: int
    repeated: bool
    result: str

    @property
    def most(self) -> int | None:
        """How many arguments may be given, None where there is no end."""
        return None if self.repeated else len(self.arguments)


@cache
def signatures() -> dict[str, Signature]:
    """The signature of each function of Neo4j 5.26, by its name in lower case."""
    lines = _TABLE.strip().splitlines()
    for name, kind in _TEMPORAL.items():
        lines += [f"{name}(ANY?) {kind}", f"{name}.truncate(STRING, ANY?, MAP?) {kind}"]
        lines += [f"{name}.{clock}(ANY?) {kind}" for clock in ("transaction", "statement", "realtime")]
    return dict(map(_signature, lines))


def _signature(line: str) -> tuple[str, Signature]:
    name, _, rest = line.partition("(")
    inside, _, result = rest.partition(") ")
    arguments = inside.split(", ") if inside else []
    optional = sum(argument[-1] in "?*" for argument in arguments)
    types = tuple(frozenset(argument.rstrip("?*").split("|")) for argument in arguments)
    repeated = bool(arguments) and arguments[-1][-1] == "*"
    return name, Signature(types, len(arguments) - optional, repeated, result)


def is_aggregation(node: ast.Node) -> bool:
    """Whether this very node aggregates over rows."""
    return isinstance(node, ast.CountStar) or (isinstance(node, ast.FunctionCall) and node.name.lower() in AGGREGATIONS)


def contains_aggregation(node: ast.Node) -> bool:
    """Whether an expression aggregates, subqueries aside, which aggregate for themselves."""
    stack = [node]
    while stack:
        node = stack.pop()
        if is_aggregation(node):
            return True
        if not isinstance(node, ast.ExistsSubquery | ast.CountSubquery | ast.CollectSubquery):
            stack += children(node)
    return False
