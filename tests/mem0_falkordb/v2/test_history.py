"""The history of relations: when each was valid, and what ended it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from mem0_falkordb import ConfigurationError, InvalidOwnerError
from mem0_falkordb.v2 import relation_history
from tests.mem0_falkordb.v2.scripted import memory as said
from tests.mem0_falkordb.v2.scripted import say


def moved(memory: Any) -> list[str]:
    ids = []
    for place, obsolete in (("Paris", ()), ("Berlin", ("r0",)), ("Paris", ("r0",))):
        say(said(f"Memory {len(ids)}", f"User | lives in | {place} | 0.8", obsolete=obsolete))
        ids.append(memory.add("…", user_id="alice", run_id="r1")["results"][0]["id"])
    return ids


def test_every_period_is_told_in_order(memory: Any) -> None:
    ids = moved(memory)
    history = relation_history(memory, user_id="alice", relationship="Lives In")
    assert [(one.destination, one.valid, one.memory_ids, one.invalidated_by) for one in history] == [
        ("Paris", False, (ids[0],), ids[1]),
        ("Berlin", False, (ids[1],), ids[2]),
        ("Paris", True, (ids[2],), None),
    ]
    assert {one.confidence for one in history} == {0.8}
    assert {str(one.scope) for one in history} == {str({"user_id": "alice", "run_id": "r1"})}
    times = [datetime.fromisoformat(str(one.created_at)) for one in history]
    assert times == sorted(times)
    assert datetime.fromisoformat(str(history[0].invalidated_at)) >= times[0]
    assert history[2].invalidated_at is None


def test_one_relation_can_be_asked_for_in_any_spelling(memory: Any) -> None:
    moved(memory)
    assert len(relation_history(memory, user_id="alice", source="ALICE", destination="paris")) == 2
    assert relation_history(memory, user_id="alice", destination="Rome") == []
    assert relation_history(memory, user_id="bob") == []
    assert relation_history(memory, user_id="alice", run_id="r2") == []


def test_a_deleted_memorys_relation_has_an_end_and_no_contradiction(memory: Any) -> None:
    ids = moved(memory)
    memory.delete(ids[2])
    last = relation_history(memory, user_id="alice")[-1]
    assert (last.valid, last.invalidated_by, last.memory_ids) == (False, None, (ids[2],))
    assert last.invalidated_at is not None


def test_somebody_must_be_named_and_have_a_graph(memory: Any) -> None:
    with pytest.raises(InvalidOwnerError):
        relation_history(memory)
    with pytest.raises(ConfigurationError, match="register"):
        relation_history(object(), user_id="alice")
