"""No sentence stands in two places: nearly the same words twice, under one label or two, or in an evaluation set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import yaml

from bot.sentence_check.nearness import pairs, plain
from bot.sentence_check.reading import Sentence, UnreadableError

ALLOWED = Path(__file__).with_name("allowed.yml")
# How like two sentences may be, 0 to 1: first by groups of letters (quick, generous), then word by word.
WORTH_A_LOOK, NEARLY_THE_SAME, TOO_NEAR_TO_EVALUATION = 0.6, 0.92, 0.84
# "yes", "no way", "not sure", "hello there": everybody's words, which any two sets share.
EVERYBODYS_WORDS = 3

Pair = frozenset[str]


def allowed(path: Path = ALLOWED) -> dict[Pair, str]:
    """Pairs that may be near each other, with the reason. Raises `UnreadableError` for an entry without one."""
    entries = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or []
    for number, entry in enumerate(entries, start=1):
        if set(entry) != {"sentences", "why"} or len(entry["sentences"]) != 2 or not entry["why"]:
            raise UnreadableError(f"{path.name}: entry {number}: two `sentences` and a `why` are expected")
    return {frozenset(entry["sentences"]): entry["why"] for entry in entries}


def findings(
    sentences: Sequence[Sentence], measured: Sequence[Sentence], may_be_near: dict[Pair, str]
) -> Iterator[str]:
    """Near duplicates within the training data, sentences near the evaluation sets, and permissions nobody needs."""
    needed = set()
    texts = [sentence.text for sentence in sentences]
    for one, other, _ in sorted(pairs(texts, None, WORTH_A_LOOK, NEARLY_THE_SAME)):
        if not as_like(texts[one], texts[other], NEARLY_THE_SAME):
            continue
        pair = frozenset((texts[one], texts[other]))
        if pair in may_be_near:
            needed.add(pair)
        elif _long_enough(texts[one]) or plain(texts[one]) == plain(texts[other]):
            kind = "stands twice" if sentences[one].label == sentences[other].label else "stands under two labels"
            yield f"{sentences[one]} {kind}; the other is {sentences[other]}"
    for pair in sorted(may_be_near.keys() - needed, key=sorted):
        yield f"{ALLOWED.name}: {' / '.join(sorted(pair))}: nothing needs this permission"
    for one, other, _ in sorted(pairs(texts, [entry.text for entry in measured], WORTH_A_LOOK, TOO_NEAR_TO_EVALUATION)):
        if _long_enough(texts[one]) and as_like(texts[one], measured[other].text, TOO_NEAR_TO_EVALUATION):
            yield f"{sentences[one]} is in or near the evaluation set: {measured[other].file}, {measured[other].label}"


def as_like(one: str, other: str, least: float) -> bool:
    """Whether two texts are at least so like each other, 0 to 1, whatever the order of the words."""
    first, second = (" ".join(sorted(plain(text).split())) for text in (one, other))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    # What their lengths and their letters allow at most is quickly known, and settles nearly all pairs.
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return all(bound() >= least for bound in bounds)


def _long_enough(text: str) -> bool:
    return len(plain(text).split()) > EVERYBODYS_WORDS
