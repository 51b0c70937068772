"""Lists in parameters as Neo4j stores them: the given ones stay as they are, and so do other libraries' values."""

from __future__ import annotations

import pytest

from cypher_translate import CypherRuntimeError
from cypher_translate.falkordb.stored_lists import with_storable_lists
from cypher_translate.plan import Stored


def test_only_what_must_change_is_made_anew() -> None:
    given = {"rows": [{"v": [1, 2.5], "w": [1]}, {"v": 1}, {}, None], "other": [1, 2.5]}
    stored = (Stored("rows", (None, "v")), Stored("rows", (None, "w")), Stored("missing"))
    changed = with_storable_lists(given, stored)
    assert changed == {"rows": [{"v": [1.0, 2.5], "w": [1]}, {"v": 1}, {}, None], "other": [1, 2.5]}
    assert list(map(type, changed["rows"][0]["v"])) == [float, float]  # type: ignore[index]
    assert list(map(type, given["rows"][0]["v"])) == [int, float]  # type: ignore[index]
    assert with_storable_lists(given, (Stored("rows", (None, "w")), Stored("other", ("x",)))) is given


@pytest.mark.parametrize("values", [[1, "a"], [True, 1], [[1]], [(1,), (2,)], [1, None]])
def test_others_are_refused(values: list[object]) -> None:
    for parameters, stored in (({"p": values}, Stored("p")), ({"p": {"v": values}}, Stored("p", (), True))):
        with pytest.raises(CypherRuntimeError, match="InvalidPropertyType"):
            with_storable_lists(parameters, (stored,))


@pytest.mark.parametrize("values", [[], ["a", "b"], (1, 2), [1.5], [{"a": 1}], [object(), 1]])
def test_and_others_left_alone(values: object) -> None:
    parameters = {"p": values}
    assert with_storable_lists(parameters, (Stored("p"),)) is parameters
