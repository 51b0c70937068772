"""Tell the story: two users, a search, a fact that changes, a deletion, and the graph that is left."""

from __future__ import annotations

import importlib.metadata
import logging
import os
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.panel import Panel

from mem0_falkordb import register
from mem0_falkordb.demo import story
from mem0_falkordb.demo.drawing import arrow, graph_tree, relation_table
from mem0_falkordb.demo.embedder import DIMENSIONS

console = Console(highlight=False)


class Demo:
    """The same steps on either generation of Mem0, which name the scope of a search differently."""

    def __init__(self, folder: Path) -> None:
        import mem0

        self.version = getattr(mem0, "__version__", "") or importlib.metadata.version("mem0ai")
        self.has_filters = int(self.version.split(".")[0]) >= 2
        self.real_model = bool(os.environ.get("OPENAI_API_KEY"))
        self.memory = mem0.Memory.from_config(_config(folder, self.real_model))

    def scope(self, user: str) -> dict[str, Any]:
        return {"filters": {"user_id": user}} if self.has_filters else {"user_id": user}

    def say(self, user: str, message: str) -> None:
        answer = self.memory.add(message, user_id=user)
        console.print(f"\n[bold]{user}:[/] {message}")
        for item in answer["results"]:
            console.print(f"  [green]remembered[/] {item['memory']}")
        for label, key in (("[green]related[/]   ", "added_entities"), ("[red]no longer[/] ", "deleted_entities")):
            for item in _flat(answer["relations"].get(key) or []):
                console.print(f"  {label} {arrow(item)}")

    def ask(self, user: str, question: str) -> None:
        answer = self.memory.search(question, **self.scope(user))
        console.print(f"\n[bold]{question}[/]  [dim](asked of {user}'s memory)[/]")
        for item in answer["results"][:2]:
            console.print(f"  {item['memory']}  [dim]{item['score']:.2f}[/]")
        if not answer["results"] and not answer["relations"]:
            console.print("  nothing")
        console.print(relation_table(answer["relations"][:4]))

    def relations(self, user: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.memory.get_all(**self.scope(user))["relations"]
        return found

    def graphs(self) -> list[str]:
        graph = self.memory.graph
        registry = graph.registry if self.has_filters else graph.graph.registry
        return [one.name for one in registry.graphs()]

    def memory_id(self, user: str, text: str) -> str:
        items = self.memory.get_all(**self.scope(user))["results"]
        return str(next(item["id"] for item in items if text in item["memory"]))


def run(demo: Demo) -> None:
    """All steps, in order."""
    console.rule("1. Two users talk")
    demo.say("alice", story.ALICE_SAYS)
    demo.say("alice", story.MORE_FROM_ALICE)
    demo.say("bob", story.BOB_SAYS)

    console.rule("2. Each has a graph of their own")
    console.print("graphs in FalkorDB:", ", ".join(f"[cyan]{name}[/]" for name in demo.graphs()))
    demo.ask("alice", story.BOBS_WORK)
    demo.ask("bob", story.BOBS_WORK)

    console.rule("3. A search finds memories, and the relations around them")
    demo.ask("alice", story.ALICES_WORK)
    demo.ask("alice", story.AN_INSTRUMENT)

    console.rule("4. A fact changes: the old relation is kept as history, and no longer true")
    demo.say("alice", story.ALICE_MOVES)
    if demo.has_filters:
        _show_history(demo)

    console.rule("5. Deleting")
    if not demo.real_model:
        demo.memory.delete(demo.memory_id("alice", "cello"))
        console.print("\nAlice's memory of the cello is deleted, and its relations with it.")
    demo.memory.delete_all(user_id="bob")
    console.print("All of Bob's memories are deleted; the graphs left:", ", ".join(demo.graphs()))

    console.rule("6. Alice's graph")
    relations = demo.relations("alice")
    console.print(
        graph_tree(next((r["source"] for r in relations if r["source"].lower() == "alice"), "alice"), relations)
    )


def _show_history(demo: Demo) -> None:
    from mem0_falkordb.v2 import relation_history

    console.print("\n[bold]Where Alice has lived[/]")
    for period in relation_history(demo.memory, user_id="alice", relationship="lives_in"):
        until = period.invalidated_at[:19] if period.invalidated_at else "now"
        console.print(f"  [cyan]{period.destination}[/]  [dim]{(period.created_at or '')[:19]} – {until}[/]")


def _flat(items: list[Any]) -> list[dict[str, Any]]:
    """Mem0 1.x reports a list of lists."""
    return [one for item in items for one in (item if isinstance(item, list) else [item])]


def _config(folder: Path, real_model: bool) -> dict[str, Any]:
    return {
        "graph_store": {"provider": "falkordb", "config": {"path": str(folder / "graphs.rdb")}},
        "vector_store": {
            "provider": "qdrant",
            "config": {"path": str(folder / "vectors"), "embedding_model_dims": DIMENSIONS},
        },
        "embedder": {"provider": "wordllama"},
        "llm": {"provider": "openai", "config": {"model": "gpt-4o-mini"}} if real_model else {"provider": "canned"},
        "history_db_path": str(folder / "history.db"),
        "version": "v1.1",
    }


def main() -> None:
    """Run the demo in a folder of its own, which is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="mem0-falkordb-demo-", ignore_cleanup_errors=True) as name:
        os.environ.setdefault("MEM0_TELEMETRY", "False")
        os.environ.setdefault("MEM0_DIR", str(Path(name) / "mem0"))
        logging.disable(logging.WARNING)
        from mem0.utils.factory import EmbedderFactory, LlmFactory

        register()
        LlmFactory.register_provider("canned", "mem0_falkordb.demo.model.CannedModel")
        EmbedderFactory.provider_to_class["wordllama"] = "mem0_falkordb.demo.embedder.WordLlamaEmbedder"
        demo = Demo(Path(name))
        model = (
            "OpenAI's gpt-4o-mini"
            if demo.real_model
            else "[yellow]canned answers[/] (set OPENAI_API_KEY for a real one)"
        )
        console.print(
            Panel(
                f"Mem0 [bold]{demo.version}[/], FalkorDB embedded in this process, {DIMENSIONS}-dimensional sentence "
                f"embeddings of wordllama.\nLanguage model: {model}.",
                title="Mem0 with a graph for each user",
            )
        )
        run(demo)


if __name__ == "__main__":
    main()
