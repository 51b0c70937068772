"""Fair timing: contenders take turns, so that whatever slows the machine for a while slows all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter


def seconds(call: Callable[[], object]) -> float:
    """How long one call takes."""
    start = perf_counter()
    call()
    return perf_counter() - start


def alternating(rounds: int, *calls: Callable[[], object]) -> list[float]:
    """The median time of each call over `rounds` rounds; every round runs each of them once, in turn."""
    times: list[list[float]] = [[] for _ in calls]
    for turn in range(rounds):
        order = range(len(calls)) if turn % 2 == 0 else reversed(range(len(calls)))
        for index in order:
            times[index].append(seconds(calls[index]))
    return [median(of_one) for of_one in times]


def readable(duration: float) -> str:
    """A duration with three figures and the unit that suits it."""
    for unit, scale in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if duration * scale >= 1:
            return f"{duration * scale:.3g} {unit}"
    return f"{duration * 1e9:.3g} ns"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; every column but the first is right-aligned."""
    rule = ["---", *["--:"] * (len(header) - 1)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in (header, rule, *rows))
