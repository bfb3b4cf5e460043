# Corroborate. On a fresh machine with Python 3.11+ and make:
#
#   make demo        the bundled example reports, end to end, into ./demo-case
#   make install     the program in .venv, every package by its hash
#   make check       format, lint, types, imports, docs
#   make test        all tests
#   make benchmark   scores against their floors, time and memory against their ceilings
#   make fuzz        five minutes of inputs made to break the grammar (needs atheris)
#   make requirements   pins anew what pyproject.toml asks for (needs uv)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

INSTALLED := $(VENV)/.installed
DEVELOPING := $(VENV)/.developing

.DEFAULT_GOAL := help
.PHONY: help install develop demo check format test benchmark fuzz requirements clean

help:
	@sed -n 's/^#   //p' Makefile

install: $(INSTALLED)

develop: $(DEVELOPING)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Corroborate needs Python 3.11 or later: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The files name every package, so pip need not resolve anything (older ones trip over lxml's extra when they do).
$(INSTALLED): requirements.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes --no-deps -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# The development file holds the runtime's packages too, at the same versions.
$(DEVELOPING): requirements-dev.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes --no-deps -r requirements-dev.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(INSTALLED)

demo: $(INSTALLED)
	$(BIN)/corroborate demo

check: $(DEVELOPING)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache
	$(BIN)/python -m pytest -q tests/unit/test_docs.py tests/unit/test_architecture.py

format: $(DEVELOPING)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test: $(DEVELOPING)
	$(BIN)/python -m pytest -q

benchmark: $(DEVELOPING)
	$(BIN)/python -m benchmark.run

fuzz: $(DEVELOPING)
	$(BIN)/python tools/fuzz.py words -max_total_time=300 -max_len=500 -len_control=0

COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate \
  --no-emit-index-url --no-emit-find-links --custom-compile-command "make requirements" --quiet

requirements:
	$(COMPILE) --extra build --extra parquet --output-file requirements.txt
	$(COMPILE) --extra build --extra parquet --extra ots --extra dev --constraint requirements.txt --output-file requirements-dev.txt
	@! grep -nE '://|index-url|find-links' requirements.txt requirements-dev.txt

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
