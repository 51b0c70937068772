"""Positions in a query's text, and how they are shown to a person."""

from __future__ import annotations

from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""Half-open range of offsets into the text, in characters."""

NO_SPAN: Span = (0, 0)
"""The span of what no text stands for: a node that a rewrite made."""

_WIDEST = 100


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The line and the column, both counted from 1, of an offset into the text."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def excerpt(text: str, span: Span) -> str:
    """The source line in which the span begins and, below it, a caret under each character of the span.

    Of a very long line only the neighbourhood of the span is shown.
    """
    begin, end = span
    first = text.rfind("\n", 0, begin) + 1
    last = text.find("\n", begin)
    last = len(text) if last < 0 else last
    left, right = first, last
    if right - left > _WIDEST:
        left = max(first, begin - _WIDEST // 2)
        right = min(last, left + _WIDEST)
    prefix, suffix = "…" if left > first else "", "…" if right < last else ""
    line = prefix + text[left:right].replace("\t", " ").rstrip("\r") + suffix
    carets = max(1, min(end, right) - begin)
    return f"{line}\n{' ' * (len(prefix) + begin - left)}{'^' * carets}"
