"""The sentences of the fact finder's trained part: enough, labelled with what exists, and none of them twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from bot.nlu import fact_sentences
from bot.nlu.fact_sentences import FactSentence, FactSentenceError
from bot.nlu.factors import SLUGS

EVALUATION = Path(__file__).parents[2] / "evaluation"
# A gap of two years is said in numbers, which rules read.
FEWEST = {("age_gap_two_years", "yes"): 30, ("age_gap_two_years", "no"): 9}


@pytest.fixture(scope="module")
def sentences() -> list[FactSentence]:
    return fact_sentences.load()


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("answer", ["yes", "no"])
def test_every_factor_has_sentences_for_yes_and_for_no(sentences: list[FactSentence], slug: str, answer: str) -> None:
    said = [one for one in sentences if one.factors.get(slug) == answer]
    assert len(said) >= FEWEST.get((slug, answer), 35)


def test_no_sentence_stands_twice_or_in_an_evaluation_set(sentences: list[FactSentence]) -> None:
    texts = Counter(one.text.casefold() for one in sentences)
    assert [text for text, times in texts.items() if times > 1] == []
    measured = {
        entry["text"].casefold()
        for path in EVALUATION.glob("*/*.yml")
        for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        if isinstance(entry, dict) and "text" in entry
    }
    assert measured and not measured & texts.keys()


@pytest.mark.parametrize(
    ("name", "entries", "message"),
    [
        ("coercion.yml", "'yes':\n- {text: he made her, also: {colour: 'yes'}}", "coercion.yml, 'he made her', also"),
        ("weather.yml", "'yes':\n- it rained", "weather.yml"),
        ("coercion.yml", "maybe:\n- he made her", "coercion.yml, 'he made her': 'maybe'"),
    ],
)
def test_an_entry_that_does_not_fit_is_refused_by_name(tmp_path: Path, name: str, entries: str, message: str) -> None:
    (tmp_path / name).write_text(entries, encoding="utf-8")
    with pytest.raises(FactSentenceError, match=message):
        fact_sentences.load(tmp_path)


def test_what_a_sentence_says_in_all_leaves_no_other_factor_open(tmp_path: Path) -> None:
    (tmp_path / "several.yml").write_text("said:\n- {text: a, also: {secrecy: 'yes'}}", encoding="utf-8")
    (tmp_path / "several_x.yml").write_text("said_in_all:\n- {text: b, also: {secrecy: 'yes'}}", encoding="utf-8")
    assert [(one.text, one.in_all) for one in fact_sentences.load(tmp_path)] == [("a", False), ("b", True)]
