"""Names as people and models write them, made comparable.

Two spellings of one thing get one key; a relationship gets one spelling that is a safe relationship type.

>>> key("  New_York "), key("NEW   YORK"), key("'New York.'")
('new york', 'new york', 'new york')
>>> relationship_type("Works-At!"), relationship_type("co-worker of"), relationship_type("`; DROP")
('works_at', 'co_worker_of', 'drop')
"""

from __future__ import annotations

import unicodedata

MAX_NAME = 256
MAX_TYPE = 64

_OPENING = "\"'`“”„‘’«»"
_CLOSING = _OPENING + ".,;:!?"


def key(name: str) -> str:
    """What a name is compared by: letter case, form of Unicode, spaces, underscores and quotes around it do not count.

    Marks inside a name stay ("C++", "Node.js", "O'Brien"). Empty only for a name of blanks.
    """
    spaced = " ".join(unicodedata.normalize("NFKC", name).casefold().replace("_", " ").split())
    return spaced.lstrip(_OPENING).rstrip(_CLOSING).strip() or spaced


def relationship_type(name: str) -> str:
    """A relationship's or a label's one spelling: letters and digits of any script, everything else an underscore.

    Empty where nothing is left; never longer than `MAX_TYPE`.
    """
    return "_".join(words(name))[:MAX_TYPE].rstrip("_")


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, in order: letters and digits of any script, with their accents."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = (mark if mark.isalnum() or unicodedata.category(mark)[0] == "M" else " " for mark in folded)
    return tuple("".join(kept).split())


def digits(text: str) -> str:
    """The digits of a text: names that differ in them ("Room 101", "Room 102") are never the same thing."""
    return "".join(mark for mark in text if mark.isdigit())
