"""Labels, types and keys that a query writes and takes from parameters: ``SET n:$($label)``, ``SET n[$key] = 1``.

FalkorDB writes names that stand in the query only, so they are put there before it is translated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cypher_translate import ast
from cypher_translate.generator import generate
from cypher_translate.parser import parse
from cypher_translate.transform import walk

_UNKNOWN = {"`", "\0"}
"""Characters that no name in FalkorDB can have."""
_CLAUSES = (ast.Create, ast.Merge, ast.Set, ast.Remove)


def with_names(text: str, parameters: Mapping[str, object]) -> str:
    """The query with the names that it writes, the very same one where no parameter has such."""
    query = parse(text)
    found = {}
    for clause in walk(query):
        if isinstance(clause, _CLAUSES):
            for expression in _computed(clause):
                literal = _literal(_value(expression, parameters))
                if literal is not None and expression.span is not None:
                    found[expression.span] = generate(literal)
    for span in sorted(found, reverse=True):
        text = text[: span[0]] + found[span] + text[span[1] :]
    return text


def _computed(clause: ast.Clause) -> Iterator[ast.Expression]:
    for node in walk(clause):
        if isinstance(node, ast.DynamicLabel):
            yield node.expression
        elif isinstance(node, ast.SetProperty | ast.RemoveProperty) and isinstance(node.target, ast.Subscript):
            yield node.target.index


def _value(expression: ast.Expression, parameters: Mapping[str, object]) -> object:
    """What a parameter, or a key of a map in one, stands for; None for any other expression."""
    if isinstance(expression, ast.Parameter):
        return parameters.get(expression.name)
    if isinstance(expression, ast.Property):
        subject = _value(expression.subject, parameters)
        return subject.get(expression.key) if isinstance(subject, Mapping) else None
    return None


def _literal(value: object) -> ast.Expression | None:
    if isinstance(value, str):
        return ast.StringLiteral(value) if value and not _UNKNOWN & set(value) else None
    items = [_literal(item) for item in value] if isinstance(value, list | tuple) else [None]
    return ast.ListLiteral(tuple(item for item in items if item is not None)) if None not in items else None
