"""The examples run, with a scripted model, embedder and server in place of the paid and installed ones."""

from __future__ import annotations

import importlib
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.mem0_falkordb.v2 import scripted
from tests.mem0_falkordb.v2.scripted import memory as said
from tests.mem0_falkordb.v2.scripted import say

EXAMPLES = Path(__file__).parents[3] / "examples"
Configure = Callable[..., dict[str, Any]]


def offline(configure: Configure, config: dict[str, Any]) -> dict[str, Any]:
    """An example's configuration, with what it needs from outside replaced; its options are checked all the same."""
    from mem0_falkordb.v2.config import parse_graph_store

    parsed, _ = parse_graph_store(config["graph_store"])
    return configure(extraction=parsed.extraction)


@pytest.mark.parametrize("name", ["openai_memory", "ollama_memory", "embedded_memory", "cloud_memory"])
def test_an_example_runs(
    configure: Configure, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    from mem0 import Memory

    from_config = Memory.from_config.__func__  # type: ignore[attr-defined]
    monkeypatch.setattr(Memory, "from_config", lambda config: from_config(Memory, offline(configure, config)))
    monkeypatch.setenv("FALKORDB_URL", "falkors://user:password@example.com:6380")
    separate = "separate" in (EXAMPLES / f"{name}.py").read_text()
    for place in ("Paris", "Berlin"):
        say(said(f"User lives in {place}", f"User | lives in | {place}"))
        if separate:
            say(said("", f"User | lives in | {place}"))
    runpy.run_path(str(EXAMPLES / f"{name}.py"))
    assert "Paris" in capsys.readouterr().out
    scripted.answers.clear()


def test_the_web_service(configure: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
    testclient = pytest.importorskip("fastapi.testclient", reason="needs pip install fastapi httpx")
    service = importlib.import_module("examples.fastapi_memory")
    monkeypatch.setattr(service, "CONFIG", configure())
    with testclient.TestClient(service.app) as client:
        say(said("User works at Acme", "User | works at | Acme"))
        stored = client.post("/alice", json={"text": "I work at Acme."}).json()
        assert stored["relations"]["added_entities"][0]["destination"] == "Acme"
        assert client.get("/alice", params={"question": "works at Acme"}).json()["relations"]
        assert client.get("/bob", params={"question": "works at Acme"}).json()["relations"] == []
