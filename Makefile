PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
LOCK := requirements/dev.txt
COMPILE := $(PY) -m uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml
export UV_PYTHON_DOWNLOADS = never

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.complete ## Build .venv from the lock file (does nothing when it is current)

$(VENV)/.complete: $(LOCK) pyproject.toml
	@echo "Building $(VENV) from $(LOCK) (downloads packages the first time) ..."
	@test -x $(PY) || python3 -m venv $(VENV)
	@$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r $(LOCK)
	@$(PY) -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

translations: setup ## Compile the German and English catalogues
	@$(PY) -m babel.messages.frontend -q compile -D django -d site/univercity/locale

demo: translations ## Serve the site with its demo content (PORT=8000)
	@DEBUG=1 $(PY) manage.py serve_demo $(PORT)

test: translations ## Run the tests (DATABASE_URL, REDIS_URL choose other services)
	@$(PY) -m pytest $(ARGS) --ignore tests/browser

test-browser: translations ## Run the browser tests (needs Debian's chromium)
	@$(PY) -m pytest $(ARGS) tests/browser

lint: setup ## Check format, style, templates and types
	@$(PY) -m ruff format --check . && $(PY) -m ruff check .
	@git ls-files '*.html' | xargs $(VENV)/bin/djhtml --tabwidth 2 --check
	@$(PY) -m mypy

format: setup ## Format code and templates
	@$(PY) -m ruff check --fix-only . ; $(PY) -m ruff format .
	@git ls-files '*.html' | xargs $(VENV)/bin/djhtml --tabwidth 2

messages: setup ## Collect translatable strings (needs GNU gettext)
	@$(PY) manage.py collect_messages

lock: setup ## Lock the dependencies named in pyproject.toml
	@$(COMPILE) -o requirements/run.txt && $(COMPILE) --group dev -c requirements/run.txt -o $(LOCK)

.PHONY: help setup translations demo test test-browser lint format messages lock
