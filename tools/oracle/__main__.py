"""Record what Neo4j answers to the cases of corpus files (default: all of `corpus/mem0`), in place.

    python -m tools.oracle [file or folder ...]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from .record import record_file
from .server import oracle

CORPORA = Path(__file__).parents[2] / "corpus" / "mem0"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.oracle", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, default=[CORPORA], help="corpus files or folders of them")
    paths = parser.parse_args().paths
    files = [file for path in paths for file in (sorted(path.rglob("*.json")) if path.is_dir() else [path])]
    with oracle() as driver:
        for file in files:
            changed = record_file(file, driver)
            print(f"{file}: {len(changed)} changed" + "".join(f"\n  {name}" for name in changed))


if __name__ == "__main__":
    main()
