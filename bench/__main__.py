"""`python -m bench`: measure everything and write docs/BENCHMARKS.md. `python -m bench cold hot` prints parts only."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from bench import processes, server, translation

PAGE = Path(__file__).parent.parent / "docs" / "BENCHMARKS.md"

PARTS: dict[str, tuple[str, Callable[[], str]]] = {
    "cold": ("Cold translation", translation.cold),
    "length": ("Long texts", translation.by_length),
    "hot": ("Hot translation", translation.hot),
    "server": ("The adapter", server.report),
    "processes": ("Whole processes", processes.report),
}


def main(names: list[str]) -> None:
    if unknown := set(names) - PARTS.keys():
        sys.exit(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    sections = []
    for name in names or PARTS:
        title, measure = PARTS[name]
        print(f"measuring: {title.lower()}", file=sys.stderr, flush=True)
        sections.append(f"## {title}\n\n{_introduction(measure)}\n\n{measure()}\n")
    if names:
        print("\n".join(sections))
        return
    PAGE.write_text("\n".join([_head(), *sections]), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(Path.cwd())}", file=sys.stderr)


def _introduction(measure: Callable[[], str]) -> str:
    """What is measured, in the words of the function that measures it."""
    text = " ".join((measure.__doc__ or "").removeprefix("Markdown: ").split())
    return text[:1].upper() + text[1:]


def _head() -> str:
    packages = ("lark", "falkordb", "falkordblite", "cypherast")
    versions = ", ".join(f"{package} {version(package)}" for package in packages)
    return (
        "# Benchmarks\n\n"
        "Written by `make bench`; do not edit. Ratios compare figures of this one run.\n\n"
        f"- Machine: {_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}\n"
        f"- Versions: Python {platform.python_version()}, {versions}\n"
    )


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "unknown processor")


if __name__ == "__main__":
    main(sys.argv[1:])
