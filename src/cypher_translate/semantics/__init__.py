"""What Neo4j checks when it compiles a query, and what is known of its variables."""

from cypher_translate.semantics.scopes import Analysis, analyse

__all__ = ["Analysis", "analyse"]
