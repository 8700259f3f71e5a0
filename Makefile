# Two commands on a fresh machine: `make demo` and `make test`. Needs Python 3.11+, pip and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
LOCK   := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q pyproject.toml
PIP    := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: demo test test-browser check format docs docs-site lock clean help

help:            ## say what each target does
	@grep -E '^[a-z-]+: .*##' Makefile | sed 's/:.*##/\t/' | expand -t 16

$(VENV)/.base: requirements/base.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements/base.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.base
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

demo: $(VENV)/.base  ## set up and read the bundled reports into a brief
	$(BIN)/oqiga demo

test: $(VENV)/.dev  ## set up and pass every test but those in a browser
	$(BIN)/python -m pytest -n 2 --dist loadscope -m "not browser" tests

test-browser: $(VENV)/.dev  ## tests in Debian's Chromium
	$(BIN)/python -m pytest -m browser tests

check: $(VENV)/.dev  ## style, types, layers, docs that match the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python scripts/make_docs.py --check

format: $(VENV)/.dev  ## put the code into its one format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.dev  ## write the pages that are generated from the code
	$(BIN)/python scripts/make_docs.py

docs-site: docs  ## build the pages as a site in out/site
	$(BIN)/mkdocs build --quiet --strict

lock:            ## resolve the dependencies anew
	test -x $(BIN)/uv || $(PIP) install uv
	$(LOCK) --extra build --extra desk -o requirements/base.txt
	$(LOCK) --extra build --extra desk --extra dev --extra export --extra postgres -c requirements/base.txt -o requirements/dev.txt

clean:           ## remove what the targets above made
	rm -rf $(VENV) build dist out
