"""corpus/checks: what Neo4j 5.26 refuses when it compiles a query is refused, what it accepts is accepted."""

from __future__ import annotations

import pytest

from cypher_translate import CypherSyntaxError, parse
from cypher_translate.semantics import analyse
from tests.language.cases import Case, cases, each


@each(cases("checks"))
def test_the_verdict(case: Case) -> None:
    if case.expected == "accepted":
        analyse(parse(case.query))
        return
    with pytest.raises(CypherSyntaxError) as raised:
        analyse(parse(case.query))
    assert raised.value.code == case.expected
    assert raised.value.status.startswith("Neo.")
    assert raised.value.span != (0, 0), "an error tells its place"
