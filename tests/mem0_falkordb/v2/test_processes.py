"""Several processes write for one user at once: no entity twice, no relation lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from tests.mem0_falkordb.v2.asking import relations, rows

Configure = Callable[..., dict[str, Any]]

PROCESSES, ADDS = 3, 6

WRITER = """
import json, sys
from mem0 import Memory
from mem0.utils.factory import EmbedderFactory, LlmFactory
from mem0_falkordb import register
from tests.mem0_falkordb.v2 import scripted
register()
LlmFactory.register_provider("scripted", "tests.mem0_falkordb.v2.scripted.ScriptedModel")
EmbedderFactory.provider_to_class["scripted"] = "tests.mem0_falkordb.scripted.Embedder"
number, adds, config = int(sys.argv[1]), int(sys.argv[2]), json.loads(sys.argv[3])
memory = Memory.from_config(config)
print("ready", flush=True)
sys.stdin.readline()
for add in range(adds):
    scripted.say(scripted.memory(
        f"Memory {number} {add}",
        "User | works at | Acme", f"User | met | person {add}", f"person {add} | knows | writer {number}",
    ))
    answer = memory.add(f"Message {number} {add}", user_id="alice")
    assert "error" not in answer["relations"], answer
    assert len(answer["relations"]["added_entities"]) == 3, answer
"""


def test_processes_share_a_graph(configure: Configure, memory: Any) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    writers = []
    for number in range(PROCESSES):
        command = [sys.executable, "-c", WRITER, str(number), str(ADDS), json.dumps(configure())]
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        writers.append(subprocess.Popen(command, text=True, env=environment, **pipes))
    try:
        for writer in writers:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n", writer.communicate()[1]
        for writer in writers:
            assert writer.stdin is not None
            writer.stdin.write("go\n")
            writer.stdin.flush()
        for writer in writers:
            _, errors = writer.communicate(timeout=120)
            assert writer.returncode == 0, errors
    finally:
        for writer in writers:
            if writer.poll() is None:
                writer.kill()
    people, others = range(ADDS), range(PROCESSES)
    expected = {("alice", "works_at", "Acme")}
    expected |= {("alice", "met", f"person {add}") for add in people}
    expected |= {(f"person {add}", "knows", f"writer {number}") for add in people for number in others}
    assert relations(memory, user_id="alice") == expected
    assert rows(memory, "MATCH (n) RETURN count(n) AS entities, count(DISTINCT n.key) AS keys") == [
        {"entities": 2 + ADDS + PROCESSES, "keys": 2 + ADDS + PROCESSES}
    ]
    assert rows(memory, "MATCH ()-[r]->() RETURN count(r) AS edges") == [{"edges": len(expected)}]
    assert rows(memory, "MATCH ()-[r:works_at]->() RETURN size(r.memory_ids) AS n, r.mentions AS mentions") == [
        {"n": PROCESSES * ADDS, "mentions": PROCESSES * ADDS}
    ]
