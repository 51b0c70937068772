"""corpus/identity: what is read and written again reads back to the same tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from cypher_translate import ast, generate, parse, parse_script
from cypher_translate.transform import walk
from tests.language.cases import CORPUS

FILES = sorted((CORPUS / "identity").glob("*.cypher"))


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_round_trip(file: Path) -> None:
    for query in parse_script(file.read_text(encoding="utf-8")):
        text = generate(query)
        assert parse(text) == query, text
        assert generate(parse(text)) == text


def test_spans_lie_in_their_parents() -> None:
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        for query in parse_script(text):
            begin, end = query.span
            for node in walk(query):
                if node.span != (0, 0):
                    assert begin <= node.span[0] <= node.span[1] <= end, node


def test_the_span_of_a_part_is_its_text() -> None:
    query = parse("MATCH (n:Person) WHERE n.age > 18 AND n.name = 'x' RETURN n.name AS name")
    text = {type(node): query.text[slice(*node.span)] for node in walk(query)}
    assert text[ast.And] == "n.age > 18 AND n.name = 'x'"
    assert text[ast.ProjectionItem] == "n.name AS name"
    assert text[ast.StringLiteral] == "'x'"
    assert text[ast.NodePattern] == "(n:Person)"
