"""Text that FalkorDB cannot hold is refused.

It ends a query at the character NUL, and takes UTF-8 only. U+0002 at the beginning of a string marks temporal values in
the database, so that such a string would come back as one. (`falkordb.parameters` refuses the same in parameters.)

>>> show("RETURN 'tab \\\\t, \\\\u0041, 日本' AS x")
RETURN 'tab \\t, A, 日本' AS x
"""

from __future__ import annotations

from cypher_translate import ast
from cypher_translate.errors import UnsupportedCypher
from cypher_translate.rewriting.context import Context, Pass
from cypher_translate.transform import walk

_MARK = "\x02"


def _rewrite(query: ast.Query, context: Context) -> ast.Query:
    if not context.text.isascii():
        _check_encoding(context)
    for node in walk(query):
        if isinstance(node, ast.StringLiteral):
            _check(node, context)
    return query


def _check(node: ast.StringLiteral, context: Context) -> None:
    if "\0" in node.value:
        raise context.refuse(
            "NulCharacter", node, "FalkorDB ends a string at the character NUL", "remove it, or write it in another way"
        )
    if node.value.startswith(_MARK):
        raise context.refuse(
            "ReservedText",
            node,
            "A string that begins with the character U+0002 is a temporal value in the database",
            "remove that character",
        )


def _check_encoding(context: Context) -> None:
    try:
        context.text.encode()
    except UnicodeEncodeError as error:
        raise UnsupportedCypher(
            "The query has half of a surrogate pair, which is no valid Unicode",
            code="InvalidUnicode",
            hint="repair or remove that character",
            text=context.text,
            span=(error.start, error.end),
        ) from None


PASS = Pass(
    code="unstorable-text",
    neo4j="a string may have any characters",
    falkordb="ends at NUL; here U+0002 marks temporal values",
    remedy="such strings are refused",
    rewrite=_rewrite,
)
