"""tools/python.sh: what `make` builds the environment with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "tools" / "python.sh"
FAILS = "#!/bin/sh\necho 'pyenv: command not found' >&2\nexit 127\n"
WORKS = f'#!/bin/sh\nexec {sys.executable} "$@"\n'

pytestmark = pytest.mark.skipif(sys.version_info < (3, 12), reason="finds the Python that runs it: 3.12 or later")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home folder with an empty `bin`; no other program can be seen."""
    (tmp_path / "bin").mkdir()
    return tmp_path


def program(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def find(home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    variables = {"HOME": str(home), "PATH": str(home / "bin"), **environment}
    return subprocess.run(["/bin/sh", str(SCRIPT)], env=variables, capture_output=True, text=True, check=False)


def test_a_shim_that_fails_is_passed_over(home: Path) -> None:
    program(home / "bin" / "python3.12", FAILS)
    program(home / "bin" / "python3.13", WORKS)
    assert find(home).stdout.strip() == sys.executable


def test_an_inactive_version_of_pyenv_is_found(home: Path) -> None:
    program(home / "bin" / "python3", FAILS)
    program(home / ".pyenv" / "versions" / "3.12.7" / "bin" / "python", WORKS)
    assert find(home).stdout.strip() == sys.executable


def test_pyenv_is_found_by_its_shims_on_the_path(home: Path) -> None:
    program(home / "pyenv" / "shims" / "python3", FAILS)
    program(home / "pyenv" / "versions" / "3.12.7" / "bin" / "python", WORKS)
    path = os.pathsep.join([str(home / "pyenv" / "plugin" / "shims"), str(home / "pyenv" / "shims")])
    assert find(home, PATH=path).stdout.strip() == sys.executable


def test_the_version_chosen_in_pyenv_comes_first(home: Path) -> None:
    program(home / "bin" / "python3", "#!/bin/sh\necho other\n")
    program(home / "pyenv" / "versions" / "3.13.0" / "bin" / "python", WORKS)
    assert find(home).stdout.strip() == "other"
    found = find(home, PYENV_ROOT=str(home / "pyenv"), PYENV_VERSION="3.13.0")
    assert found.stdout.strip() == sys.executable


def test_a_named_python_is_the_only_candidate(home: Path) -> None:
    program(home / "bin" / "python3", WORKS)
    assert find(home, PYTHON="python3").stdout.strip() == sys.executable
    refused = find(home, PYTHON="/missing/python")
    assert refused.returncode == 1
    assert "PYTHON=/missing/python" in refused.stderr
    assert refused.stdout == ""


def test_an_old_python_will_not_do(home: Path) -> None:
    program(home / "bin" / "python3", f"#!/bin/sh\nexec {sys.executable} -c 'import sys; sys.exit(1)'\n")
    found = find(home, PYTHON="python3")
    assert found.returncode == 1
    assert "at least 3.12" in found.stderr
