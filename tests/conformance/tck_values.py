"""The notation in which the TCK writes expected values, read into canonical values.

``(:A {n: 1})`` node, ``[:T]`` relationship, ``<(:A)-[:T]->(:B)>`` path, ``[1, 2]`` list, ``{a: 'x'}`` map,
``'text'``, ``1``, ``1.0``, ``NaN``, ``Inf``, ``true``, ``null``. Temporal values are written as strings.
"""

from __future__ import annotations

from . import values
from .values import Canonical

_WORDS: dict[str, Canonical] = {
    "null": values.NULL,
    "true": ("boolean", True),
    "false": ("boolean", False),
    "NaN": values.float_of(float("nan")),
    "Inf": values.float_of(float("inf")),
    "-Inf": values.float_of(float("-inf")),
}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def parse(text: str) -> Canonical:
    """The canonical value written in `text`; ValueError where it is not in the TCK's notation."""
    reader = _Reader(text.strip())
    value = reader.value()
    if reader.position != len(reader.text):
        raise ValueError(f"cannot read the rest of {text!r} from column {reader.position}")
    return value


def plain(value: Canonical) -> object:
    """The Python value of a canonical one, for use as a parameter; ValueError for entities."""
    kind, *parts = value
    match kind:
        case "null":
            return None
        case "list":
            return [plain(part) for part in parts]
        case "map":
            return {key: plain(item) for key, item in parts}
        case "float":
            return float(parts[0])
        case "integer" | "boolean" | "string":
            return parts[0]
    raise ValueError(f"a {kind} cannot be a parameter")


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def value(self) -> Canonical:
        match self._peek():
            case "(":
                return self._node()
            case "<":
                return self._path()
            case "{":
                return self._map()
            case "[":
                return self._relationship() if self._ahead("[:") else self._list()
            case "'":
                return ("string", self._string())
        return self._word()

    def _node(self) -> Canonical:
        self._expect("(")
        labels = []
        while self._take(":"):
            labels.append(self._name())
        properties = self._map() if self._peek() == "{" else values.map_of(())
        self._expect(")")
        return values.node_of(labels, properties)

    def _relationship(self) -> Canonical:
        self._expect("[")
        self._expect(":")
        kind = self._name()
        properties = self._map() if self._peek() == "{" else values.map_of(())
        self._expect("]")
        return values.relationship_of(kind, properties)

    def _path(self) -> Canonical:
        self._expect("<")
        first, steps = self._node(), []
        while not self._take(">"):
            backwards = self._take("<")
            self._expect("-")
            relationship = self._relationship()
            self._expect("-")
            if not backwards:
                self._expect(">")
            steps.append(("<" if backwards else ">", relationship, self._node()))
        return values.path_of(first, steps)

    def _list(self) -> Canonical:
        self._expect("[")
        items = []
        while not self._take("]"):
            items.append(self.value())
            self._take(",")
        return values.list_of(items)

    def _map(self) -> Canonical:
        self._expect("{")
        entries = []
        while not self._take("}"):
            key = self._name()
            self._expect(":")
            entries.append((key, self.value()))
            self._take(",")
        return values.map_of(entries)

    def _string(self) -> str:
        self._expect("'")
        out = []
        while (character := self._next()) != "'":
            if character == "\\":
                escaped = self._next()
                character = _ESCAPES.get(escaped, escaped)
            out.append(character)
        return "".join(out)

    def _word(self) -> Canonical:
        start = self.position
        while self.position < len(self.text) and self.text[self.position] not in ",]}) ":
            self.position += 1
        word = self.text[start : self.position]
        if word in _WORDS:
            return _WORDS[word]
        try:
            return ("integer", int(word))
        except ValueError:
            return values.float_of(float(word))

    def _name(self) -> str:
        if self._take("`"):
            end = self.text.index("`", self.position)
            name, self.position = self.text[self.position : end], end + 1
            return name
        self._peek()
        start = self.position
        while self.text[self.position : self.position + 1].replace("_", "a").isalnum():
            self.position += 1
        return self.text[start : self.position]

    def _peek(self) -> str:
        while self.position < len(self.text) and self.text[self.position].isspace():
            self.position += 1
        return self.text[self.position : self.position + 1]

    def _ahead(self, text: str) -> bool:
        self._peek()
        return self.text.startswith(text, self.position)

    def _take(self, text: str) -> bool:
        if self._ahead(text):
            self.position += len(text)
            return True
        return False

    def _expect(self, text: str) -> None:
        if not self._take(text):
            raise ValueError(f"{text!r} expected at column {self.position} of {self.text!r}")

    def _next(self) -> str:
        if self.position >= len(self.text):
            raise ValueError(f"{self.text!r} ends within a string")
        self.position += 1
        return self.text[self.position - 1]
