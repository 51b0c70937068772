"""The adapter: runs translated queries on FalkorDB, and gives their results as Python values."""

from cypher_translate.falkordb.graph import FalkorGraph
from cypher_translate.falkordb.result import Result

__all__ = ["FalkorGraph", "Result"]
