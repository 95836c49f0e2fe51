"""The stock project beside which Waymark is measured: what `rasa init` gives, trained on the same sentences.

The pipeline and the policies are those that Rasa 3.6 takes when a project names none, as `rasa init` leaves it; the
intents are the labels of `data/nlu`. Its answers are fixed sentences: it needs no action server, which is in its favour
where time is measured. A trained model is kept under `.waymark/stock/` by what it was trained from.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
KEPT = ROOT / ".waymark" / "stock"
DATA = ROOT / "data" / "nlu"
MODEL = "stock.tar.gz"
TRAINING_SECONDS = 90 * 60
EPOCHS = 100  # as Rasa has it

# rasa.engine.recipes.default_recipe: what stands in for a pipeline and policies that are not given.
CONFIG: dict[str, Any] = {
    "version": "3.1",
    "recipe": "default.v1",
    "language": "en",
    "assistant_id": "stock",
    "pipeline": [
        {"name": "WhitespaceTokenizer"},
        {"name": "RegexFeaturizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
        {"name": "DIETClassifier", "epochs": EPOCHS, "constrain_similarities": True},
        {"name": "EntitySynonymMapper"},
        {"name": "ResponseSelector", "epochs": EPOCHS, "constrain_similarities": True},
        {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
    ],
    "policies": [
        {"name": "MemoizationPolicy"},
        {"name": "RulePolicy"},
        {"name": "UnexpecTEDIntentPolicy", "max_history": 5, "epochs": EPOCHS},
        {"name": "TEDPolicy", "max_history": 5, "epochs": EPOCHS, "constrain_similarities": True},
    ],
}
_ANSWERS = ("answer.yes", "answer.no", "answer.unknown")


def labels() -> list[str]:
    """Every label of the training sentences."""
    found = {
        entry["intent"]
        for file in sorted(DATA.glob("*.yml"))
        for entry in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]
    }
    return sorted(found)


def fingerprint() -> str:
    """One hash over what the stock model is trained from."""
    digest = hashlib.sha256(version("rasa").encode())
    digest.update(Path(__file__).read_bytes())
    for file in sorted(DATA.glob("*.yml")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def trained(epochs: int = EPOCHS, every: int = 1) -> tuple[Path, float]:
    """The stock model, trained first if need be, and the seconds that the training took when it was done. With `every` it is
    trained on each so-manieth sentence: enough to measure what a message costs, in its favour, and nothing else.

    Fewer `epochs` than `EPOCHS` train sooner and may understand less: whoever shows figures says how many it were.
    Raises RuntimeError with the end of the log when it fails or takes longer than `TRAINING_SECONDS`.
    """
    folder = KEPT / f"{fingerprint()}-{epochs}-{every}"
    if not (folder / MODEL).is_file():
        print(f"Training the stock project ({epochs} epochs; half an hour on two quiet cores) ...", flush=True)
        write_project(folder / "project", epochs, every)
        _train(folder)
    return folder / MODEL, float((folder / "seconds").read_text(encoding="utf-8"))


def write_project(folder: Path, epochs: int = EPOCHS, every: int = 1) -> None:
    """The project's files, with the sentences as they are, or with each so-manieth of every label."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    shutil.copytree(DATA, folder / "data" / "nlu")
    if every > 1:
        for file in (folder / "data" / "nlu").glob("*.yml"):
            _write(file, _thinned(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader), every))
    intents = labels()
    _write(folder / "config.yml", _config(epochs))
    _write(folder / "domain.yml", _domain(intents))
    _write(folder / "data" / "rules.yml", _rules(intents))
    _write(folder / "data" / "stories.yml", _stories(intents))
    _write(folder / "credentials.yml", {"rest": {}})
    _write(folder / "endpoints.yml", {})


def _thinned(document: dict[str, Any], every: int) -> dict[str, Any]:
    for entry in document["nlu"]:
        entry["examples"] = "".join(f"{line}\n" for line in entry["examples"].splitlines()[::every])
    return document


def _config(epochs: int) -> dict[str, Any]:
    def set_epochs(part: dict[str, Any]) -> dict[str, Any]:
        return {**part, "epochs": epochs} if "epochs" in part else part

    return {**CONFIG, **{name: [set_epochs(part) for part in CONFIG[name]] for name in ("pipeline", "policies")}}


def _domain(intents: list[str]) -> dict[str, Any]:
    names = ["ask_more", "advice", "route", "question", "other"]
    return {
        "version": "3.1",
        "intents": intents,
        "responses": {f"utter_{name}": [{"text": f"This is what is said about it: {name}."}] for name in names},
        "session_config": {"session_expiration_time": 60, "carry_over_slots_to_new_session": True},
    }


def _rules(intents: list[str]) -> dict[str, Any]:
    said = {"route": "utter_route", "near_miss": "utter_other", "topic": "utter_question"}
    said |= {"command": "utter_other", "out_of_scope": "utter_other"}
    groups = [(intent, said.get(intent.partition(".")[0])) for intent in intents]
    return {
        "version": "3.1",
        "rules": [
            {"rule": f"rule {intent}", "steps": [{"intent": intent}, {"action": action}]}
            for intent, action in groups
            if action
        ],
    }


def _stories(intents: list[str]) -> dict[str, Any]:
    behaviours = [intent for intent in intents if intent.startswith("behaviour.")]
    answers = [intent for intent in _ANSWERS if intent in intents]
    return {
        "version": "3.1",
        "stories": [
            {
                "story": f"{behaviour} {answer}",
                "steps": [
                    {"intent": behaviour},
                    {"action": "utter_ask_more"},
                    {"intent": answer},
                    {"action": "utter_advice"},
                ],
            }
            for behaviour in behaviours
            for answer in answers
        ],
    }


def _train(folder: Path) -> None:
    begun = time.monotonic()
    command = [sys.executable, "-m", "rasa", "train", "--fixed-model-name", "model", "--out", "models"]
    log = folder / "train.log"
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=folder / "project", env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out
        )
        try:
            _wait(process, begun)
        finally:
            process.kill()
            process.wait()
    made = folder / "project" / "models" / "model.tar.gz"
    if process.returncode != 0 or not made.is_file():
        raise RuntimeError(f"the stock project could not be trained; {log} ends with:\n{_tail(log)}")
    (folder / "seconds").write_text(f"{time.monotonic() - begun:.1f}\n", encoding="utf-8")
    shutil.move(str(made), folder / MODEL)


def _wait(process: subprocess.Popen[bytes], begun: float) -> None:
    while process.poll() is None:
        seconds = time.monotonic() - begun
        if seconds > TRAINING_SECONDS:
            return
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            print(f"  {seconds:5.0f} s  the stock project is being trained", flush=True)


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-12:])


def _write(file: Path, content: dict[str, Any]) -> None:
    file.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")
