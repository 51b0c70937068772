"""The tests of each generation of Mem0, with its real releases.

``tools/mem0_environments.py`` (part of `make test`) unpacks them; one that is not there is skipped.
"""

from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.mem0_environments import FOLDER, VERSIONS

HERE = Path(__file__).resolve().parent


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_release(version: str) -> None:
    generation = "v2" if version.startswith("2.") else "v1"
    if version == importlib.metadata.version("mem0ai"):
        pytest.skip(f"Mem0 {version} is installed here: tests/mem0_falkordb/{generation} runs with it directly")
    if not (FOLDER / version).is_dir():
        pytest.skip(f"Mem0 {version} is not unpacked: python tools/mem0_environments.py {version}")
    path = os.pathsep.join(filter(None, [str(FOLDER / version), os.environ.get("PYTHONPATH")]))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", "-p", "no:xdist", HERE / generation],
        cwd=HERE.parents[1],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    print(done.stdout[-3_000:])
    assert done.returncode == 0, done.stdout + done.stderr
