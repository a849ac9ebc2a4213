# The two commands of a newcomer: `make run` and `make test`. `make help` lists the rest.
# Everything is set up on the way, in .venv, with pinned and hashed packages; nothing else is asked.

SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export UV_PYTHON_DOWNLOADS := never
export PICTURES
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Empty is unset: without compiled modules each process that starts here would take seconds to compile them again.
export PYTHONDONTWRITEBYTECODE :=
UV := $(BIN)/uv pip
# Processes for the tests, each with a database of its own. More than there are cores, as many stories wait for what others do,
# and those in a browser most of their time.
JOBS ?= 3
BROWSERS ?= 5
PYTEST := $(BIN)/python -m pytest --dist loadfile
# In the order of the files: the longest stories stand in tests and begin first; tests/browser/conftest.py puts its own in front.
IN_ORDER := --no-loadscope-reorder

.PHONY: help setup run demo test test-sqlite test-postgres test-browser browser mail-servers object-store check format bench soak lock docs messages migrations clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|'

$(VENV)/.made:
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { \
	  echo "Makegood needs Python 3.11 or newer with venv (on Debian: apt-get install python3-venv)." >&2; exit 1; }
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Makegood needs Python 3.11 or newer: make PYTHON=python3.12 …" >&2; rm -rf $(VENV); exit 1; }
	@touch $@

$(VENV)/.uv: requirements/uv.txt $(VENV)/.made
	@$(BIN)/python -m pip install -q --require-hashes -r requirements/uv.txt
	@touch $@

$(VENV)/.run: requirements/run.txt $(VENV)/.uv
	@echo "Fetching what Makegood needs …"
	@VIRTUAL_ENV=$(VENV) $(UV) install -q --compile-bytecode --require-hashes -r requirements/run.txt
	@pwd > "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/makegood-here.pth"
	@printf '#!/bin/sh\nexec "%s/python" -m makegood "$$@"\n' "$$(cd $(BIN) && pwd)" > $(BIN)/makegood
	@chmod +x $(BIN)/makegood
	@$(BIN)/python -m compileall -q -j 0 makegood
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	@echo "Fetching what the tests need …"
	@VIRTUAL_ENV=$(VENV) $(UV) install -q --require-hashes -r requirements/test.txt
	@touch $@

setup: $(VENV)/.run ## only set everything up
	@$(BIN)/makegood compile-translations

run: setup ## set up, migrate, serve http://127.0.0.1:8000 and SMTP on 127.0.0.1:2525
	@exec $(BIN)/makegood serve

demo: setup ## set up, load the demo company, serve it
	@$(BIN)/makegood demo || echo "Serving what is there." >&2
	@exec $(BIN)/makegood serve

browser: ## a Chromium for the browser tests, where there is none and apt-get can bring it
	@command -v chromium-headless-shell >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing Chromium for the browser tests …"; \
	    apt-get update -qq -o Acquire::http::Timeout=20 -o Acquire::Retries=1 >/dev/null && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium-headless-shell fonts-noto-cjk >/dev/null; \
	  fi; } || true
	@command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	  echo "No Chromium here: the browser tests will be skipped. On Debian: apt-get install chromium-headless-shell fonts-noto-cjk" >&2

mail-servers: ## a Postfix and a Dovecot for the tests, where there are none and apt-get can bring them
	@test -x /usr/sbin/postfix && test -x /usr/sbin/dovecot && test -x /usr/lib/dovecot/lmtp || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing Postfix and Dovecot for the tests …"; \
	    echo "postfix postfix/main_mailer_type select No configuration" | debconf-set-selections && \
	    apt-get update -qq -o Acquire::http::Timeout=20 -o Acquire::Retries=1 >/dev/null && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	      postfix dovecot-imapd dovecot-lmtpd >/dev/null; \
	  fi; } || true
	@test -x /usr/sbin/postfix && test -x /usr/sbin/dovecot || \
	  echo "No Postfix or no Dovecot here: their stories will be skipped. On Debian, as root: apt-get install postfix dovecot-imapd dovecot-lmtpd" >&2

object-store: $(VENV)/.made ## an S3-compatible storage for the tests, where there is npm
	@test -d $(VENV)/object-store/node_modules || ! command -v npm >/dev/null || \
	  npm install --prefix $(VENV)/object-store --silent --no-audit --no-fund @20minutes/s3rver@4.0.4 || \
	  echo "No S3-compatible storage could be fetched: its tests will be skipped." >&2

test: test-postgres test-browser test-sqlite ## everything: on PostgreSQL, in the browser, then on SQLite

# Each run has a data directory of its own, so that tests touch nobody's installation.
test-sqlite: $(VENV)/.test setup mail-servers object-store
	@data=$$(mktemp -d) && trap 'rm -rf "$$data"' EXIT && \
	  env -u MAKEGOOD_DATABASE_URL MAKEGOOD_DATA="$$data" $(PYTEST) -n $(JOBS) $(IN_ORDER) -m "not soak and not browser" $(ARGS)

# Apart from the rest: the browser's driver keeps an event loop running in its process.
test-browser: $(VENV)/.test setup browser # PICTURES=1 also takes pictures of the pages, into screenshots/
	@data=$$(mktemp -d) && trap 'rm -rf "$$data"' EXIT && \
	  env -u MAKEGOOD_DATABASE_URL MAKEGOOD_DATA="$$data" $(PYTEST) -n $(BROWSERS) $(IN_ORDER) -m "browser and not soak" tests/browser tests/journeys $(ARGS)

test-postgres: $(VENV)/.test setup mail-servers object-store
	@data=$$(mktemp -d) && trap 'rm -rf "$$data"' EXIT && \
	  MAKEGOOD_DATA="$$data" $(BIN)/python tests/with_postgres.py $(PYTEST) -n $(JOBS) $(IN_ORDER) -m "not soak and not browser" $(ARGS)

soak: $(VENV)/.test setup browser ## the full counts of kills, mutations and load (long)
	@data=$$(mktemp -d) && trap 'rm -rf "$$data"' EXIT && export MAKEGOOD_DATA="$$data" && unset MAKEGOOD_DATABASE_URL && \
	  $(BIN)/python -m pytest -m "soak and not browser" --timeout=0 $(ARGS) && \
	  $(BIN)/python tests/with_postgres.py $(BIN)/python -m pytest -m "soak and not browser" --timeout=0 $(ARGS) && \
	  $(BIN)/python -m pytest -m "soak and browser" --timeout=0 $(ARGS)

check: $(VENV)/.test setup ## style, types, layers, migrations, templates, translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy makegood
	$(BIN)/lint-imports --no-cache
	@data=$$(mktemp -d) && trap 'rm -rf "$$data"' EXIT && \
	  MAKEGOOD_DATA="$$data" $(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/djlint --quiet --lint makegood
	$(BIN)/makegood check-translations

format: $(VENV)/.test ## put the code into its usual form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.test setup ## the figures, as JSON: make bench ARGS="--sizes 10000,1000000" (docs/figures.md)
	@$(BIN)/python benchmarks/all.py $(ARGS)

lock: $(VENV)/.uv ## renew the hashed locks from requirements/*.in
	@for name in uv run test; do \
	  $(UV) compile -q --universal --generate-hashes --python-version 3.11 $(ARGS) \
	    requirements/$$name.in -o requirements/$$name.txt || exit 1; done

migrations: $(VENV)/.test ## write the migrations that changed models ask for: make migrations ARGS="cases -n merged_into"
	@$(BIN)/python manage.py makemigrations $(ARGS)

docs: setup ## write docs/events.md anew from the code
	@$(BIN)/makegood document-events > docs/.events.md && mv docs/.events.md docs/events.md

messages: setup ## bring the catalogues of translations up to date with the code
	@$(BIN)/makegood messages

clean: ## remove .venv and caches, never the data
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
