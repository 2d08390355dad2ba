# teiencode: `make build` and `make test` need Python 3.11 or later and make, nothing else.
#
#   make build     encode seeds/ into tei/, validate, publish to site/
#   make test      run the tests
#   make check     run all that CI runs on a change: the tests, ruff and mypy (make lint), teiencode check (make fresh)
#   make bench     measure against the bench data (TEIENCODE_BENCH, else ../shared/bench)
#   make quality   the part of it that counts what is right, and fails when a text does not come back
#   make wheel     build the wheel into dist/
#   make clean     remove the environment and what was made (tei/ is kept: it is part of the edition)
#
# Another Python: make build PY=/usr/local/bin/python3.12

VENV := .venv
BIN := $(VENV)/bin
ifndef PY
PY := $(shell for candidate in python3 python python3.14 python3.13 python3.12 python3.11; do \
	if $$candidate -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then echo $$candidate; break; fi; done)
endif

PIP_INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable

.DEFAULT_GOAL := build
.PHONY: build test lint fresh check quality bench wheel clean

# What pip compiles of an installed package is done here for the sources in place: modules load in two thirds of the time.
COMPILE = $(BIN)/python -m compileall -q src

# An environment is made again when pyproject.toml changes, and left alone otherwise.
$(VENV)/pyvenv.cfg:
	@if [ -z "$(PY)" ]; then \
		echo "make: no Python 3.11 or later with venv was found." >&2; \
		echo "make: install one (Debian, Ubuntu: apt-get install python3-venv), or name it: make PY=/path/to/python3" >&2; \
		exit 2; fi
	@echo "Making $(VENV) with $(PY)"
	@$(PY) -m venv $(VENV)

$(VENV)/publish.stamp: pyproject.toml | $(VENV)/pyvenv.cfg
	@echo "Installing teiencode (once, and again when pyproject.toml changes)"
	@$(PIP_INSTALL) '.[publish]'
	@$(COMPILE)
	@touch $@

$(VENV)/dev.stamp: pyproject.toml | $(VENV)/pyvenv.cfg
	@echo "Installing teiencode and what its tests need (once, and again when pyproject.toml changes)"
	@$(PIP_INSTALL) '.[publish,dev]'
	@$(COMPILE)
	@touch $(VENV)/publish.stamp $@

$(VENV)/bench.stamp: pyproject.toml | $(VENV)/dev.stamp
	@echo "Installing what the benchmarks need"
	@$(PIP_INSTALL) '.[publish,dev,bench]'
	@$(COMPILE)
	@touch $@

build: $(VENV)/publish.stamp
	@$(BIN)/teiencode build

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest --numprocesses auto

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fresh: $(VENV)/publish.stamp
	$(BIN)/teiencode check

check: lint test fresh

quality: $(VENV)/bench.stamp
	@$(BIN)/python -m bench.quality
	@$(BIN)/python -m bench.variants
	@$(BIN)/python -m bench.swapped
	@$(BIN)/python -m bench.calibration
	@$(BIN)/python -m bench.fit --check
	@$(BIN)/python -m bench.words

bench: quality
	@$(COMPILE)
	@$(BIN)/python -m bench.speed
	@$(BIN)/python -m bench.growth
	@$(BIN)/python -m bench.faults
	@$(BIN)/python -m bench.independent
	@$(BIN)/python -m bench.validation_speed
	@$(BIN)/python -m bench.publishing_speed

wheel: $(VENV)/dev.stamp
	@$(BIN)/python -m build --wheel --outdir dist .

clean:
	rm -rf $(VENV) site dist build bench-out .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
