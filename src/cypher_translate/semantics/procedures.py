"""The procedures of Neo4j: how many arguments they take and what they yield."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from cypher_translate import ast
from cypher_translate.errors import CypherSyntaxError

# name: least and most arguments: what it yields
_SIGNATURES = """
db.awaitIndex: 1 2:
db.awaitIndexes: 0 1:
db.clearQueryCaches: 0 0: value
db.create.setNodeVectorProperty: 3 3:
db.create.setRelationshipVectorProperty: 3 3:
db.create.setVectorProperty: 3 3: node
db.createLabel: 1 1:
db.createProperty: 1 1:
db.createRelationshipType: 1 1:
db.index.fulltext.awaitEventuallyConsistentIndexRefresh: 0 0:
db.index.fulltext.listAvailableAnalyzers: 0 0: analyzer description stopwords
db.index.fulltext.queryNodes: 2 3: node score
db.index.fulltext.queryRelationships: 2 3: relationship score
db.index.vector.queryNodes: 3 3: node score
db.index.vector.queryRelationships: 3 3: relationship score
db.info: 0 0: id name creationDate
db.labels: 0 0: label
db.ping: 0 0: success
db.propertyKeys: 0 0: propertyKey
db.relationshipTypes: 0 0: relationshipType
db.resampleIndex: 1 1:
db.resampleOutdatedIndexes: 0 0:
db.schema.nodeTypeProperties: 0 0: nodeType nodeLabels propertyName propertyTypes mandatory
db.schema.relTypeProperties: 0 0: relType propertyName propertyTypes mandatory
db.schema.visualization: 0 0: nodes relationships
dbms.components: 0 0: name versions edition
dbms.info: 0 0: id name creationDate
dbms.listConfig: 0 1: name description value dynamic defaultValue startupValue explicitlySet validValues
dbms.queryJmx: 1 1: name description attributes
dbms.routing.getRoutingTable: 1 2: ttl servers
tx.getMetaData: 0 0: metadata
tx.setMetaData: 1 1:
"""


@dataclass(frozen=True, slots=True)
class Procedure:
    """How often arguments come, at least and at most, and the names of the fields that it yields."""

    least: int
    most: int
    fields: tuple[str, ...]

    @property
    def described(self) -> str:
        """A sentence on what is yielded."""
        return f"it yields {', '.join(self.fields)}" if self.fields else "it yields nothing"


@cache
def procedures() -> dict[str, Procedure]:
    """Neo4j's procedures by name, which is case-sensitive."""
    known = {}
    for line in _SIGNATURES.split("\n")[1:-1]:
        name, counts, fields = line.split(":")
        least, most = map(int, counts.split())
        known[name] = Procedure(least, most, tuple(fields.split()))
    return known


def unknown_procedure(call: ast.CallProcedure) -> CypherSyntaxError:
    """The error for a procedure that Neo4j does not have."""
    similar = [known for known in procedures() if known.lower() == call.name.lower()]
    return CypherSyntaxError(
        f"There is no procedure {call.name}",
        code="ProcedureNotFound",
        status="Neo.ClientError.Procedure.ProcedureNotFound",
        hint=f"write {similar[0]}" if similar else "",
        span=call.span,
    )


def check_inside(call: ast.CallProcedure, procedure: Procedure) -> None:
    """Refuse a call among other clauses that leaves out what only a call on its own may. Raises CypherSyntaxError."""
    if call.arguments is None:
        message, hint = f"Among other clauses, {call.name} needs parentheses", f"write {call.name}()"
    elif call.yields is None and procedure.fields:
        message, hint = f"Among other clauses, {call.name} needs YIELD", procedure.described
    elif call.yields is not None and call.yields.items is None:
        message, hint = "YIELD * can only stand in a call on its own", procedure.described
    else:
        return
    raise CypherSyntaxError(message, code="InvalidArgumentPassingMode", hint=hint, span=call.span)
