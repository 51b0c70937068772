"""Names made comparable, and JSON made readable: the examples in the code, and odd input."""

from __future__ import annotations

import doctest
import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mem0_falkordb.v2 import names
from mem0_falkordb.v2.answers import MAX_DEPTH, json_objects


@pytest.mark.parametrize("module", ["names", "answers"])
def test_examples(module: str) -> None:
    results = doctest.testmod(importlib.import_module(f"mem0_falkordb.v2.{module}"))
    assert results.attempted
    assert not results.failed


@given(st.text())
def test_a_relationship_type_is_short_and_safe(text: str) -> None:
    kind = names.relationship_type(text)
    assert len(kind) <= names.MAX_TYPE
    assert not set(kind) & set(" `'\"\\;(){}[]|:$\n")


@given(st.text())
def test_a_key_is_stable_and_empty_for_blanks_only(text: str) -> None:
    assert bool(names.key(text)) == bool(text.replace("_", " ").split())
    assert names.key(names.key(text)) == names.key(text)


@pytest.mark.parametrize("text", ["C++", "Node.js", "O'Brien", "AT&T"])
def test_marks_inside_a_name_stay(text: str) -> None:
    assert names.key(text) == text.casefold()


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner)))
def test_any_object_is_read_from_prose(value: object) -> None:
    import json

    text = json.dumps({"memory": value}, ensure_ascii=False)
    assert json_objects(f"Sure:\n```json\n{text}\n```") == [{"memory": value}]


@given(st.text(alphabet='{}[]",:\\ a1', max_size=60))
def test_nothing_that_a_model_sends_is_an_error(text: str) -> None:
    assert all(isinstance(found, dict) for found in json_objects(text))


@pytest.mark.parametrize("text", ["{" * 100_000, '{"a":' * 50_000, '[{"a":1},' * 20_000, "{" + '"' * 99_999])
def test_huge_nonsense_ends(text: str) -> None:
    assert len(json_objects("{" + text)) <= 2_000
    assert MAX_DEPTH < 1_000
