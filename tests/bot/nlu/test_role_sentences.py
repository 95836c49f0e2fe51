"""The sentences that the ear for the role learns from: enough of each role, and none that stands anywhere else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.nlu import fact_sentences, role_sentences
from bot.nlu.fact_sentences import FactSentenceError
from bot.nlu.role_sentences import RoleSentenceError
from bot.nlu.whose import ROLES
from bot.sentence_check.nearness import pairs, plain
from bot.sentence_check.places import EVERYBODYS_WORDS, TOO_NEAR_TO_EVALUATION, WORTH_A_LOOK, as_like
from bot.sentence_check.reading import evaluation, training


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_as_many_sentences_as_it_needs(role: str) -> None:
    assert sum(one.roles[0] == role for one in role_sentences.load()) >= 250


def test_the_sentences_about_facts_that_say_a_role_say_each_of_them() -> None:
    said = Counter(role for one in fact_sentences.load() for role in one.roles[:1])
    assert min(said[role] for role in ROLES) >= 60


def test_no_sentence_stands_twice_or_among_the_others_that_are_learnt_from() -> None:
    texts = Counter(plain(one.text) for one in role_sentences.load())
    assert [text for text, times in texts.items() if times > 1] == []
    others = {plain(one.text) for one in [*fact_sentences.load(), *training()]}
    assert others and not others & texts.keys()


def test_no_sentence_is_in_or_near_an_evaluation_set() -> None:
    texts, measured = [one.text for one in role_sentences.load()], [one.text for one in evaluation()]
    assert measured
    near = [
        texts[one]
        for one, other, _ in pairs(texts, measured, WORTH_A_LOOK)
        if plain(texts[one]) == plain(measured[other])
        or (
            len(plain(texts[one]).split()) > EVERYBODYS_WORDS
            and as_like(texts[one], measured[other], TOO_NEAR_TO_EVALUATION)
        )
    ]
    assert near == []


@pytest.mark.parametrize(
    ("name", "entries", "message"),
    [
        ("bystander.yml", "- he saw it", "bystander.yml: 'bystander'"),
        ("both.yml", "- {text: they did it, also: [nobody]}", "both.yml, 'they did it', also: 'nobody'"),
        ("both.yml", "- {text: they did it, also: [both]}", "both.yml, 'they did it', also: 'both'"),
        ("both.yml", "- {also: [unclear]}", "both.yml: an entry without a text"),
    ],
)
def test_an_entry_that_does_not_fit_is_refused_by_name(tmp_path: Path, name: str, entries: str, message: str) -> None:
    (tmp_path / name).write_text(entries, encoding="utf-8")
    with pytest.raises(RoleSentenceError, match=message):
        role_sentences.load(tmp_path)


def test_a_role_that_is_none_is_refused_in_a_sentence_about_facts(tmp_path: Path) -> None:
    (tmp_path / "coercion.yml").write_text("'yes':\n- {text: he made her, role: bystander}", encoding="utf-8")
    with pytest.raises(FactSentenceError, match=r"coercion\.yml, 'he made her', role: 'bystander'"):
        fact_sentences.load(tmp_path)


def test_a_sentence_about_facts_may_say_one_role_or_several(tmp_path: Path) -> None:
    entries = "'yes':\n- {text: he made her, role: [displayed, unclear]}\n- {text: my lad made her, role: displayed}"
    (tmp_path / "coercion.yml").write_text(entries, encoding="utf-8")
    assert [one.roles for one in fact_sentences.load(tmp_path)] == [("displayed", "unclear"), ("displayed",)]
