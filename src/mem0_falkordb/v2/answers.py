"""JSON out of what a model sent: prose around it, code fences, trailing commas and cut-off ends are survived."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

MAX_ANSWER = 1_000_000
MAX_ATTEMPTS = 2_000
MAX_DEPTH = 64

_DECODER = json.JSONDecoder(strict=False)
_CLOSING = {"{": "}", "[": "]"}


def answer_text(answer: Any) -> str:
    """The text of a model client's answer: a string, or a list of text blocks; empty for anything else."""
    if isinstance(answer, list):
        blocks = [block.get("text") if isinstance(block, dict) else block for block in answer]
        return "".join(block for block in blocks if isinstance(block, str))
    return answer if isinstance(answer, str) else ""


def json_objects(text: str) -> list[dict[str, Any]]:
    """The outermost JSON objects that can be read, in order.

    An object that was cut off is closed after its last whole element; where one is broken in another way, the whole
    objects inside it are given instead.

    >>> json_objects('Here you are: ```json {"a": [{"b": 1,}]} ``` Anything else?')
    [{'a': [{'b': 1}]}]
    >>> json_objects('{"a": [{"b": 1}, {"b": 2}, {"b": ')
    [{'a': [{'b': 1}, {'b': 2}]}]
    >>> json_objects('{"a": oops, "b": {"c": 3}}')
    [{'c': 3}]
    """
    start = text.find("{")
    if start < 0:
        return []
    repaired, completed = _repaired(text[start : start + MAX_ANSWER])
    return list(_decoded(repaired)) if completed is None else list(_decoded(completed)) or list(_decoded(repaired))


def _decoded(text: str) -> Iterator[dict[str, Any]]:
    position = 0
    for _ in range(MAX_ATTEMPTS):
        try:
            value, end = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError):
            end = position + 1
        else:
            yield value
        position = text.find("{", end)
        if position < 0:
            return


def _repaired(text: str) -> tuple[str, str | None]:
    """The text without trailing commas, and, where it ends inside an object, the text with that object closed."""
    kept: list[str] = []
    open_brackets: list[str] = []
    still_open: list[str] = []
    whole = 0
    in_string = escaped = False
    for mark in text:
        if in_string:
            in_string = escaped or mark != '"'
            escaped = mark == "\\" and not escaped
        elif mark == '"':
            in_string = True
        elif mark in "{[":
            open_brackets.append(mark)
        elif mark in "}]":
            _drop_comma(kept)
            if open_brackets:
                open_brackets.pop()
        elif mark == ",":
            whole, still_open = len(kept), open_brackets[:MAX_DEPTH]
        kept.append(mark)
        if mark in "}]" and not in_string:
            whole, still_open = len(kept), open_brackets[:MAX_DEPTH]
    repaired = "".join(kept)
    if not open_brackets or len(open_brackets) >= MAX_DEPTH:
        return repaired, None
    return repaired, "".join(kept[:whole]) + "".join(_CLOSING[bracket] for bracket in reversed(still_open))


def _drop_comma(kept: list[str]) -> None:
    position = len(kept) - 1
    while position >= 0 and kept[position].isspace():
        position -= 1
    if position >= 0 and kept[position] == ",":
        del kept[position]
