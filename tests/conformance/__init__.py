"""How near the translator and adapter come to Neo4j: openCypher's TCK and recorded answers of Neo4j.

``python -m tests.conformance`` prints the figures; see :mod:`tests.conformance.__main__`.
"""
