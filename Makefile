# Waymark from one command. Each target does what is missing and no more, and may be run again at any time.

PORT ?= 8000
# Not from the environment, where some shells keep the machine's own name: nobody is to listen everywhere by accident.
HOST = 127.0.0.1

PYTHON = .venv/bin/python
RUNTIME = .venv/.installed-runtime
TESTS = .venv/.installed-tests
WORKERS = 2
SET = test
WALKS = 10000
PEOPLE = 5
CALLS = 20000

.DEFAULT_GOAL = help
.PHONY: help run test check words train contacts evaluate bench prove privacy audit fuzz lock clean
.NOTPARALLEL:
.DELETE_ON_ERROR:

help:
	@echo "make run       set up, train, start, and print the address (PORT=8000 HOST=127.0.0.1)"
	@echo "make test      set up what tests need, and run all of them"
	@echo "make check     format, lint, types, words, training sentences, fast tests: before each commit"
	@echo "make train     train the model if what it is trained from has changed"
	@echo "make contacts  the sign-off sheet: which numbers to ring, the oldest check first"
	@echo "make words     the language check of everything a person may read"
	@echo "make evaluate  how well it understands sentences it has never seen, beside stock Rasa (SET=dev or test)"
	@echo "make bench     how fast it is and what it takes, beside stock Rasa (CALLS=100000 for the record)"
	@echo "make prove     the long proofs: the whole space of cases, mutation of the rules, many walks"
	@echo "make privacy   the search for what people wrote, in every place where it must not be (PEOPLE=5)"
	@echo "make fuzz      the chat API under thousands of requests made from its description"
	@echo "make audit     the packages of the lock against known advisories"
	@echo "make lock      write the lock files anew from requirements*.in"
	@echo "make clean     remove what was built; the libraries in .venv stay"

run: train
	@exec $(PYTHON) -m bot.start --port "$(PORT)" --host "$(HOST)"

train: $(RUNTIME)
	@$(PYTHON) -m bot.train

check: $(TESTS)
	@echo "Format ..." && $(PYTHON) -m ruff format --check --quiet .
	@echo "Lint ..." && $(PYTHON) -m ruff check --quiet .
	@echo "Types ..." && $(PYTHON) -m mypy
	@echo "Words ..." && $(PYTHON) -m knowledge.word_check
	@echo "Training sentences ..." && $(PYTHON) -m bot.sentence_check
	@echo "Fast tests ..." && $(PYTHON) -m pytest -n $(WORKERS) -m "not server and not slow"

# What comes from Debian is fetched while the model is trained: the one waits for the network, the other for the processor.
test: $(TESTS)
	@{ setup/browser && setup/servers; } & fetched=$$!; $(MAKE) --no-print-directory train || { kill $$fetched; exit 1; }; wait $$fetched
	@echo "All tests ..." && $(PYTHON) -m pytest -n $(WORKERS) --dist loadfile

words: $(TESTS)
	@$(PYTHON) -m knowledge.word_check

evaluate: $(TESTS) train
	@$(PYTHON) -m tests.evaluation.compare $(SET)

bench: $(TESTS) train
	@setup/servers
	@$(PYTHON) -m tests.bench --calls $(CALLS)

prove: $(TESTS) train
	@echo "Every case ..." && $(PYTHON) -m tests.proof.enumeration
	@echo "Mutants of the rules ..." && $(PYTHON) -m tests.proof.mutation
	@echo "Walks ..." && $(PYTHON) -m tests.scenarios.walk --walks $(WALKS)
	@$(MAKE) --no-print-directory privacy fuzz audit

privacy: $(TESTS) train
	@echo "Canaries ..." && $(PYTHON) -m tests.privacy.prove --people $(PEOPLE)

fuzz: $(TESTS) train
	@echo "Fuzzing the chat API ..." && WAYMARK_FUZZ_EXAMPLES=500 $(PYTHON) -m pytest tests/attacks/test_api_fuzz.py

audit: $(TESTS)
	@echo "Advisories ..." && $(PYTHON) -m tests.attacks.audit

contacts: $(RUNTIME)
	@$(PYTHON) -m knowledge.sign_off_sheet

lock:
	@setup/lock

clean:
	@rm -rf models .waymark .rasa results .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -not -path "./.venv/*" -prune -exec rm -rf {} +
	@echo "Removed the model and what checks left behind. The libraries in .venv stay (rm -r .venv removes them)."

$(RUNTIME): requirements.lock requirements-encoder.lock .python-version
	@setup/install runtime

$(TESTS): $(RUNTIME) requirements-dev.lock
	@setup/install tests
