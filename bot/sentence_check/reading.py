"""The training sentences and the evaluation sets as plain records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
TRAINING, EVALUATION = ROOT / "data" / "nlu", ROOT / "tests" / "evaluation"


@dataclass(frozen=True)
class Sentence:
    """`label` as in the training data; of an evaluation sentence, the place in its file."""

    file: str
    label: str
    text: str

    def __str__(self) -> str:
        return f"{self.file}: {self.label}: “{self.text}”"


class UnreadableError(ValueError):
    """A file does not have the shape of Rasa's training data; the message names it and the label."""


def training(folder: Path = TRAINING) -> list[Sentence]:
    """Every sentence of the training data. Raises `UnreadableError`."""
    return [sentence for path in sorted(folder.glob("*.yml")) for sentence in of_file(path)]


def of_file(path: Path) -> list[Sentence]:
    """Every sentence of one file of the training data. Raises `UnreadableError`."""
    sentences = []
    for block in _load(path).get("nlu", ()):
        label = block.get("intent") if isinstance(block, dict) else None
        lines = block.get("examples") if label else None
        if not isinstance(lines, str):
            raise UnreadableError(f"{path.name}: {label}: `examples` is missing or no block of lines")
        for line in lines.splitlines():
            if not line.startswith("- ") or not line[2:].strip():
                raise UnreadableError(f"{path.name}: {label}: a line that is no sentence: “{line}”")
            sentences.append(Sentence(path.name, str(label), line[2:].strip()))
    return sentences


def evaluation(folder: Path = EVALUATION) -> list[Sentence]:
    """Every sentence of the evaluation sets, labelled by its place so that a finding need not show it."""
    sentences = []
    for path in sorted(folder.glob("*/*.yml")):
        entries: Any = _load(path)
        if not isinstance(entries, Sequence):
            continue  # whole conversations, not sentences
        name = f"{path.parent.name}/{path.name}"
        for number, entry in enumerate(entries, start=1):
            if isinstance(entry, dict) and isinstance(entry.get("text"), str):
                sentences.append(Sentence(name, f"entry {number}", entry["text"]))
    return sentences


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {}
