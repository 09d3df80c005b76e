# Everything one needs: `make run` to see it, `make test` before a change goes in. `make help` lists the rest.
# Wants Python 3.11 or later with its venv module, and nothing else.

STORE ?= build/riwaya.db
RIWAYA_PORT ?= 8642
BIN := .venv/bin
CODE := src tests tools benchmarks

.PHONY: help run test check gate bench docs clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-6s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/installed ## read the examples into a store and serve its pages
	@mkdir -p $(dir $(STORE))
	$(BIN)/riwaya read examples --format table --store $(STORE)
	@echo
	$(BIN)/riwaya serve --store $(STORE) --port $(RIWAYA_PORT)

test: check ## check, then run every test
	@tools/get_browser.sh
	$(BIN)/pytest

check: .venv/installed-dev ## style, types and the order of the layers
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

gate: .venv/installed-dev ## score the gate's reports and hold the floors
	$(BIN)/riwaya evaluate reports tests/gate/reports
	$(BIN)/pytest tests/gate

bench: .venv/installed-dev ## measure the speed of reading, of its claims stage and of the store
	$(BIN)/python benchmarks/reading_speed.py
	$(BIN)/python benchmarks/claims_speed.py
	$(BIN)/python benchmarks/store_speed.py

docs: .venv/installed-dev ## write anew what is generated in README and docs
	$(BIN)/python tools/refresh_readme.py
	$(BIN)/python tools/pack_facts.py
	$(BIN)/python tools/write_schema.py

clean: ## remove what was built, the environment included
	rm -rf .venv build dist

.venv/installed: pyproject.toml
	@tools/set_up.sh
	@touch $@

.venv/installed-dev: pyproject.toml
	@tools/set_up.sh dev,tools
	@touch $@ .venv/installed
