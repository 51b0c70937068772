"""corpus/errors: the whole message that a person gets for a mistake."""

from __future__ import annotations

import pytest

from cypher_translate import CypherError, translate
from tests.language.cases import Case, cases, each


@each(cases("errors"))
def test_the_message(case: Case) -> None:
    with pytest.raises(CypherError) as raised:
        translate(case.query)
    assert str(raised.value) == case.expected
