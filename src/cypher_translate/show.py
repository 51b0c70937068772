"""SHOW INDEXES and SHOW CONSTRAINTS as ordinary queries over a list that the adapter supplies.

FalkorDB has no SHOW, and its indexes have no names. ``SHOW INDEXES YIELD name WHERE name = 'x'`` becomes
``UNWIND $` indexes` AS row WITH row.name AS name WHERE name = 'x' RETURN name``.
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.errors import CypherSyntaxError, UnsupportedCypher
from cypher_translate.plan import Supply

_COLUMNS = {
    "indexes": (
        *("id", "name", "state", "populationPercent", "type", "entityType", "labelsOrTypes", "properties"),
        *("indexProvider", "owningConstraint", "lastRead", "readCount"),
    ),
    "constraints": (
        *("id", "name", "type", "entityType", "labelsOrTypes", "properties", "ownedIndex", "propertyType"),
    ),
}
_FURTHER_COLUMNS = {
    "indexes": ("trackedSince", "options", "failureMessage", "createStatement"),
    "constraints": ("options", "createStatement"),
}
"""What only YIELD shows."""

_TYPES = {
    "": (),
    "ALL": (),
    **{kind: (kind,) for kind in ("RANGE", "TEXT", "POINT", "LOOKUP", "FULLTEXT", "VECTOR")},
    "UNIQUE": ("UNIQUENESS", "RELATIONSHIP_UNIQUENESS"),
    "NODE UNIQUE": ("UNIQUENESS",),
    "RELATIONSHIP UNIQUE": ("RELATIONSHIP_UNIQUENESS",),
    "KEY": ("NODE_KEY", "RELATIONSHIP_KEY"),
    "NODE KEY": ("NODE_KEY",),
    "RELATIONSHIP KEY": ("RELATIONSHIP_KEY",),
    "EXIST": ("NODE_PROPERTY_EXISTENCE", "RELATIONSHIP_PROPERTY_EXISTENCE"),
    "NODE EXIST": ("NODE_PROPERTY_EXISTENCE",),
    "RELATIONSHIP EXIST": ("RELATIONSHIP_PROPERTY_EXISTENCE",),
    "PROPERTY TYPE": ("NODE_PROPERTY_TYPE", "RELATIONSHIP_PROPERTY_TYPE"),
    "NODE PROPERTY TYPE": ("NODE_PROPERTY_TYPE",),
    "RELATIONSHIP PROPERTY TYPE": ("RELATIONSHIP_PROPERTY_TYPE",),
}
"""The types that a word before INDEXES or CONSTRAINTS asks for; none of them: all."""

_SYNONYMS = {"UNIQUENESS": "UNIQUE", "REL": "RELATIONSHIP", "EXISTENCE": "EXIST", "BUILT": "", "IN": ""}
_ROW = ast.Variable(" row")


def shown(command: ast.Show) -> tuple[ast.SingleQuery, Supply]:
    """The query for a SHOW command, and the parameter that has what there is.

    Raises UnsupportedCypher for what is neither about indexes nor about constraints.
    """
    *kind, noun = command.subject.split()
    what = {"INDEX": "indexes", "INDEXES": "indexes", "CONSTRAINT": "constraints", "CONSTRAINTS": "constraints"}
    types = _TYPES.get(" ".join(_SYNONYMS.get(word, word) for word in kind if word != "PROPERTY" or "TYPE" in kind))
    if noun not in what or types is None:
        raise UnsupportedCypher(
            f"FalkorDB has nothing like SHOW {command.subject}",
            code="Show",
            hint="SHOW INDEXES and SHOW CONSTRAINTS are answered",
            span=command.span,
        )
    subject = what[noun]
    supply = Supply(f" {subject}", "indexes" if subject == "indexes" else "constraints")
    clauses: list[ast.Clause] = [ast.Unwind(ast.Parameter(supply.parameter), _ROW)]
    if types:
        wanted = ast.In(ast.Property(_ROW, "type"), ast.ListLiteral(tuple(map(ast.StringLiteral, types))))
        clauses.append(ast.With(ast.ProjectionBody((ast.ProjectionItem(_ROW),)), wanted))
    yields = command.yields or ast.Yield(None)
    names = _COLUMNS[subject] + (_FURTHER_COLUMNS[subject] if command.yields else ())
    items = yields.items or tuple(ast.YieldItem(name) for name in names)
    for item in items:
        if item.field not in names:
            raise CypherSyntaxError(
                f"Trying to YIELD non-existing column: `{item.field}`",
                code="UndefinedVariable",
                hint=f"the columns are {', '.join(names)}",
                span=item.span,
            )
    columns = tuple(
        ast.ProjectionItem(ast.Property(_ROW, item.field), item.alias or ast.Variable(item.field)) for item in items
    )
    body = ast.ProjectionBody(columns, False, False, yields.order_by, yields.skip, yields.limit)
    clauses.append(ast.With(body, command.where or yields.where))
    everything = tuple(ast.ProjectionItem(item.alias or ast.Variable(item.field)) for item in items)
    clauses.append(command.returns or ast.Return(ast.ProjectionBody(everything)))
    return ast.SingleQuery(tuple(clauses)), supply
