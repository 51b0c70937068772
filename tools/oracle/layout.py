"""JSON as a person would lay it out: what fits on a line stays on it."""

from __future__ import annotations

import json
from typing import Any

WIDTH = 118


def layout(value: Any) -> str:
    """JSON text of a value with a line break at its end; equal values give equal text."""
    return _laid_out(value, "", 0) + "\n"


def _laid_out(value: Any, indent: str, taken: int) -> str:
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value or len(indent) + taken + len(line) <= WIDTH:
        return line
    inner = indent + "  "
    if isinstance(value, list):
        items = [inner + _laid_out(item, inner, 1) for item in value]
        return "[\n" + ",\n".join(items) + f"\n{indent}]"
    entries = [
        f"{inner}{name}: {_laid_out(item, inner, len(name) + 3)}"
        for name, item in ((json.dumps(key, ensure_ascii=False), item) for key, item in value.items())
    ]
    return "{\n" + ",\n".join(entries) + f"\n{indent}}}"
