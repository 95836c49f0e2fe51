"""The patterns of the safety net: what is seen by the places of words is what spaCy's matcher finds."""

from __future__ import annotations

import yaml

from bot.nlu.route_rules import _Places, rules
from bot.nlu.spacy_alone import Doc
from tests.running import ROOT


def sentences() -> list[str]:
    """One of each route."""
    files = sorted((ROOT / "data" / "nlu").glob("route*.yml"))
    examples = [entry["examples"] for file in files for entry in yaml.safe_load(file.read_text())["nlu"]]
    return [one.splitlines()[len(one.splitlines()) // 2][2:] for one in examples]


def test_a_pattern_without_gaps_is_found_where_the_matcher_finds_it_and_nowhere_else() -> None:
    known = rules()
    whole = [pattern for pattern in known._patterns if pattern.whole]
    met = 0
    for sentence in sentences():
        read = known._words.read(sentence)
        places, document = _Places(read), Doc(known._vocab, words=read.words, lemmas=read.lemmas)
        for pattern in whole:
            starts = {start for _, start, _ in pattern.matcher(document)}
            assert set(pattern.starts(places, lambda: document)) == starts, sentence  # noqa: B023
            met += len(starts)
    assert len(whole) > 500
    assert met > 50


def test_a_pattern_with_gaps_is_sieved_by_what_it_cannot_do_without() -> None:
    known = rules()
    gaps = [pattern for pattern in known._patterns if not pattern.whole]
    met = 0
    for sentence in sentences():
        read = known._words.read(sentence)
        places, document = _Places(read), Doc(known._vocab, words=read.words, lemmas=read.lemmas)
        for pattern in gaps:
            starts = {start for _, start, _ in pattern.matcher(document)}
            assert set(pattern.starts(places, lambda: document)) == starts, sentence  # noqa: B023
            met += len(starts)
    assert met > 30
