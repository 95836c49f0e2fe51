"""The trained model on disk: where it is, what it was trained from, and whether it is still the file that was trained.

A model is an archive that may run code when it is loaded, so it is loaded only when its hash is the one noted at
training.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODEL = ROOT / "models" / "waymark.tar.gz"

_TRAINED_FROM = (
    "config.yml",
    "domain.yml",
    "data",
    "bot/nlu",
    "bot/sentence_check/reading.py",
    "knowledge/behaviours",
    "knowledge/places",
    "requirements.lock",
)
_NOT_SOURCE = ("__pycache__", ".pyc")
# What is only read by when a message comes: a rule that changes here needs no new training. Nothing that learns may
# import it.
ONLY_READ_BY = frozenset(
    f"bot/nlu/{name}"
    for name in [
        "answers.py",
        "areas.py",
        "asides.py",
        "commands.py",
        "gate.py",
        "identifying",
        "misspelt_places.py",
        "place_signs.py",
        "reader.py",
        "roles.py",
        "safety_net.py",
        "second_opinion.py",
    ]
)


class ModelProblem(Exception):
    """The model cannot be used: the message is one sentence that says why and what to do."""


@dataclass(frozen=True)
class ModelNote:
    """What is noted beside the model (models/waymark.json)."""

    fingerprint: str  # of everything it was trained from
    sha256: str  # of the model file


def fingerprint(root: Path = ROOT) -> str:
    """One hash over everything that the model is trained from: names and contents."""
    digest = hashlib.sha256()
    for source in _TRAINED_FROM:
        path = root / source
        files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        for file in files:
            name = file.relative_to(root).as_posix()
            if file.is_file() and not _is_beside(file.relative_to(root)):
                digest.update(f"{name}\0{_sha256(file)}\n".encode())
    return digest.hexdigest()


def _is_beside(file: Path) -> bool:
    """Whether training does not depend on this file."""
    if any(mark in file.as_posix() for mark in _NOT_SOURCE):
        return True
    return any(one.as_posix() in ONLY_READ_BY for one in (file, file.parent))


def note_of(model: Path) -> ModelNote | None:
    """The note beside `model`, or None when there is none that can be read."""
    try:
        return ModelNote(**json.loads(_note_path(model).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_note(model: Path, trained_from: str) -> None:
    """Note what `model` was trained from, and its hash."""
    note = ModelNote(trained_from, _sha256(model))
    _note_path(model).write_text(json.dumps(asdict(note), indent=2) + "\n", encoding="utf-8")


def is_current(model: Path, root: Path = ROOT) -> bool:
    """Whether `model` is there, unchanged, and trained from what is in `root` now."""
    note = note_of(model)
    return (
        note is not None and model.is_file() and note.fingerprint == fingerprint(root) and note.sha256 == _sha256(model)
    )


def require_unchanged(model: Path) -> None:
    """Raise ModelProblem unless `model` is the very file that was trained here."""
    if not model.is_file():
        raise ModelProblem(f"There is no trained model at {model}: run `make train`.")
    note = note_of(model)
    if note is None:
        raise ModelProblem(f"There is no note beside the model {model}: run `make train`.")
    if note.sha256 != _sha256(model):
        raise ModelProblem(f"The model {model} is not the file that was trained (its hash differs): run `make train`.")


def _note_path(model: Path) -> Path:
    return model.with_name(model.name.removesuffix(".tar.gz") + ".json")


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
