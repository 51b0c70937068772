"""Mem0 with OpenAI and a FalkorDB server: OPENAI_API_KEY=… python examples/openai_memory.py

docker run -p 6379:6379 falkordb/falkordb starts a server.
"""

from mem0 import Memory

from mem0_falkordb import register

register()
memory = Memory.from_config(
    {
        "graph_store": {"provider": "falkordb", "config": {"host": "localhost", "port": 6379}},
        "llm": {"provider": "openai", "config": {"model": "gpt-4o-mini"}},
        "embedder": {"provider": "openai", "config": {"model": "text-embedding-3-small"}},
    }
)
memory.add("I'm Alice, I work at Acme and live in Paris.", user_id="alice")
memory.add("I have moved to Berlin.", user_id="alice")
for relation in memory.search("Where does Alice live?", filters={"user_id": "alice"})["relations"]:
    print(relation["source"], relation["relationship"], relation["destination"], relation["score"])
