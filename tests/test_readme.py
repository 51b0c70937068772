"""README.md: its table is that of the passes, and what it links to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.readme import END, updated

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_is_up_to_date() -> None:
    assert updated(README) == README, "make readme writes it"


def test_a_missing_mark_is_an_error() -> None:
    with pytest.raises(ValueError, match="needs the lines"):
        updated(README.replace(END, ""))


def test_what_is_linked_to_exists() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
