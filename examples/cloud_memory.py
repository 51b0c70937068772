"""Mem0 with FalkorDB Cloud, or any server behind TLS: the address comes from the environment.

FALKORDB_URL=falkors://user:password@host:port OPENAI_API_KEY=… python examples/cloud_memory.py
"""

import os

from mem0 import Memory

from mem0_falkordb import register

register()
memory = Memory.from_config(
    {
        "graph_store": {
            "provider": "falkordb",
            "config": {"url": os.environ["FALKORDB_URL"], "database": "my_app", "socket_timeout": 10},
        },
    }
)
memory.add("I'm allergic to peanuts.", user_id="alice")
print(memory.search("What must Alice not eat?", filters={"user_id": "alice"})["relations"])
