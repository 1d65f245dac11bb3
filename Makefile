# RusToK Desktop: everything a developer runs. `make` alone lists the targets.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.SUFFIXES:
.PHONY: help run setup test lint types bench migrate package docs translations screenshots clean

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
STAMPS := $(VENV)/stamps
ARGS ?=
PYTEST_ARGS ?=
COVERAGE := build/coverage

# Tests that open windows and tests that do not run side by side, each set in its own process.
WINDOW_TESTS := $(wildcard tests/gui tests/app)
PLAIN_TESTS := $(filter-out $(WINDOW_TESTS) tests/bench,$(patsubst %/,%,$(wildcard tests/*/)))

help: ## list the targets
	@echo "RusToK Desktop. Targets:"
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | \
		awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'
	@echo
	@echo "Pass options on with ARGS, for example: make run ARGS='search gloves'"

run: $(STAMPS)/run ## set up what is missing and open the window (ARGS=... goes to the program)
	@$(PY) packaging/check_system.py $(if $(strip $(filter-out self-test,$(ARGS))),--advise,)
	@$(PY) -m rustok_desktop $(ARGS)

setup: $(STAMPS)/run $(STAMPS)/test $(STAMPS)/dev ## make .venv with everything for development
	@echo "Ready. Hooks for git: $(BIN)/pre-commit install"

test: $(STAMPS)/test ## the whole test suite and the coverage gates (PYTEST_ARGS=... goes to pytest)
	@$(PY) packaging/check_system.py --offscreen
	@PY="$(abspath $(PY))" COVERAGE_DIR="$(COVERAGE)" WINDOW_TESTS="$(WINDOW_TESTS)" \
		PLAIN_TESTS="$(PLAIN_TESTS)" sh packaging/run_tests.sh $(PYTEST_ARGS)

lint: $(STAMPS)/dev $(STAMPS)/test ## style, formatting of imports, and who may import whom
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports --config tests/architecture/layers.ini --no-cache

types: $(STAMPS)/dev ## static types
	@$(PY) -m mypy

bench: $(STAMPS)/test ## ratios to the floors, as a table and in build/bench.json (ARGS=names to choose)
	@$(PY) -m tests.bench $(ARGS)

migrate: $(STAMPS)/run ## bring a data directory up to the newest schema (ARGS='--data-dir DIR')
	@$(PY) -m rustok_desktop $(ARGS) doctor

package: $(STAMPS)/package ## build dist/rustok-desktop and run its self-test
	@QT_QPA_PLATFORM= DISPLAY=:0 $(PY) packaging/check_system.py --advise
	@$(PY) packaging/build.py

docs: $(STAMPS)/run ## render docs/ to build/docs and check every link in it
	@$(PY) docs/build.py

translations: $(STAMPS)/run ## read new interface texts into resources/translations and compile them
	@$(PY) packaging/translations.py

screenshots: $(STAMPS)/test ## pictures of every page and dialog into build/screenshots (ARGS=scenes to choose)
	@$(PY) packaging/check_system.py --offscreen
	@QT_QPA_PLATFORM=offscreen $(PY) -m tests.app.screens build/screenshots $(ARGS) 2>&1 | grep -v "This plugin does not support"

clean: ## remove what was built (keeps .venv)
	@rm -rf build dist htmlcov .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage*
	@find rustok_desktop tests migrations packaging docs -name __pycache__ -type d -prune -exec rm -rf {} + 

# One stamp per set of packages, stale as soon as pyproject.toml is newer.
$(STAMPS)/run: EXTRA :=
$(STAMPS)/test: EXTRA := [test]
$(STAMPS)/dev: EXTRA := [dev]
$(STAMPS)/package: EXTRA := [package]
$(STAMPS)/%: pyproject.toml packaging/make_venv.sh
	@sh packaging/make_venv.sh $(VENV)
	@echo "Installing$(if $(EXTRA), for $*) into $(VENV) ..."
	@$(PIP) install --editable '.$(EXTRA)'
	@mkdir -p $(STAMPS) && touch $@
