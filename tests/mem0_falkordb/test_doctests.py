"""The examples in the documentation of the common parts hold."""

from __future__ import annotations

import doctest
import importlib

import pytest


@pytest.mark.parametrize("module", ["owner", "registry", "v1.answers"])
def test_examples(module: str) -> None:
    results = doctest.testmod(importlib.import_module(f"mem0_falkordb.{module}"))
    assert results.attempted
    assert not results.failed
