"""Which operations work with which release of Mem0: tried on each, and written into the documentation.

``python tools/mem0_table.py`` runs every release in ``.mem0`` (see tools/mem0_environments.py) with Memory and
AsyncMemory on an embedded graph, and writes the table into docs/MEM0_VERSIONS.md and between the markers in README.md.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "MEM0_VERSIONS.md"
README = ROOT / "README.md"
BEGIN, END = "<!-- mem0-versions: written by tools/mem0_table.py -->", "<!-- /mem0-versions -->"

Check = Callable[["Session"], Awaitable[bool]]


class Session:
    """One Memory or AsyncMemory; `do` calls a method of either, in the words of its generation."""

    def __init__(self, memory: Any, has_filters: bool) -> None:
        self.memory = memory
        self.has_filters = has_filters

    async def do(self, name: str, *args: Any, user: str = "", **kwargs: Any) -> Any:
        if user and self.has_filters and name in ("search", "get_all"):
            kwargs["filters"] = {"user_id": user}
        elif user:
            kwargs["user_id"] = user
        result = getattr(self.memory, name)(*args, **kwargs)
        return await result if inspect.isawaitable(result) else result

    async def relations(self, user: str) -> set[tuple[str, str, str]]:
        found = (await self.do("get_all", user=user))["relations"]
        return {triple(item) for item in found}

    def graphs(self) -> list[str]:
        graph = self.memory.graph
        registry = graph.registry if self.has_filters else graph.graph.registry
        return [one.name for one in registry.graphs()]


def triple(item: dict[str, str]) -> tuple[str, str, str]:
    """A relation in lower case with underscores, as 1.x has it; 1.x says "target" in places."""
    names = (item["source"], item["relationship"], item.get("destination", item.get("target", "")))
    source, relationship, destination = (name.casefold().replace(" ", "_") for name in names)
    return source, relationship, destination


async def add(session: Session) -> bool:
    from mem0_falkordb.demo import story

    answers = [await session.do("add", text, user="alice") for text in (story.ALICE_SAYS, story.MORE_FROM_ALICE)]
    answers.append(await session.do("add", story.BOB_SAYS, user="bob"))
    return all(answer["relations"]["added_entities"] for answer in answers)


async def search(session: Session) -> bool:
    from mem0_falkordb.demo import story

    answer = await session.do("search", story.ALICES_WORK, user="alice")
    return bool(answer["results"]) and ("alice", "works_at", "acme") in {triple(one) for one in answer["relations"]}


async def get_all(session: Session) -> bool:
    return ("acme", "is_based_in", "lyon") in await session.relations("alice")


async def isolation(session: Session) -> bool:
    alice, bob = await session.relations("alice"), await session.relations("bob")
    return bool(alice) and bool(bob) and not alice & bob and len(session.graphs()) == 2


async def changed_fact(session: Session) -> bool:
    from mem0_falkordb.demo import story

    await session.do("add", story.ALICE_MOVES, user="alice")
    homes = {destination for _, kind, destination in await session.relations("alice") if kind == "lives_in"}
    return homes == {"berlin"}


async def history(session: Session) -> bool:
    memories = (await session.do("get_all", user="alice"))["results"]
    return bool(await session.do("history", memories[0]["id"]))


async def update(session: Session) -> bool:
    memories = (await session.do("get_all", user="alice"))["results"]
    (lyon,) = (item for item in memories if "Lyon" in item["memory"])
    await session.do("update", lyon["id"], "Acme is based in Lyon")
    await session.do("update", lyon["id"], "Acme has moved away")
    memories = (await session.do("get_all", user="alice"))["results"]
    return any(item["memory"] == "Acme has moved away" for item in memories)


async def delete(session: Session) -> bool:
    memories = (await session.do("get_all", user="alice"))["results"]
    (cello,) = (item for item in memories if "cello" in item["memory"])
    await session.do("delete", cello["id"])
    return ("clara", "plays", "cello") not in await session.relations("alice")


async def delete_all(session: Session) -> bool:
    await session.do("delete_all", user="bob")
    return not await session.relations("bob") and not any("bob" in name for name in session.graphs())


async def reset(session: Session) -> bool:
    await session.do("reset")
    return session.graphs() == []


CHECKS: dict[str, Check] = {
    "add": add,
    "search": search,
    "get_all": get_all,
    "a graph for each user": isolation,
    "a fact that changes": changed_fact,
    "history": history,
    "update": update,
    "delete": delete,
    "delete_all": delete_all,
    "reset": reset,
}


async def probe(kind: str, folder: Path) -> dict[str, str]:
    """What each check says with the Mem0 that is imported here: "yes", or why not."""
    import mem0
    from mem0.utils.factory import EmbedderFactory, LlmFactory

    from mem0_falkordb import register
    from mem0_falkordb.demo.embedder import DIMENSIONS

    register()
    LlmFactory.register_provider("canned", "mem0_falkordb.demo.model.CannedModel")
    EmbedderFactory.provider_to_class["wordllama"] = "mem0_falkordb.demo.embedder.WordLlamaEmbedder"
    made = getattr(mem0, kind).from_config(
        {
            "graph_store": {"provider": "falkordb", "config": {"path": str(folder / "graphs.rdb")}},
            "vector_store": {
                "provider": "qdrant",
                # In memory: AsyncMemory deletes in several threads, and Qdrant's files take one at a time.
                "config": {"path": ":memory:", "embedding_model_dims": DIMENSIONS},
            },
            "embedder": {"provider": "wordllama"},
            "llm": {"provider": "canned"},
            "history_db_path": str(folder / "history.db"),
            "version": "v1.1",
        }
    )
    memory = await made if inspect.isawaitable(made) else made
    session = Session(memory, has_filters="filters" in inspect.signature(memory.get_all).parameters and memory_is_2())
    answers = {}
    for name, check in CHECKS.items():
        try:
            answers[name] = "yes" if await check(session) else "no"
        except Exception as error:
            answers[name] = f"{type(error).__name__}: {error}".replace("\n", " ")[:80]
    return answers


def memory_is_2() -> bool:
    """Whether the Mem0 that is imported here has no graph memory of its own."""
    import importlib.util

    return importlib.util.find_spec("mem0.memory.graph_memory") is None


def ask(version: str, kind: str) -> dict[str, str]:
    """Probe one release in a process of its own."""
    from tools.mem0_environments import FOLDER

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        path = os.pathsep.join([str(FOLDER / version), str(ROOT / "src"), str(ROOT)])
        environment = {**os.environ, "PYTHONPATH": path, "MEM0_DIR": name, "MEM0_TELEMETRY": "False"}
        command = [sys.executable, __file__, "--probe", kind, name]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180, check=False)
    if done.returncode:
        raise SystemExit(f"Mem0 {version}: {done.stderr}")
    answers: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return answers


def table(versions: list[str]) -> str:
    """The table, in Markdown: an operation on each line, a release in each column."""
    columns = {version: [ask(version, kind) for kind in ("Memory", "AsyncMemory")] for version in versions}
    lines = ["| | " + " | ".join(versions) + " |", "| --- |" + " --- |" * len(versions)]
    for name in CHECKS:
        cells = [" / ".join(dict.fromkeys(answers[name] for answers in columns[version])) for version in versions]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Probe every release that is there, and write the table."""
    from tools.mem0_environments import FOLDER, VERSIONS

    versions = [version for version in VERSIONS if (FOLDER / version).is_dir()]
    text = table(versions)
    note = "Tried by `tools/mem0_table.py` with Memory and AsyncMemory of each release, on an embedded FalkorDB.\n"
    DOCUMENT.write_text(f"# Mem0's releases and operations\n\n{note}\n{text}\n")
    if README.exists() and BEGIN in (readme := README.read_text()):
        before, _, rest = readme.partition(BEGIN)
        README.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}")
    print(text)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--probe"]:
        print(json.dumps(asyncio.run(probe(sys.argv[2], Path(sys.argv[3])))))
    else:
        sys.path.insert(0, str(ROOT))
        main()
