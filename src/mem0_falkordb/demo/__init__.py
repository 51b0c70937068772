"""``python -m mem0_falkordb.demo``: real Mem0 on an embedded FalkorDB, with no server, no key and no network."""
