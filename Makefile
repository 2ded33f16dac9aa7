PORT ?= 8000
VENV := .venv
CANARY := var/canary
DATA_DIR ?= var
DEMO_DATA := $(wildcard $(DATA_DIR)/db.sqlite3*) $(DATA_DIR)/media
PY := $(VENV)/bin/python
LOCK := requirements/dev.txt
# For the oldest Python that the project runs on, whichever runs this.
COMPILE := $(PY) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard site/config/locale/*/LC_MESSAGES/django.po))
# Node.js comes with the development packages, as a wheel.
NPM := PATH="$(CURDIR)/$(VENV)/bin:$$PATH" NODE_OPTIONS=--use-system-ca ASTRO_TELEMETRY_DISABLED=1 npm --loglevel=error
# npm writes addresses of sponsors into lock files, and has no setting against it.
STRIP := const fs = require("fs"), file = "package-lock.json", lock = JSON.parse(fs.readFileSync(file)); \
	for (const entry of Object.values(lock.packages)) delete entry.funding; \
	fs.writeFileSync(file, JSON.stringify(lock, null, 2) + "\n")
export UV_PYTHON_DOWNLOADS = never

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.complete ## Build .venv from the lock file (does nothing when it is current)

$(VENV)/.complete: $(LOCK) pyproject.toml
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, python3 is " + sys.version)'
	@echo "Building $(VENV) from $(LOCK) (downloads packages the first time) ..."
	@test -x $(PY) || python3 -m venv $(VENV)
	@rm -f $(VENV)/.locked
	@{ $(PY) -m pip install --disable-pip-version-check --require-hashes --no-deps -r $(LOCK) && touch $(VENV)/.locked; } \
	| grep --line-buffered -o '^Collecting [^ ]*\|^Installing collected packages'; test -e $(VENV)/.locked
	@$(PY) -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

translations: setup $(CATALOGUES) ## Compile the German and English catalogues

%.mo: %.po | $(VENV)/.complete
	@$(PY) -m babel.messages.frontend -q compile -i $< -o $@

demo: translations ## Serve the site with its demo content (PORT=8000)
	@DEBUG=1 BASE_URL=http://127.0.0.1:$(PORT) $(PY) manage.py serve_demo $(PORT)

fresh: ## Delete the demo's database and files, after asking
	@printf 'Delete %s with all pages, accounts and files in it? [y/N] ' "$(DEMO_DATA)"; read -r answer; \
	if [ "$$answer" = y ]; then rm -rf $(DEMO_DATA) && echo "Deleted. make demo makes them anew."; \
	else echo "Nothing was deleted."; fi

test: translations ## Run the tests (DATABASE_URL, REDIS_URL choose other services)
	@$(PY) -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder $(ARGS) --ignore tests/browser

test-full: ## Run the tests with all that the fuzz tests and the matrix of roles can try
	@$(MAKE) --silent test ARGS="--hypothesis-profile full $(ARGS)"

canary: ## Run the tests with the newest Wagtail and wagtail-localize, released or not yet
	@$(MAKE) --silent setup VENV=$(CANARY)
	@$(CANARY)/bin/python -m pip install -qq --disable-pip-version-check --pre --upgrade wagtail wagtail-localize
	@$(CANARY)/bin/python -m pip list --disable-pip-version-check | grep -i wagtail
	@$(MAKE) --silent test-full VENV=$(CANARY)

frontend: setup ## Check and build the TypeScript client and the example frontend
	@cd clients/typescript && $(NPM) ci && $(NPM) run generate -- --check && $(NPM) test
	@cd examples/frontend && $(NPM) ci && $(NPM) run check && $(NPM) run build

test-browser: translations frontend ## Run the browser tests (needs Debian's chromium)
	@$(PY) -m pytest $(ARGS) tests/browser

lint: setup ## Check format, style, templates, the order of imports, and types
	@failed=0; $(PY) -m ruff format --check . || failed=1; $(PY) -m ruff check . || failed=1; \
	$(VENV)/bin/djhtml --tabwidth 2 --check templates || failed=1; \
	$(VENV)/bin/lint-imports --no-logo --cache-dir var/import_linter || failed=1; \
	$(PY) -m mypy || failed=1; exit $$failed

format: setup ## Format code and templates
	@$(PY) -m ruff check --fix-only . ; $(PY) -m ruff format .
	@$(VENV)/bin/djhtml --tabwidth 2 templates

messages: setup ## Collect the strings to translate (needs GNU gettext)
	@DEBUG=1 $(PY) manage.py makemessages -v 0 -l de -l en --add-location file --no-obsolete -i tests -i var -i dist -i node_modules

lock: setup ## Lock the dependencies named in pyproject.toml
	@$(COMPILE) -o requirements/run.txt && $(COMPILE) --group dev -c requirements/run.txt -o $(LOCK)

lock-frontend: setup ## Lock the dependencies named in the package.json files
	@for folder in clients/typescript examples/frontend; do \
	(cd $$folder && $(NPM) install --package-lock-only && $(CURDIR)/$(VENV)/bin/node -e '$(STRIP)') || exit 1; done

.PHONY: help setup translations demo fresh test test-full canary frontend test-browser lint format messages lock lock-frontend
