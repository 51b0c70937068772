"""corpus/rewrites: a query and its whole translation."""

from __future__ import annotations

from cypher_translate import translate
from tests.language.cases import Case, cases, each


@each(cases("rewrites"))
def test_the_translation(case: Case) -> None:
    assert translate(case.query).text == case.expected
