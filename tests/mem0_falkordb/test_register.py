"""register() on a Mem0 that is missing or too old, and more than once. What it does on each release: test_releases."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"

TWICE = """
import sys
sys.path[:0] = sys.argv[1:]
if len(sys.argv) == 2:
    sys.modules["mem0"] = None
from mem0_falkordb import UnsupportedMem0Error, register
for _ in range(2):
    try:
        register()
    except UnsupportedMem0Error as error:
        print(error)
"""


def registered(*paths: Path) -> list[str]:
    """What register() says, called twice in a process that finds packages in `paths` first."""
    command = [sys.executable, "-c", TWICE, str(SOURCE), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.splitlines()


def package(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def test_without_mem0_every_call_says_what_to_install() -> None:
    first, second = registered()
    assert first == second
    assert "Mem0 is not installed" in first
    assert "pip install 'mem0-falkordb[mem0]'" in first


@pytest.mark.parametrize("has_factory", [False, True])
def test_an_old_mem0_every_call_names_it(tmp_path: Path, has_factory: bool) -> None:
    old = {
        "mem0/__init__.py": "",
        "mem0/graphs/__init__.py": "",
        "mem0/memory/__init__.py": "",
        "mem0/memory/main.py": "class Memory:\n    def get_all(self, user_id=None): ...\n",
        "mem0/memory/graph_memory.py": "class MemoryGraph: ...\n",
        "mem0/utils/__init__.py": "",
        "mem0/utils/factory.py": "class GraphStoreFactory: ...\n" if has_factory else "",
        "mem0ai-0.1.115.dist-info/METADATA": "Metadata-Version: 2.1\nName: mem0ai\nVersion: 0.1.115\n",
    }
    first, second = registered(package(tmp_path, old))
    assert first == second
    assert "Mem0 0.1.115 has no place" in first
    assert "0.1.116 to 1.0.11, or 2.0 and later" in first


def test_another_package_of_that_name(tmp_path: Path) -> None:
    (first, _) = registered(package(tmp_path, {"mem0/__init__.py": ""}))
    assert "has no place" in first


def test_the_package_is_imported_without_mem0_and_without_pydantic() -> None:
    program = "import sys; sys.modules.update(mem0=None, pydantic=None, click=None); import mem0_falkordb"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60, cwd=SOURCE)
