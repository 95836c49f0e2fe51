"""Some training sentences are learnt from with what people say around what they say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from bot.nlu import said_around
from bot.nlu.said_around import ONE_IN, around
from bot.nlu.sentence_importer import SentenceImporter
from bot.sentence_check.reading import EVALUATION

TEXTS = [f"he did it {number} times" for number in range(600)]


@pytest.mark.parametrize("label", ["route.fgm", "near_miss.fgm", "behaviour.peeping", "topic.court", "out_of_scope"])
def test_of_what_tells_something_a_part_has_words_before_after_or_both(label: str) -> None:
    before, after = said_around._words()
    changed = [(text, around(text, label)) for text in TEXTS if around(text, label) != text]
    assert len(changed) == pytest.approx(len(TEXTS) / ONE_IN, rel=0.3)
    where = Counter()
    for text, learnt in changed:
        opening, closing = learnt.split(text)
        assert opening.strip() in {"", *before} and closing.strip() in {"", *after}
        where[bool(opening), bool(closing)] += 1
    assert set(where) == {(True, False), (False, True), (True, True)}
    assert min(where.values()) > len(changed) / 6


@pytest.mark.parametrize("label", ["answer.yes", "command.stop"])
def test_an_answer_and_a_command_stay_as_they_are(label: str) -> None:
    assert [around(text, label) for text in TEXTS] == TEXTS


def test_it_is_the_same_every_time() -> None:
    assert [around(text, "route.fgm") for text in TEXTS] == [around(text, "route.fgm") for text in TEXTS]


def test_no_words_are_among_those_that_it_is_measured_with() -> None:
    measured = yaml.safe_load((EVALUATION / "said_around.yml").read_text(encoding="utf-8"))
    for ours, others in zip(said_around._words(), (measured["before"], measured["after"]), strict=True):
        assert len(set(ours)) == len(ours) and not {one.lower() for one in ours} & {one.lower() for one in others}


def test_the_training_data_has_them(tmp_path: Path) -> None:
    lines = "".join(f"    - {text}\n" for text in TEXTS)
    file = tmp_path / "routes.yml"
    file.write_text(f'version: "3.1"\nnlu:\n- intent: route.fgm\n  examples: |\n{lines}', encoding="utf-8")
    read = SentenceImporter(training_data_paths=[str(file)]).get_nlu_data()
    assert [one.get("text") for one in read.intent_examples] == [around(text, "route.fgm") for text in TEXTS]
