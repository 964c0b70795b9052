# Everything starts here. Needs Python 3.11 or later (with its venv module) and make, nothing else.
.DEFAULT_GOAL := help
.PHONY: help demo test check slow bench golden lock clean
.DELETE_ON_ERROR:

# The first of these that is new enough; or say which: make demo PYTHON=/path/to/python
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo "$$name" && break; done)

VENV := .venv
BIN := $(VENV)/bin
# An installation is marked by what was installed, so a change of a lock renews it and nothing else does.
sum = $(shell cat $(1) pyproject.toml | cksum | cut -d ' ' -f 1)
RUNTIME := $(VENV)/.runtime-$(call sum,requirements.lock)
DEVELOPMENT := $(VENV)/.development-$(call sum,requirements.lock requirements-dev.lock)
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
INSTALL := $(PIP) install --require-hashes --only-binary :all: -r
PACKAGE := $(PIP) install --no-deps --no-build-isolation -e .

help: ## Say what there is to make
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

demo: $(RUNTIME) ## Build the graph of seeds/ into outputs/
	@$(BIN)/kg build seeds -o outputs
	@echo
	@echo "The graph of seeds/ is in outputs/. Open outputs/graph.html in a browser, or ask:"
	@echo "    $(BIN)/kg show \"Jeff Sessions\""

test: $(DEVELOPMENT) ## Run the fast tests
	@$(BIN)/python -m pytest -m "not slow"

check: $(DEVELOPMENT) ## Check style, types and layers
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

slow: $(DEVELOPMENT) ## Run the long tests
	@$(BIN)/python -m pytest -m slow

bench: $(DEVELOPMENT) ## Score and time against evaluation data: make bench DATA=folder
	@test -n "$(DATA)" || { echo "say where the data is: make bench DATA=folder" >&2; exit 2; }
	@$(BIN)/python benchmarks/run.py "$(DATA)"

golden: $(DEVELOPMENT) ## Build outputs/ and the golden claims anew and show what changed
	@find outputs -mindepth 1 -maxdepth 1 -type f -delete
	@$(BIN)/kg build seeds -o outputs
	@$(BIN)/python tests/contract/test_golden.py
	@git --no-pager diff --stat -- outputs
	@git --no-pager diff -- tests/data/golden.txt

lock: ## Renew the lock files (needs uv)
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
	  --custom-compile-command "make lock" --extra build pyproject.toml -o requirements.lock
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
	  --custom-compile-command "make lock" --extra build --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## Remove what was installed, built and cached, but not the articles' store
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find kg tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUNTIME): | $(BIN)/python
	@echo "Installing what newskg needs (some minutes the first time) ..."
	@rm -f $(VENV)/.runtime-* $(VENV)/.development-*
	@$(INSTALL) requirements.lock
	@$(PACKAGE)
	@touch $@

$(DEVELOPMENT): | $(BIN)/python
	@echo "Installing what newskg and its tests need (some minutes the first time) ..."
	@rm -f $(VENV)/.runtime-* $(VENV)/.development-*
	@$(INSTALL) requirements-dev.lock
	@$(PACKAGE)
	@touch $(RUNTIME) $@

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "newskg needs Python 3.11 or later: install python3 (https://www.python.org/downloads/), or say where it is: make demo PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) lacks its venv module: install python3-venv (Debian and Ubuntu: sudo apt install python3-venv), then run make again" >&2; exit 1; }
	@"$(PYTHON)" -m venv --clear $(VENV)
