"""The command ``mem0-falkordb``, on graphs as Mem0 leaves them."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cypher_translate import FalkorGraph
from mem0_falkordb.cli import main
from mem0_falkordb.owner import Owner
from mem0_falkordb.registry import Registry

FACT = """
CREATE (:__Entity__ {name: $source, user_id: $user})-[:works_at {valid: true}]->
       (:__Entity__ {name: 'acme', user_id: $user}),
       (:__Entity__ {name: $source, user_id: $user})-[:lives_in {valid: false}]->
       (:__Entity__ {name: 'paris', user_id: $user})
"""


class Command:
    """Runs the command on a database that holds the graphs of alice and of the agent planner."""

    def __init__(self, server: Any, address: str) -> None:
        self.registry = Registry(server, f"t{uuid.uuid4().hex}")
        self.options = ["--url", address, "--database", self.registry.database]
        for owner in (Owner("user", "alice"), Owner("agent", "planner")):
            graph = FalkorGraph(server, self.registry.claim(owner))
            graph.query(FACT, {"source": owner.id, "user": owner.id})

    def __call__(self, *arguments: str, answer: str = "") -> Result:
        return CliRunner().invoke(main, [*self.options, *arguments], input=answer)

    def lines(self, *arguments: str) -> list[list[str]]:
        result = self(*arguments)
        assert result.exit_code == 0, result.output
        return [line.split("\t") for line in result.output.splitlines()]


@pytest.fixture
def command(server: Any, address: str) -> Command:
    return Command(server, address)


def test_users(command: Command) -> None:
    database = command.registry.database
    assert command.lines("users") == [
        ["kind", "id", "entities", "relations", "graph"],
        ["agent", "planner", "4", "2", f"{database}_agent:planner"],
        ["user", "alice", "4", "2", f"{database}_alice"],
    ]


def test_show(command: Command) -> None:
    head = ["source", "relationship", "destination"]
    assert command.lines("show", "alice") == [head, ["alice", "works_at", "acme"]]
    assert command.lines("show", "planner", "--kind", "agent") == [head, ["planner", "works_at", "acme"]]
    assert command.lines("show", "alice", "--all") == [
        [*head, "valid"],
        ["alice", "lives_in", "paris", "False"],
        ["alice", "works_at", "acme", "True"],
    ]


def test_stats(command: Command) -> None:
    head, *rows = command.lines("stats")
    assert head == ["kind", "id", "entities", "relations", "MB", "indexes MB"]
    assert [row[:4] for row in rows] == [["agent", "planner", "4", "2"], ["user", "alice", "4", "2"]]
    assert all(row[4].isdigit() and row[5].isdigit() for row in rows)


def test_export(command: Command, tmp_path: Path) -> None:
    output = tmp_path / "alice.jsonl"
    assert command("export", "alice", "-o", str(output)).exit_code == 0
    lines = [json.loads(line) for line in output.read_text().splitlines()]
    nodes = {line["id"]: line for line in lines if line["type"] == "node"}
    edges = [line for line in lines if line["type"] == "relationship"]
    assert sorted(node["properties"]["name"] for node in nodes.values()) == ["acme", "alice", "alice", "paris"]
    assert all(node["labels"] == ["__Entity__"] for node in nodes.values())
    assert sorted((e["label"], nodes[e["end"]["id"]]["properties"]["name"]) for e in edges) == [
        ("lives_in", "paris"),
        ("works_at", "acme"),
    ]
    assert [json.loads(line[0]) for line in command.lines("export", "alice")] == lines


def test_export_of_more_than_one_batch(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mem0_falkordb.cli.BATCH", 3)
    assert len(command.lines("export", "alice")) == 6


def test_drop_asks_first(command: Command) -> None:
    assert command("drop", "alice", answer="n\n").exit_code == 1
    assert len(command.registry.graphs()) == 2
    assert "dropped the graph of user 'alice'" in command("drop", "alice", answer="y\n").output
    assert [graph.owner for graph in command.registry.graphs()] == [Owner("agent", "planner")]


def test_drop_all(command: Command) -> None:
    assert "dropped 2 graphs" in command("drop", "--all", "--yes").output
    assert command.registry.graphs() == []


@pytest.mark.parametrize("arguments", [["show", "bob"], ["export", "bob"], ["drop", "bob", "--yes"]])
def test_who_has_no_graph(command: Command, arguments: list[str]) -> None:
    result = command(*arguments)
    assert result.exit_code == 1
    assert "`mem0-falkordb users` lists who has" in result.output


def test_drop_needs_to_know_what(command: Command) -> None:
    assert command("drop").exit_code == 2
    assert command("drop", "alice", "--all").exit_code == 2


def test_help_needs_no_server() -> None:
    for arguments in (["--help"], ["users", "--help"]):
        result = CliRunner().invoke(main, ["--url", "falkor://nowhere.invalid", *arguments])
        assert result.exit_code == 0, result.output


def test_known_errors_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    result = CliRunner().invoke(main, ["--url", "unix:///nowhere/s", "users"])
    assert result.exit_code == 1
    assert result.output.startswith("Error: no FalkorDB answers at /nowhere/s")
    monkeypatch.setenv("FALKORDB_URL", "http://localhost")
    assert "must begin with" in CliRunner().invoke(main, ["users"]).output
