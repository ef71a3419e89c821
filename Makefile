# Two commands: `make demo` plays two procedures, `make test` passes the tests.
# Everything is installed into .venv with the versions pinned in constraints.txt.
.DEFAULT_GOAL := help
.PHONY: help docs demo test check lint types imports format features bench faults lock clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
STAMP := .venv/.installed
# One process of tests for each core; whoever is done takes over from the others.
TOGETHER := --numprocesses logical --maxprocesses 4 --dist worksteal

help: ## show this page
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

demo: $(STAMP) ## play two real procedures on SQLite under a virtual clock
	@$(BIN)/procflow demo

test: $(STAMP) ## style, types, imports and all tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m pytest $(TOGETHER)

features: $(STAMP) ## only the features, in the office's words
	@$(BIN)/python -m pytest features $(TOGETHER)

format: $(STAMP) ## put the code into shape
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

docs: $(STAMP) ## write the reference pages and templates that come from the code
	@$(BIN)/python docs/reference/write_jobs.py
	@$(BIN)/python docs/reference/write_rules.py
	@$(BIN)/python docs/reference/write_bpmn.py
	@$(BIN)/python docs/reference/write_connectors.py
	@$(BIN)/python -c 'from procflow.cli import procflow; from procflow.commands.reference import \
	    reference_page; print(reference_page(procflow), end="")' > docs/reference/command.md

bench: $(STAMP) ## speed as ratios, side by side
	@$(BIN)/python -m bench

faults: $(STAMP) ## kill it a thousand times under load, on both databases (about 15 minutes)
	@$(BIN)/python -m procflow.tests.faults

lock: $(STAMP) ## pin the newest versions that pyproject.toml allows
	@$(BIN)/uv pip compile --quiet --all-extras --universal --python-version 3.11 --upgrade \
	    --no-header --no-annotate --no-emit-index-url pyproject.toml -o constraints.txt

clean: ## remove what was installed and what the demo left
	rm -rf .venv demo build *.egg-info

$(STAMP): pyproject.toml constraints.txt
	@printf 'procflow: setting up .venv (about a minute the first time) …\n'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on -q \
	    -c constraints.txt -e '.[dev]'
	@touch $@
	@printf 'procflow: ready\n'
