"""Mem0 with models of your own, by Ollama: nothing leaves the machine.

ollama pull llama3.1 && ollama pull nomic-embed-text; pip install ollama
"""

from mem0 import Memory

from mem0_falkordb import register

register()
memory = Memory.from_config(
    {
        "graph_store": {
            "provider": "falkordb",
            # A small model often leaves the relations out of a long answer: give them a call of their own.
            "config": {"host": "localhost", "port": 6379, "extraction": "separate"},
        },
        "llm": {"provider": "ollama", "config": {"model": "llama3.1", "temperature": 0}},
        "embedder": {"provider": "ollama", "config": {"model": "nomic-embed-text"}},
        "vector_store": {"provider": "qdrant", "config": {"path": "vectors", "embedding_model_dims": 768}},
    }
)
memory.add("My cat Mia is afraid of thunder.", user_id="alice")
print(memory.get_all(filters={"user_id": "alice"})["relations"])
