"""The adapter: runs translated queries on FalkorDB, and gives their results as Python values."""
