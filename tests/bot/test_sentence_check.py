"""The check of the training sentences: what it finds, and that ours pass it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.sentence_check import counting, places
from bot.sentence_check.__main__ import main
from bot.sentence_check.reading import Sentence, UnreadableError, evaluation, training

FILLER = [
    Sentence("f.yml", "topic.mash", text)
    for text in ("who works in there", "what number is it", "a long wait for an answer", "do they call back at all")
]


def found(*sentences: Sentence, measured: list[Sentence] | None = None) -> list[str]:
    return list(places.findings([*sentences, *FILLER], measured or [], {}))


@pytest.mark.slow
def test_the_training_sentences_of_the_project_have_no_finding(capsys: pytest.CaptureFixture[str]) -> None:
    status = main()
    assert status == 0, capsys.readouterr().out


def test_a_sentence_that_stands_twice_is_named_with_its_file_and_label() -> None:
    one = Sentence("a.yml", "behaviour.peeping", "he looks under the toilet door at school")
    other = Sentence("b.yml", "behaviour.peeping", "He looks under the toilet door, at school!")
    (finding,) = found(one, other)
    assert "a.yml: behaviour.peeping: “he looks under the toilet door at school” stands twice" in finding
    assert "b.yml" in finding


def test_nearly_the_same_words_under_two_labels_are_a_conflict() -> None:
    one = Sentence("a.yml", "behaviour.peeping", "she keeps looking under the toilet door at nursery")
    other = Sentence("b.yml", "behaviour.privacy_wanted", "she keeps looking under toilet door at nursery")
    (finding,) = found(one, other)
    assert "stands under two labels" in finding


def test_the_same_subject_in_other_words_is_no_finding() -> None:
    one = Sentence("a.yml", "behaviour.peeping", "she keeps looking under the toilet door at nursery")
    other = Sentence("b.yml", "behaviour.peeping", "my grandson spies over the cubicle at the baths")
    assert found(one, other) == []


def test_a_sentence_of_the_evaluation_is_found_and_not_shown_twice() -> None:
    one = Sentence("a.yml", "behaviour.peeping", "our lad climbed up to look over the cubicle")
    measured = Sentence("test/behaviours.yml", "entry 7", "Our lad has climbed up to look over the cubicle")
    (finding,) = found(one, measured=[measured])
    assert "test/behaviours.yml, entry 7" in finding
    assert measured.text not in finding


def test_words_that_everybody_says_may_stand_in_both() -> None:
    assert found(Sentence("a.yml", "answer.no", "no way"), measured=[Sentence("dev/a.yml", "entry 1", "no way")]) == []


def test_a_permission_that_nothing_needs_is_a_finding() -> None:
    (finding,) = places.findings(FILLER, [], {frozenset({"a", "b"}): "once"})
    assert "nothing needs this permission" in finding


def test_a_permission_needs_a_reason(tmp_path: Path) -> None:
    (tmp_path / "allowed.yml").write_text('- sentences: ["a", "b"]\n  why: ""\n')
    with pytest.raises(UnreadableError, match=r"allowed\.yml: entry 1: two `sentences` and a `why`"):
        places.allowed(tmp_path / "allowed.yml")


def test_too_few_sentences_and_a_label_that_the_content_does_not_know_are_named() -> None:
    findings = list(counting.findings([Sentence("a.yml", "behaviour.pepping", "x")], {"behaviour.peeping": 80}))
    assert findings == [
        "a.yml: behaviour.pepping: “x”: no behaviour, topic, route, answer or command of the content is called so",
        "data/nlu: behaviour.peeping: 0 sentences, at least 80 are needed",
    ]


def test_every_behaviour_topic_and_route_of_the_content_has_to_be_learnt() -> None:
    wanted = counting.expected()
    assert wanted["behaviour.peeping"] == 80 and wanted["topic.mash"] == 12 and wanted["route.sextortion"] == 60
    assert wanted["near_miss.sextortion"] == 60 and wanted["out_of_scope"] == 300


@pytest.mark.parametrize("text", ["nlu:\n- intent: a\n", "nlu:\n- intent: a\n  examples: |\n    no dash\n"])
def test_a_file_of_another_shape_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "broken.yml").write_text(text)
    with pytest.raises(UnreadableError, match=r"broken\.yml: a"):
        training(tmp_path)


def test_the_evaluation_sets_are_read_by_their_place() -> None:
    places_of = {(sentence.file, sentence.label) for sentence in evaluation()}
    assert ("dev/behaviours.yml", "entry 1") in places_of and ("test/behaviours.yml", "entry 1") in places_of
