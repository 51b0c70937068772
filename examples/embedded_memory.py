"""Mem0 with FalkorDB inside the process: no server to run. OPENAI_API_KEY=… python examples/embedded_memory.py

pip install 'mem0-falkordb[mem0,embedded]' (Python 3.12 or newer)
"""

from mem0 import Memory

from mem0_falkordb import register
from mem0_falkordb.v2 import relation_history

register()
memory = Memory.from_config(
    {
        "graph_store": {"provider": "falkordb", "config": {"path": "memory.rdb"}},
        "vector_store": {"provider": "qdrant", "config": {"path": "vectors"}},
    }
)
memory.add("I live in Paris.", user_id="alice")
memory.add("I have moved to Berlin.", user_id="alice")
for period in relation_history(memory, user_id="alice"):
    print(
        period.source, period.relationship, period.destination, period.created_at, "–", period.invalidated_at or "now"
    )
