"""Record what Neo4j answers to the cases of corpus files, in place."""

from __future__ import annotations

import argparse
from pathlib import Path

from .record import record_file
from .server import oracle

MEM0 = Path(__file__).parents[2] / "corpus" / "mem0"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.oracle", description=__doc__)
    parser.add_argument(
        "paths", nargs="*", type=Path, default=[MEM0], help="corpus files or folders of them (default: corpus/mem0)"
    )
    paths = parser.parse_args().paths
    files = [file for path in paths for file in (sorted(path.rglob("*.json")) if path.is_dir() else [path])]
    with oracle() as driver:
        for file in files:
            changed = record_file(file, driver)
            print(f"{file}: {len(changed)} changed" + "".join(f"\n  {name}" for name in changed))


if __name__ == "__main__":
    main()
