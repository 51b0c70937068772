"""An instance without ``graph_store`` is Mem0's own, to the byte."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.mem0_falkordb.v2 import scripted

Configure = Callable[..., dict[str, Any]]

# The same session with and without register(); what differs by chance (ids, times) is replaced.
SESSION = """
import inspect, itertools, json, sys, uuid
import mem0
from mem0 import AsyncMemory, Memory
from mem0.configs.base import MemoryConfig
from mem0.utils.factory import EmbedderFactory, LlmFactory
if sys.argv[1] == "registered":
    from mem0_falkordb import register
    register()
    register()
numbers = itertools.count(1)
import mem0.memory.main as main
main.uuid.uuid4 = lambda: uuid.UUID(int=next(numbers))
LlmFactory.register_provider("scripted", "tests.mem0_falkordb.v2.scripted.ScriptedModel")
EmbedderFactory.provider_to_class["scripted"] = "tests.mem0_falkordb.scripted.Embedder"
from tests.mem0_falkordb.v2 import scripted
config = json.loads(sys.argv[2])
memory = Memory.from_config(config)
seen = [sorted(vars(memory)), json.dumps(MemoryConfig(**config).model_dump(), default=str)]
def note(value):
    seen.append(json.loads(json.dumps(value, default=str)))
scripted.say({"text": "User works at Acme"}, {"text": "User lives in Paris"})
note(memory.add("I work at Acme and live in Paris", user_id="alice"))
note(memory.search("Acme", filters={"user_id": "alice"}))
note(memory.get_all(filters={"user_id": "alice"}))
first = memory.get_all(filters={"user_id": "alice"})["results"][0]["id"]
note(memory.update(first, "User works at Beta"))
note(memory.history(first))
note(memory.delete(first))
note(memory.delete_all(user_id="alice"))
for wrong in (lambda: memory.add(), lambda: memory.search("x"), lambda: memory.add("x", user_id="u", foo=1)):
    try:
        note(wrong())
    except Exception as error:
        note([type(error).__name__, str(error)])
for one in (Memory, AsyncMemory):
    for name, method in inspect.getmembers(one, callable):
        if not name.startswith("__") or name == "__init__":
            note([name, str(inspect.signature(method)), inspect.iscoroutinefunction(method), method.__doc__])
note([str(message) for message in scripted.prompts])
memory.reset()
memory.close()
text = json.dumps(seen, indent=1)
import re
text = re.sub(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+[^\\"]*", "<time>", text)
text = re.sub(r"0x[0-9a-f]+", "<address>", text)
print(text)
"""


def run(how: str, config: dict[str, Any], folder: Path) -> str:
    settings = {**config, "history_db_path": str(folder / f"{how}.db")}
    settings["vector_store"] = {
        "provider": "qdrant",
        "config": {**config["vector_store"]["config"], "path": ":memory:"},
    }
    settings["history_db_path"] = ":memory:"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, "-c", SESSION, how, json.dumps(settings)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_session_is_the_same_with_and_without_register(configure: Configure, tmp_path: Path) -> None:
    config = configure(graph=False)
    plain, registered = (run(how, config, tmp_path) for how in ("plain", "registered"))
    assert plain == registered
    assert '"relations"' not in plain
    assert len(plain) > 5000


def test_methods_keep_their_signatures(memory: Any) -> None:
    for name in ("add", "search", "get_all", "update", "delete", "delete_all", "reset", "close", "history"):
        method = getattr(type(memory), name)
        original = inspect.unwrap(method)
        assert inspect.signature(method) == inspect.signature(original)
        assert method.__doc__ == original.__doc__


def test_register_twice_wraps_once(memory: Any) -> None:
    from mem0_falkordb import register

    register()
    assert not hasattr(type(memory).add.__wrapped__, "__wrapped__")


def test_graph_and_plain_instances_live_side_by_side(configure: Configure, memory: Any) -> None:
    from mem0 import Memory

    plain = Memory.from_config(configure(graph=False))
    for one in (plain, memory):
        scripted.say({"text": "User sings", "relations": []})
        answer = one.add("I sing", user_id="alice")
        assert ("relations" in answer) == (one is memory)
    assert not hasattr(plain, "graph")


def test_wrong_arguments_are_mem0s_to_refuse(memory: Any) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument"):
        memory.add("x", user_id="alice", flavour="sweet")
    with pytest.raises(Exception, match="user_id"):
        memory.add("x")
    with pytest.raises(ValueError, match="user_id"):
        memory.search("x", filters={})
