"""A graph of relations as a page that a browser draws."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mem0_falkordb.errors import Mem0FalkorDBError

_FADED = "#b0b0b0"
_NO_TAGS = str.maketrans({"<": "\uff1c", ">": "\uff1e"})
"""Names come from a model: without angle brackets none can be a tag or end the page's script."""


def draw(relations: Iterable[tuple[Any, str, Any, bool]], file: Path) -> None:
    """Write a page with the relations: source, relationship, destination, and whether it is still valid.

    Invalidated relations are grey and dashed. Raises Mem0FalkorDBError without the extra `viz`.
    """
    try:
        from pyvis.network import Network
    except ImportError:
        raise Mem0FalkorDBError("a picture needs pyvis: pip install 'mem0-falkordb[viz]'") from None
    network = Network(height="95vh", width="100%", directed=True, cdn_resources="in_line")
    for source, relationship, destination, valid in relations:
        start, end, label = (str(name).translate(_NO_TAGS) for name in (source, destination, relationship))
        network.add_node(start, label=start)
        network.add_node(end, label=end)
        look = {} if valid else {"color": _FADED, "dashes": True}
        network.add_edge(start, end, label=label, **look)
    file.write_text(network.generate_html(notebook=False), encoding="utf-8")
