"""Unpack the releases of Mem0 that the tests run, each into ``.mem0/<version>``.

``python tools/mem0_environments.py [VERSION …]`` (default: all). Only Mem0 itself is unpacked there; everything that
it depends on comes from the environment that runs this. ``PYTHONPATH=.mem0/<version>`` then chooses the release.
What cannot be downloaded is named, and the tests of that release are skipped.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / ".mem0"
VERSIONS = ("0.1.116", "0.1.118", "1.0.11", "2.0.0", "2.1.0", "2.2.1")


def unpack(version: str) -> bool:
    """Whether the release is there, downloaded now if need be."""
    folder = FOLDER / version
    if folder.is_dir():
        return True
    unfinished = FOLDER / f"{version}.part"
    shutil.rmtree(unfinished, ignore_errors=True)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    done = subprocess.run([*command, "--target", str(unfinished), f"mem0ai=={version}"], check=False)
    if done.returncode:
        shutil.rmtree(unfinished, ignore_errors=True)
        return False
    unfinished.rename(folder)
    return True


def main(versions: list[str]) -> int:
    """Unpack each; 1 where a release that was asked for by name is missing."""
    missing = [version for version in versions or VERSIONS if not unpack(version)]
    for version in missing:
        print(f"mem0ai {version} could not be downloaded: its tests are skipped", file=sys.stderr)
    return 1 if missing and versions else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
