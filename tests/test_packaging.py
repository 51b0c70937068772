"""The archives that are published: what is in them, and that an installed wheel works away from the checkout."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
QUERY = "MATCH (n) WHERE elementId(n) = $id RETURN n.name AS name"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def build(kind: str, source: Path, target: Path) -> Path:
    """Build a wheel or an sdist with this environment's own hatchling, so that no network is needed."""
    pytest.importorskip("hatchling", reason="needs hatchling: make venv")
    code = f"import hatchling.build as b, sys; print(b.build_{kind}(sys.argv[1]), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, str(target)], cwd=source, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return target / done.stderr.splitlines()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a clean environment with the wheel and, from this one, its base dependencies."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, symlinks=True, with_pip=False)
    python = folder / "bin" / "python"
    site = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
    subprocess.run([*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)], check=True)
    for name in ("lark", "falkordb", "redis", "dateutil", "six"):
        found = importlib.util.find_spec(name)
        assert found is not None
        assert found.origin is not None
        origin = Path(found.origin)
        source = origin.parent if origin.name == "__init__.py" else origin
        (site / source.name).symlink_to(source)
    return python


def run(python: Path, *arguments: str, stdin: str = "") -> str:
    # Isolated and elsewhere: nothing of the checkout can be imported by chance.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(python), *arguments],
        cwd=python.parent,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_wheel_carries_grammar_tables_and_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "cypher_translate/cypher.lark",
        "cypher_translate/tables.json",
        "cypher_translate/py.typed",
        "mem0_falkordb/py.typed",
    } <= names
    folders = {name.partition("/")[0] for name in names}
    assert folders == {"cypher_translate", "mem0_falkordb", f"mem0_falkordb-{VERSION}.dist-info"}


def test_wheel_has_the_servers_functions(wheel: Path) -> None:
    source = ROOT / "src" / "cypher_translate" / "falkordb" / "functions"
    expected = {f"cypher_translate/falkordb/functions/{path.name}" for path in source.glob("*.js")}
    assert expected
    assert expected <= set(zipfile.ZipFile(wheel).namelist())


def test_base_dependencies_are_two(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    metadata = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    required = [line for line in archive.read(metadata).decode().splitlines() if line.startswith("Requires-Dist:")]
    base = {line.split()[1].split("<")[0].split(">")[0] for line in required if "extra ==" not in line}
    assert base == {"lark", "falkordb"}


def test_sdist_builds_the_same_wheel(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    assert (source / "grammar" / "cypher.lark").is_file()
    assert (source / "src" / "cypher_translate" / "tables.json").is_file()
    again = build("wheel", source, tmp_path)
    assert set(zipfile.ZipFile(again).namelist()) == set(zipfile.ZipFile(wheel).namelist())


def test_installed_wheel_translates(installed: Path) -> None:
    code = f"import cypher_translate as ct; print(ct.__file__); print(ct.translate({QUERY!r}).text)"
    file, text = run(installed, "-I", "-c", code).splitlines()
    assert Path(file).is_relative_to(installed.parent.parent)
    assert "elementId" not in text


def test_installed_command_translates(installed: Path) -> None:
    printed = run(installed.with_name("cypher-translate"), "-", stdin=QUERY)
    assert "id(n) = $id" in printed


def test_version_is_that_of_the_changelog() -> None:
    assert f"\n## {VERSION}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
