"""Each pass shows in its docstring what it makes of a query."""

from __future__ import annotations

import doctest
from types import ModuleType
from typing import Any

import pytest

from cypher_translate import Options, passes, translate
from cypher_translate.plan import Origin
from cypher_translate.rewriting.context import Names


def show(text: str, **options: object) -> None:
    if "dropped_filters" in options:
        options["dropped_filters"] = frozenset(options["dropped_filters"])  # type: ignore[call-overload]
    if "names" in options:
        given: Any = options["names"]
        options["names"] = tuple(Names(Origin("rows", (None, key)), tuple(names)) for key, names in given.items())
    print(translate(text, options=Options(**options)).text)  # type: ignore[arg-type]


def _modules() -> list[ModuleType]:
    import sys

    names = {step.rewrite.__module__ for step in passes.PASSES}
    return [sys.modules[name] for name in sorted(names)]


@pytest.mark.parametrize("module", _modules(), ids=lambda module: module.__name__.rpartition(".")[2])
def test_before_and_after(module: ModuleType) -> None:
    (example,) = doctest.DocTestFinder(recurse=False).find(module, globs={"show": show})
    assert example.examples, "the docstring shows no example"
    output: list[str] = []
    doctest.DocTestRunner().run(example, out=output.append)
    assert not output, "".join(output)
