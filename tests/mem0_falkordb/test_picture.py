"""Relations drawn on a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from mem0_falkordb.picture import draw

pytest.importorskip("pyvis", reason="needs the extra viz")


def test_relations_are_on_the_page(tmp_path: Path) -> None:
    file = tmp_path / "graph.html"
    draw([("alice", "works_at", "Acme", True), ("alice", "lives_in", "Paris", False)], file)
    page = file.read_text(encoding="utf-8")
    assert all(f'"label": "{name}"' in page for name in ("alice", "Acme", "Paris", "works_at", "lives_in"))
    assert page.count('"dashes": true') == 1


def test_a_name_cannot_bring_a_script(tmp_path: Path) -> None:
    file = tmp_path / "graph.html"
    draw([("</script><script>alert(1)</script>", "is", "<b>x</b>", True)], file)
    page = file.read_text(encoding="utf-8")
    assert "alert(1)" in page
    assert "<script>alert(1)" not in page
    assert "<b>x" not in page
