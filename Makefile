# Two commands on a fresh machine: `make demo` and `make test`. Needs Python 3.11+, pip and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
LOCK   := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q
LISTS  := requirements/base.txt requirements/dev.txt
PIP    := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: demo test test-browser check format docs docs-site wheels sbom audit lock clean help

help:            ## say what each target does
	@grep -E '^[a-z-]+: .*##' Makefile | sed 's/:.*##/\t/' | expand -t 16

$(VENV)/.base: requirements/base.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements/base.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt requirements/schemas.txt $(VENV)/.base
	$(PIP) install --require-hashes -r requirements/dev.txt
	$(PIP) install --require-hashes --no-deps -r requirements/schemas.txt
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

$(VENV)/.release: requirements/release.txt $(VENV)/.base
	$(PIP) install --require-hashes -r requirements/release.txt
	@touch $@

wheels: $(VENV)/.base  ## build this package and gather what it needs in out/wheels, to install without a network
	$(PIP) wheel -w out/wheels --require-hashes -r requirements/base.txt
	$(PIP) wheel -w out/wheels --no-deps --no-build-isolation .

sbom: $(VENV)/.release  ## write the bill of materials to out/sbom.json
	mkdir -p out
	$(BIN)/cyclonedx-py requirements requirements/base.txt --pyproject pyproject.toml --of JSON -o out/sbom.json

audit: $(VENV)/.release  ## look for known faults of the locked packages; ADVISORIES=all.zip needs no network
	$(if $(ADVISORIES),$(BIN)/python scripts/audit.py --advisories $(ADVISORIES) $(LISTS),$(BIN)/pip-audit --strict --disable-pip --require-hashes $(LISTS:%=-r %))

lock:            ## resolve the dependencies anew
	test -x $(BIN)/uv || $(PIP) install uv
	$(LOCK) pyproject.toml --extra build --extra desk -o requirements/base.txt
	$(LOCK) pyproject.toml --extra build --extra desk --extra dev --extra export --extra postgres -c requirements/base.txt -o requirements/dev.txt
	$(LOCK) requirements/release.in -c requirements/dev.txt -o requirements/release.txt

clean:           ## remove what the targets above made
	rm -rf $(VENV) build dist out
