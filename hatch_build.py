"""Build hook: compiles the grammar into src/cypher_translate/tables.json, which the wheel and the sdist carry."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GrammarTables(BuildHookInterface):  # type: ignore[type-arg]
    """Runs tables.py by its path: the package itself cannot be imported where only the build's requirements are."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        # An editable install works from the checkout, where `make` compiles the tables whenever the grammar changes.
        if version != "editable":
            runpy.run_path(str(Path(self.root, "src", "cypher_translate", "tables.py")), run_name="__main__")
