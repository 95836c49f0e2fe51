"""The patterns of the safety net: what is seen by the places of words is what spaCy's matcher finds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml

from bot.nlu.route_rules import _Pattern, _Places, rules
from bot.nlu.spacy_alone import Doc
from bot.sentence_check import reading
from tests.running import ROOT


def one_of_each_route() -> list[str]:
    files = sorted((ROOT / "data" / "nlu").glob("route*.yml"))
    examples = [entry["examples"] for file in files for entry in yaml.safe_load(file.read_text())["nlu"]]
    return [one.splitlines()[len(one.splitlines()) // 2][2:] for one in examples]


def test_every_pattern_is_found_where_the_matcher_finds_it_and_nowhere_else() -> None:
    known = rules()
    met = {True: 0, False: 0}
    for sentence in one_of_each_route():
        read = known._words.read(sentence)
        places, document = _Places(read), Doc(known._vocab, words=read.words, lemmas=read.lemmas)
        for pattern in known._patterns:
            starts = {start for _, start, _ in pattern.matcher(document)}
            assert set(pattern.starts(places, lambda: document)) == starts, sentence  # noqa: B023
            met[pattern.whole] += len(starts)
    assert sum(pattern.whole for pattern in known._patterns) > 500
    assert met[True] > 50
    assert met[False] > 30


def test_no_pattern_is_passed_over_that_would_have_matched(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [one.text for one in reading.training()[::60]]
    texts += [f"{one}. {other}" for one, other in zip(texts[::5], texts[2::5], strict=False)]
    sieved = [rules().fire(text) for text in texts]

    def by_the_matcher_alone(self: _Pattern, places: _Places, document: object) -> Iterator[int]:
        return (start for _, start, _ in self.matcher(document()))

    monkeypatch.setattr(_Pattern, "starts", by_the_matcher_alone)
    assert sieved == [rules().fire(text) for text in texts]
