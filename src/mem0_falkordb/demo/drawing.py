"""Memories, relations and graphs on a terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from rich.markup import escape
from rich.table import Table
from rich.tree import Tree


def arrow(item: Mapping[str, Any]) -> str:
    """A relation as a line of markup; Mem0 1.x calls the destination "target" in some places."""
    destination = item.get("destination", item.get("target", ""))
    return f"[cyan]{escape(item['source'])}[/] ─[dim]{escape(item['relationship'])}[/]→ [cyan]{escape(destination)}[/]"


def relation_table(items: Iterable[Mapping[str, Any]]) -> Table:
    """Relations, with their scores where they have some."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    for item in items:
        score = item.get("score")
        table.add_row(arrow(item), "" if score is None else f"[dim]{score:.2f}[/]")
    return table


def graph_tree(root: str, items: Iterable[Mapping[str, Any]]) -> Tree:
    """A graph as a tree from one entity outward; what is met again is not unfolded twice."""
    edges: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for item in items:
        edges[item["source"]].append((item["relationship"], item.get("destination", item.get("target", ""))))
    tree = Tree(f"[bold cyan]{escape(root)}[/]")
    seen = {root}
    waiting = [(root, tree)]
    while waiting:
        name, branch = waiting.pop(0)
        for relationship, destination in sorted(edges[name]):
            leaf = branch.add(f"─[dim]{escape(relationship)}[/]→ [cyan]{escape(destination)}[/]")
            if destination not in seen:
                seen.add(destination)
                waiting.append((destination, leaf))
    return tree
