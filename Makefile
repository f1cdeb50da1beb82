# Every target makes its own environment first; `make demo` and `make test` each work alone.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN = $(VENV)/bin
UV ?= uv
STAMP = $(VENV)/.ready

# the reading room at the end of `make demo`: SERVE=0 for machines without a reader
SERVE ?= 1
PORT ?= 8765

.PHONY: demo test bench lint format docs messages pictures screenshots lock weights clean

$(STAMP): requirements.lock pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: $(STAMP)
	@SERVE=$(SERVE) PORT=$(PORT) samples/demo.sh $(BIN)

test: $(STAMP)
	$(BIN)/python -m pytest -n 2

bench: $(STAMP)
	$(BIN)/python eval/bench.py

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(STAMP)
	$(BIN)/python docs/build.py

messages: $(STAMP)
	$(BIN)/python docs/messages.py

screenshots: $(STAMP)
	$(BIN)/python docs/pictures/screenshots.py

pictures: $(STAMP)
	$(BIN)/python docs/pictures/draw.py
	$(BIN)/python docs/pictures/measured.py

# every shipped weight, from the public wheel, the evaluation data and train/corpus
TRAIN = .venv-train
$(TRAIN)/.ready: train/requirements.txt requirements.lock
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check -r train/requirements.txt -r requirements.lock
	touch $@

weights: $(TRAIN)/.ready
	THP_MEM_ALLOC_ENABLE=1 OMP_WAIT_POLICY=passive PYTHONPATH=src $(TRAIN)/bin/python train/build.py $(WEIGHTS)

lock:
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) $(TRAIN) out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests eval docs -name __pycache__ -type d -prune -exec rm -rf {} +
