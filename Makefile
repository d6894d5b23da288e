# Two commands do everything:
#
#   make demo     install, read corpus/, check the graph, leave Turtle, GraphML and a page in out/
#   make test     install with what the tests need, run all of them
#
# Both install into .venv once and are quick after that. Others: make picture, make accuracy, make docs, make benchmarks, make clean.
# Other texts:  make demo TEXTS=folder       leaves its files in out/folder/
# Other Python: make demo PYTHON=python3.12  (3.11 or newer)

PYTHON ?= python3
VENV   ?= .venv
TEXTS  ?= corpus
OUT    ?= $(if $(filter corpus,$(TEXTS)),out,out/$(notdir $(patsubst %/,%,$(firstword $(TEXTS)))))

BIN   := $(VENV)/bin
STORE := $(OUT)/kg-store

.DEFAULT_GOAL := help
.PHONY: help demo test quick programs docs picture accuracy benchmarks clean

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' $(firstword $(MAKEFILE_LIST))

# --- installing

$(VENV)/.installed: setup.cfg pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "$(PYTHON) is not Python 3.11 or newer; name one that is: make PYTHON=python3.12" >&2; exit 2; }
	@test -x $(BIN)/python && $(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || \
	    { echo "$(PYTHON) can't make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 2; }
	@echo "installing parkkg into $(VENV)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.tests-installed: $(VENV)/.installed
	@echo "installing what the tests need into $(VENV)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,serve,notebooks]'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[browser]' || \
	    echo "playwright can't be installed here: the tests of the page are skipped" >&2
	@touch $@

programs:
	@sh tools/install_for_tests.sh

# --- the two commands

# Files that can't be read are named and left out (exit code 2); the graph of the others is made all the same.
demo: $(VENV)/.installed
	@mkdir -p $(OUT)
	$(BIN)/kg build $(TEXTS) --store $(STORE) || { test $$? -eq 2 && test -d $(STORE); }
	$(BIN)/kg export --store $(STORE) --format turtle -o $(OUT)/graph.ttl
	$(BIN)/kg export --store $(STORE) --format graphml -o $(OUT)/graph.graphml
	$(BIN)/kg draw --store $(STORE) -o $(OUT)/graph.html
	$(BIN)/kg validate --store $(STORE)
	@echo
	@echo "$(OUT)/graph.html     the graph as a page: open it in a browser, no network needed"
	@echo "$(OUT)/graph.ttl      the graph as Turtle, with the sentence behind every fact"
	@echo "$(OUT)/graph.graphml  entities and relations for Gephi, yEd or Cytoscape"
	@echo "$(STORE)/      the store; ask it, for example: $(BIN)/kg show --store $(STORE) 宁德时代"

test: $(VENV)/.tests-installed programs
	$(BIN)/python -m pytest $(TESTS)

# --- for developers

# The tests that take no more than a few seconds each.
quick: $(VENV)/.tests-installed
	$(BIN)/python -m pytest -m 'not slow' $(TESTS)

# The pages that programs write, and the outputs in those that people write.
docs: $(VENV)/.installed
	$(BIN)/python tools/describe_ontology.py
	$(BIN)/python tools/describe_commands.py
	$(BIN)/python tools/refresh_examples.py

picture: $(VENV)/.tests-installed programs demo
	$(BIN)/python tools/take_picture.py $(OUT)/graph.html docs/images/graph.png --choose 宁德时代
	$(BIN)/python tools/take_picture_of_server.py $(STORE) docs/images

accuracy: $(VENV)/.installed
	$(BIN)/python tools/describe_accuracy.py
	$(BIN)/python tools/refresh_examples.py README.md

benchmarks: $(VENV)/.installed
	$(BIN)/python benchmarks/throughput.py --write
	$(BIN)/python benchmarks/memory.py --write
	$(BIN)/python benchmarks/store.py --write
	$(BIN)/python benchmarks/rules.py --write
	$(BIN)/python benchmarks/resolve.py --write
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement benchmarks/requirements.txt
	$(BIN)/python benchmarks/names.py --write
	$(BIN)/python benchmarks/draw.py --write
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[serve]'
	$(BIN)/python benchmarks/serve.py --write

clean:
	rm -rf $(VENV) out build parkkg.egg-info
