"""CALL db.create.setNodeVectorProperty(n, 'key', vector) becomes a SET.

Neo4j's procedures store a list of numbers as a vector of 32-bit floats. FalkorDB has no such procedures: a property is
a vector if it is set to one. A key that is a parameter is put into the text by the adapter.

>>> show("MATCH (n) CALL db.create.setNodeVectorProperty(n, 'embedding', $v) RETURN n")
MATCH (n) SET n.embedding = vecf32(neo4j.vector($v)) RETURN n
>>> show("MATCH (n) CALL db.create.setVectorProperty(n, $key, $v) YIELD node RETURN node")
MATCH (n) SET n.`$_key` = vecf32(neo4j.vector($v)) WITH *, n AS node RETURN node
"""

from __future__ import annotations

from collections.abc import Sequence

from cypher_translate import ast
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.rewriting import build
from cypher_translate.rewriting.clauses import Place, rewrite_clauses
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.searches import supply

PROCEDURES = frozenset(
    {"db.create.setnodevectorproperty", "db.create.setrelationshipvectorproperty", "db.create.setvectorproperty"}
)


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def called(clause: ast.CallProcedure, place: Place) -> Sequence[ast.Clause]:
        return _set(clause, context) if clause.name.lower() in PROCEDURES else (clause,)

    return rewrite_clauses(query, ast.CallProcedure, called)


def _set(call: ast.CallProcedure, context: Context) -> Sequence[ast.Clause]:
    entity, key, vector = call.arguments or ()
    if isinstance(entity, ast.NullLiteral):
        raise CypherSyntaxError(
            "There is no vector property of null",
            code="ProcedureCallFailed",
            status="Neo.ClientError.Procedure.ProcedureCallFailed",
            span=call.span,
        )
    if isinstance(key, ast.Parameter):
        name = f"${supply('key', key, context).name}"
    elif isinstance(key, ast.StringLiteral):
        name = key.value
    else:
        raise context.refuse(
            PASS.code, call, "The property's name must be known before the query runs", "write it, or a parameter"
        )
    value = build.call("vecf32", build.call("neo4j.vector", vector))
    written = ast.Set((ast.SetProperty(ast.Property(entity, name), value),), span=call.span)
    if call.yields is None:
        return (written,)
    names = ((item.alias or ast.Variable(item.field)).name for item in call.yields.items or ())
    return (written, build.with_everything(*(build.item(entity, name) for name in names), where=call.yields.where))


PASS = Pass(
    code="vector-properties",
    neo4j="db.create.setNodeVectorProperty and setRelationshipVectorProperty store a list as a vector",
    falkordb="has no such procedures; vecf32(list) is a vector",
    remedy="SET entity.key = vecf32(list)",
    rewrite=_rewrite,
    functions=PROCEDURES,
    cost="the vector is checked, 20 µs for 384 numbers",
)
