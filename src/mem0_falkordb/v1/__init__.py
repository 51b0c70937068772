"""Graph memory for Mem0 0.1.116 to 1.x: Mem0's own graph class, on FalkorDB."""

from mem0_falkordb.v1.install import install

__all__ = ["install"]
