"""The training sentences as Rasa gets them: those that its own reader finds, in its order."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.sentence_importer import SentenceImporter, SentenceMessage
from bot.sentence_check.reading import UnreadableError
from tests.conftest import ROOT

FILES = {
    "b.yml": 'version: "3.1"\nnlu:\n- intent: answer.yes\n  examples: |\n    - what is it?\n    - “who” is it: #1\n',
    "a.yml": 'version: "3.1"\nnlu:\n- intent: answer.no\n  examples: |\n    - he asked\n    - he asked\n    - she  asked \n',
}


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def plain(data: TrainingData) -> list[tuple[str, str]]:
    return [(one.get(TEXT), one.get(INTENT)) for one in data.intent_examples]


def test_they_are_what_rasas_own_reader_finds(tmp_path: Path) -> None:
    data = [str(folder(tmp_path, **FILES))]
    config, domain = str(ROOT / "config.yml"), str(ROOT / "domain.yml")
    ours = TrainingDataImporter.load_from_config(config, domain, data).get_nlu_data()
    rasas = TrainingDataImporter.load_from_dict({}, config, domain, data).get_nlu_data()
    assert plain(ours) == plain(rasas)
    assert len(plain(ours)) == 4  # what stands twice counts once
    assert {type(one) for one in ours.intent_examples} == {SentenceMessage}


def test_a_file_that_holds_something_else_is_refused_by_its_name(tmp_path: Path) -> None:
    data = folder(tmp_path, **{"c.yml": 'version: "3.1"\nnlu:\n- synonym: mum\n  examples: |\n    - mother\n'})
    with pytest.raises(UnreadableError, match=r"c\.yml"):
        SentenceImporter(training_data_paths=[str(data)]).get_nlu_data()


def test_a_copy_is_equal_until_something_is_set_and_does_not_change_the_other() -> None:
    one = SentenceMessage({TEXT: "he asked", INTENT: "topic.one"})
    other = deepcopy(one)
    assert one == other and hash(one) == hash(other) and one is not other
    other.set(INTENT, "topic.two")
    assert one != other and one.get(INTENT) == "topic.one"
    other.set(INTENT, "topic.one")
    other.set("more", 1)
    assert one != other and one.get("more") is None
