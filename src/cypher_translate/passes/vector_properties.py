"""CALL db.create.setNodeVectorProperty(n, 'key', vector) becomes a SET.

Neo4j's procedures store a list of numbers as a vector of 32-bit floats. FalkorDB has no such procedures: a property is
a vector if it is set to one.

>>> show("MATCH (n) CALL db.create.setNodeVectorProperty(n, 'embedding', $v) RETURN n")
MATCH (n) SET n.embedding = vecf32($v) RETURN n
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.errors import CypherSyntaxError
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.rewriting.vectors import as_vector
from cypher_translate.transform import transform

PROCEDURES = frozenset(
    {"db.create.setnodevectorproperty", "db.create.setrelationshipvectorproperty", "db.create.setvectorproperty"}
)


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    def step(node: ast.Node) -> ast.Node:
        if isinstance(node, ast.CallProcedure) and node.name.lower() in PROCEDURES:
            return _set(node, context)
        return node

    return transform(query, step)


def _set(node: ast.CallProcedure, context: Context) -> ast.Set:
    arguments = node.arguments or ()
    key = arguments[1] if len(arguments) == 3 else None
    if not isinstance(key, ast.StringLiteral):
        raise context.refuse(
            PASS.code, node, "The property's name must be a string in the query", "write the name, not a parameter"
        )
    if node.yields is not None:
        raise context.refuse(PASS.code, node, "What this procedure yields is not there", "leave YIELD out")
    entity, _, vector = arguments
    if isinstance(entity, ast.NullLiteral):
        raise CypherSyntaxError(
            "There is no vector property of null",
            code="ProcedureCallFailed",
            status="Neo.ClientError.Procedure.ProcedureCallFailed",
            span=node.span,
        )
    target = ast.Property(entity, key.value)
    return ast.Set((ast.SetProperty(target, as_vector(vector, context)),), span=node.span)


PASS = Pass(
    code="vector-properties",
    neo4j="db.create.setNodeVectorProperty and setRelationshipVectorProperty store a list as a vector",
    falkordb="has no such procedures; vecf32(list) is a vector",
    remedy="SET entity.key = vecf32(list)",
    rewrite=_rewrite,
    functions=PROCEDURES,
)
