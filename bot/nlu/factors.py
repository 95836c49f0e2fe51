"""What raises concern, as far as a message says it plainly: the factors of domain.md 1.7, each with yes or no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.nlu import age_gap, distress, negation
from bot.nlu.ages import Named
from bot.nlu.pattern_sieve import PatternSieve
from bot.nlu.word_patterns import WordPattern, compile_pattern, word_lists

Span = tuple[int, int]

SLUGS = (
    "age_gap", "age_gap_two_years", "dev_gap", "power", "coercion", "secrecy", "planning", "frequency", "persistence", "distress_other", "distress_self",
    "injury", "knowledge", "preoccupation", "escalation", "multiple", "prior", "online", "adult_involved", "sibling", "carer_minimises",
    "child_victim_signs", "change",
)  # fmt: skip
_CONTENT = Path(__file__).parent / "factor_patterns"
_SIDES = _YES, _NO, _BUT_NOT = "yes", "no", "but_not"  # in this order they are tried
# "Someone may have hurt him" is the sign itself; elsewhere "may have" says nothing yet.
# "He didn't | stop when she cried": what would mean no stands under a negation itself.
_NOT = (" didnt ", " doesnt ", " wouldnt ", " never ", " wont ")
_SUSPICION_COUNTS = frozenset({"child_victim_signs"})


@dataclass(frozen=True)
class _Sifted:
    """All patterns of all factors in one row, with where each belongs, and the sieve over them. What `yes` says, a
    negation before it turns to no; within `but_not` neither counts.
    """

    patterns: tuple[tuple[str, str, WordPattern], ...]
    sieve: PatternSieve


@cache
def words() -> dict[str, str]:
    """The word lists that the patterns name."""
    return word_lists(yaml.safe_load((_CONTENT / "words.yml").read_text(encoding="utf-8")))


@cache
def _sifted() -> _Sifted:
    """Raises `PatternError` for a pattern that cannot be used."""
    documents = [
        yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted(_CONTENT.glob("*.yml"))
        if path.name != "words.yml"
    ]
    patterns = tuple(
        (slug, side, compile_pattern(one, words()))
        for document in documents
        for slug, raw in document.items()
        for side in _SIDES
        for one in raw.get(side) or ()
    )
    return _Sifted(patterns, PatternSieve([pattern.literals for _, _, pattern in patterns]))


def _met(plain: str) -> dict[str, dict[str, list[Span]]]:
    """For each factor of which something may be said, where the patterns of each side match."""
    sifted = _sifted()
    met: dict[str, dict[str, list[Span]]] = {}
    for index in sifted.sieve.passing(plain):
        slug, side, pattern = sifted.patterns[index]
        if side == _BUT_NOT and slug not in met:
            continue  # there is nothing that it could take back
        for match in pattern.expression.finditer(plain):
            met.setdefault(slug, {}).setdefault(side, []).append(match.span())
    return met


def find(plain: str, named: Named) -> dict[str, str]:
    """Factor slug to "yes" or "no" for what a text says, from its plain clauses and the ages it names; what it does not
    say, asks or doubts is left out. Never raises.
    """
    found: dict[str, str] = {}
    for slug, sides in _met(plain).items():
        answer = _answer(slug, sides, plain)
        if answer:
            found[slug] = answer
    found.update(distress.find(plain, found))
    found.update(age_gap.find(named, plain, found))
    one_gap(found)
    return {slug: found[slug] for slug in SLUGS if slug in found}


def _answer(slug: str, sides: Mapping[str, Sequence[Span]], plain: str) -> str | None:
    suspected = slug in _SUSPICION_COUNTS
    other = sides.get(_BUT_NOT, ())
    no = [one for one in sides.get(_NO, ()) if not _meets(one, other) and not negation.doubted(plain, *one)]
    no = [one for one in no if not plain[: one[0]].endswith(_NOT)]
    yes: list[Span] = []
    for span in sides.get(_YES, ()):
        if _meets(span, no) or _meets(span, other):
            continue
        if negation.denied(plain, *span):
            if not negation.doubted(plain, *span):
                no.append(span)
        elif not negation.doubted(plain, *span, suspected):
            yes.append(span)
    if yes and no:
        last = max(start for start, _ in no)
        yes = [(start, end) for start, end in yes if not negation.taken_back(plain, start, last)]
    return "yes" if yes else "no" if no else None


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < right and left < span[1] for left, right in others)


def one_gap(found: dict[str, str]) -> None:
    """A large gap is no two-year gap, and where there is none, there is not two years of it either."""
    if found.get("age_gap") == "yes":
        found.pop("age_gap_two_years", None)
    elif found.get("age_gap_two_years") == "yes":
        found.pop("age_gap", None)
    elif found.get("age_gap") == "no":
        found["age_gap_two_years"] = "no"
