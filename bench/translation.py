"""What a translation costs: cold against a pure-Python peer, stage by stage, by length, and hot."""

from __future__ import annotations

from collections.abc import Callable
from statistics import mean, median
from timeit import repeat

import cypherast

import cypher_translate as ct
from bench.queries import mem0_queries, tck_queries
from bench.timing import alternating, readable, seconds, table
from cypher_translate.target import Target
from cypher_translate.translation import translate_query

ROUNDS = 5
_TARGET = Target()


def _round_trip(text: str) -> str:
    return ct.generate(ct.parse(text))


def _translate(text: str) -> ct.Translation:
    """Without the cache."""
    return translate_query(ct.parse(text), _TARGET)


def _peer(text: str) -> str:
    return cypherast.parse_one(text).cypher()


def cold() -> str:
    """Markdown: cold translation of every query, against cypherast's parse and generate, which neither checks
    nor rewrites. Only queries that all contenders accept are timed."""
    contenders = {"cypherast": _peer, "parse + generate": _round_trip, "translate": _translate}
    rows = []
    for source, queries in {"TCK": tck_queries(), "Mem0's shapes": mem0_queries()}.items():
        if not queries:
            rows.append((source, "not found", "", "", "", "", ""))
            continue
        accepted = {name: {text for text in queries if _accepts(run, text)} for name, run in contenders.items()}
        common = [text for text in queries if all(text in texts for texts in accepted.values())]
        times = [
            alternating(ROUNDS, *(lambda run=run, text=text: run(text) for run in contenders.values()))
            for text in common
        ]
        base, *_ = columns = list(zip(*times, strict=True))
        for name, column in zip(contenders, columns, strict=True):
            rows.append(
                (
                    f"{source}: {name}",
                    f"{len(accepted[name]):,} of {len(queries):,}",
                    f"{len(common):,}",
                    readable(median(column)),
                    readable(mean(column)),
                    f"{median(column) / median(base):.2f}",
                    f"{mean(column) / mean(base):.2f}",
                )
            )
    header = ("queries: contender", "accepted", "timed", "median", "mean", "ratio of medians", "ratio of means")
    return f"Each query {ROUNDS} times by each contender, taken in turn.\n\n{table(header, rows)}"


def _accepts(run: Callable[[str], object], text: str) -> bool:
    # A peer's failure on a query may be any exception; here it only means that the query is not timed.
    try:
        run(text)
    except Exception:
        return False
    return True


SHAPES: dict[str, Callable[[int], str]] = {
    "clauses": lambda n: "\n".join(f"MATCH (n{i}:Label {{key: {i}}})" for i in range(n)) + "\nRETURN n0",
    "patterns": lambda n: "CREATE " + ", ".join(f"(:Person {{id: {i}, name: 'x'}})" for i in range(n)),
    "list of integers": lambda n: "RETURN [" + ", ".join(map(str, range(n))) + "] AS list",
    "AND chain": lambda n: "MATCH (n) WHERE " + " AND ".join(f"n.p{i} > {i}" for i in range(n)) + " RETURN n",
    "projections": lambda n: "MATCH (n) RETURN " + ", ".join(f"n.p{i} AS c{i}" for i in range(n)),
    "one string": lambda n: "RETURN '" + "x" * (10 * n) + "' AS text",
}
LENGTHS = (10_000, 100_000, 1_000_000)


def by_length() -> str:
    """Markdown: how the time for a character changes with the length; it stays the same where time is linear."""
    rows = []
    for shape, write in SHAPES.items():
        characters = len(write(1_000)) / 1_000
        costs = []
        for length in LENGTHS:
            text = write(int(length / characters))
            costs.append(_steady(text) / len(text))
        rows.append((shape, *(f"{cost * 1e6:.2f}" for cost in costs), f"{costs[-1] / costs[0]:.2f}"))
    header = ("µs a character", "10 kB", "100 kB", "1 MB", "1 MB to 10 kB")
    return table(header, rows)


def _steady(text: str) -> float:
    """The median of three translations; what takes long is translated once."""
    first = seconds(lambda: _translate(text))
    return first if first > 5 else median([first, *(seconds(lambda: _translate(text)) for _ in range(2))])


def hot() -> str:
    """Markdown: translating a text that was translated before."""
    text = "MATCH (n:Person {id: $id}) WHERE elementId(n) <> $other RETURN n.name"
    calls = 20_000
    times = repeat(lambda: ct.translate(text), number=calls, repeat=7)
    return table(("", "time", "at most"), [("the same text again", readable(median(times) / calls), "2 µs")])
