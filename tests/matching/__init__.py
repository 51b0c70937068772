"""Cypher's MATCH in plain Python, to judge what a database makes of random patterns on random multigraphs.

``language`` has the pieces of queries and their text, ``matcher`` what they mean, ``random_queries`` makes them up.
"""
