"""The rules of the safety net: patterns of words on spaCy's matcher, and which of them together open a route.

The patterns are content (bot/nlu/route_patterns/*.yml). A part of a pattern is a base form, `a|b` either, `=word`
that very form, `!word` anything else, `{list}` any word of a list, `word?` perhaps, `~3` up to three words of the
same clause without a "not", `~~3` up to three words, `^` and `$` the end of a sentence, `+` the pattern stands
although a "not" goes before it.

A rule is graded, `sure` or `likely`; how much either counts beside the trained ear is learnt (`bot.nlu.route_odds`). Of more than a
thousand patterns a message meets few: an index by their rarest word finds those that can match at all. Whether one
without gaps does is seen by where its words stand; the matcher is run for those with gaps.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.nlu.route_hosts import SENTENCE_END
from bot.nlu.route_words import Read, RouteWords
from bot.nlu.spacy_alone import Doc, Matcher, Vocab

FOLDER = Path(__file__).parent / "route_patterns"
# How many words before a pattern a "not" still takes it back.
NEGATION_REACH = 3
MOST_CHARACTERS = 1200
FEW_WORDS = 6

SURE, LIKELY = "sure", "likely"
CHILD_WRITES, ADULT_WRITES = "child_writes", "adult_writes"  # clues of route_patterns/clues.yml
Key = tuple[str, str, str]  # ("clue", its name, "") or ("alone", the route, its grade)
_PART = re.compile(r"(.*?)(\?|\*(\d+))?$")


@dataclass(frozen=True)
class Opened:
    """`routes`, each `sure` or `likely`; `child_writes` when the writer says that they are under 18; `few_words` when
    the message is as short as an answer to a question.
    """

    routes: dict[str, str] = field(default_factory=dict)
    child_writes: bool = False
    few_words: bool = False


@dataclass(frozen=True)
class _Need:
    """One of these `words` (base forms unless `exact`), at most `reach` places after the one needed before it."""

    words: frozenset[str]
    reach: int
    exact: bool


@dataclass(frozen=True)
class _Pattern:
    """One pattern: what it is for, whether a "not" before it matters, whether a quotation counts, how it is matched,
    and what must be there for that, in this order: all of it, where it has no gaps and is `whole`.
    """

    key: Key
    stands: bool
    own_words: bool
    matcher: Matcher
    needs: tuple[_Need, ...]
    whole: bool

    def starts(self, places: _Places, document: Callable[[], Doc]) -> Iterator[int]:
        """Where it matches; it may say a place again."""
        ends = _ends(self.needs, places)
        if self.whole:
            starts = ends >> (len(self.needs) - 1)
            while starts:
                lowest = starts & -starts
                yield lowest.bit_length() - 1
                starts ^= lowest
        elif ends:
            for _, start, _ in self.matcher(document()):
                yield start


class RouteRules:
    """All rules, compiled once."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._words = RouteWords(_load(folder / "words.yml"))
        documents = [_load(path) for path in sorted(folder.glob("*.yml")) if path.name != "words.yml"]
        for document in documents:
            self._words.lists |= {name: set(words) for name, words in (document.get("lists") or {}).items()}
        self._vocab = Vocab()
        self._patterns: list[_Pattern] = []
        self._routes: list[dict[str, Any]] = []
        for document in documents:
            for name, patterns in (document.get("clues") or {}).items():
                self._add(("clue", name, ""), patterns)
            for route in document.get("routes") or ():
                self._routes.append(route)
                for grade, patterns in (route.get("alone") or {}).items():
                    self._add(("alone", route["route"], grade), patterns)
        self._index = _by_rarest(self._patterns)
        self._of_route = [_keys(route) for route in self._routes]

    def fire(self, text: str) -> Opened:
        """The routes that the words open, and whether the writer says that they are a child."""
        found = self._found(text[:MOST_CHARACTERS])
        clues = {name for kind, name, _ in found if kind == "clue"}
        fired: dict[str, str] = {}
        for route, keys in zip(self._routes, self._of_route, strict=True):
            if found.isdisjoint(keys):
                continue
            name = route["route"]
            grades = {grade for kind, opened, grade in found if kind == "alone" and opened == name}
            for rule in route.get("together") or ():
                if all(clues & set(part.split("|")) for part in rule["all"]) and not clues & set(
                    rule.get("but_not", ())
                ):
                    grades.add(rule["grade"])
            if grades and not clues & set(route.get("unless", ())):
                fired[name] = SURE if SURE in {*grades, fired.get(name)} else LIKELY
        few = len(text.split()) <= FEW_WORDS
        return Opened(fired, CHILD_WRITES in clues and ADULT_WRITES not in clues, few)

    def _found(self, text: str) -> set[Key]:
        read = self._words.read(text)
        document = cache(lambda: Doc(self._vocab, words=read.words, lemmas=read.lemmas))
        places = _Places(read)
        found: set[Key] = set()
        for number in sorted({number for word in places.any for number in self._index.get(word, ())}):
            pattern = self._patterns[number]
            if pattern.key in found:
                continue
            if any(self._counts(pattern, read, start) for start in pattern.starts(places, document)):
                found.add(pattern.key)
        return found

    def _counts(self, pattern: _Pattern, read: Read, start: int) -> bool:
        first = min(start + (read.lemmas[start] == SENTENCE_END), len(read.quoted) - 1)
        if pattern.own_words and read.quoted[first]:
            return False
        return pattern.stands or not self._negated(read.lemmas, start)

    def _negated(self, lemmas: list[str], start: int) -> bool:
        if lemmas[start] == SENTENCE_END:
            return False
        for lemma in reversed(lemmas[max(0, start - NEGATION_REACH) : start]):
            if lemma == SENTENCE_END:
                return False
            if lemma in self._words.lists["not"]:
                return True
        return False

    def _add(self, key: Key, patterns: Any) -> None:
        own_words = isinstance(patterns, dict) and bool(patterns.get("own_words"))
        for written in patterns["patterns"] if isinstance(patterns, dict) else patterns:
            parts = [self._part(part) for part in written.split() if part != "+"]
            matcher = Matcher(self._vocab, validate=False)
            matcher.add(written, [parts])
            needs = _needs(parts)
            whole = len(needs) == len(parts)
            self._patterns.append(_Pattern(key, "+" in written.split(), own_words, matcher, needs, whole))

    def _part(self, part: str) -> dict[str, Any]:
        if part.startswith("~~"):
            return {"OP": f"{{0,{int(part[2:] or 4)}}}"}
        if part.startswith("~"):
            return {"LEMMA": {"NOT_IN": [SENTENCE_END, "not", "never", "no"]}, "OP": f"{{0,{int(part[1:] or 2)}}}"}
        if part in ("^", "$"):
            return {"LEMMA": {"IN": [SENTENCE_END]}}
        matched = _PART.match(part)
        assert matched is not None
        body = matched[1]
        negative, body = body.startswith("!"), body.lstrip("!")
        exact, body = body.startswith("="), body.lstrip("=")
        words: set[str] = set()
        for choice in body.split("|"):
            if choice.startswith("{"):
                words |= {self._words.lemma(word) for word in self._words.lists[choice[1:-1]]}
            else:
                words.add(choice.lstrip("=") if exact else self._words.lemma(choice))
        self._words.known |= words
        wanted: dict[str, Any] = {"ORTH" if exact else "LEMMA": {"NOT_IN" if negative else "IN": sorted(words)}}
        if matched[2]:
            wanted["OP"] = "?" if matched[2] == "?" else f"{{0,{matched[3]}}}"
        return wanted


def _by_rarest(patterns: Sequence[_Pattern]) -> dict[str, list[int]]:
    """The patterns by the words of that part that the fewest messages have: words that many patterns ask for are the
    words that many messages have. The end of a sentence all have.
    """
    asked = Counter(word for pattern in patterns for need in pattern.needs for word in need.words)
    asked[SENTENCE_END] = asked.total()
    index: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns):
        rarest = min(pattern.needs, key=lambda need: sum(asked[word] for word in need.words))
        for word in rarest.words:
            index.setdefault(word, []).append(number)
    return index


class _Places:
    """Where each of a text's words and base forms stands: a set of bits, the first place the lowest. `any` are all of
    them.
    """

    def __init__(self, read: Read) -> None:
        self._words, self._lemmas = _bits(read.words), _bits(read.lemmas)
        self.any = {*self._words, *self._lemmas}
        self._of: dict[tuple[bool, frozenset[str]], int] = {}

    def of(self, need: _Need) -> int:
        """Where any word of a need stands. Many patterns need the same."""
        key = need.exact, need.words
        found = self._of.get(key)
        if found is None:
            found = 0
            known = self._words if need.exact else self._lemmas
            for word in known.keys() & need.words:
                found |= known[word]
            self._of[key] = found
        return found


def _bits(words: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, word in enumerate(words):
        found[word] = found.get(word, 0) | 1 << place
    return found


def _ends(needs: Sequence[_Need], places: _Places) -> int:
    """Where the last of what must be there stands, in its order and near enough, as a set of bits: most patterns end
    here with none, and a matcher's turn costs fifty times as much.
    """
    ends = -1  # wherever the first of them stands
    for need in needs:
        here = places.of(need)
        near = ends
        if ends > 0:
            near = 0
            for step in range(1, need.reach + 1):
                near |= ends << step
        ends = here & near
        if not ends:
            return 0
    return ends


def _keys(route: dict[str, Any]) -> frozenset[Key]:
    """What must be found, one of it at least, for the route to open."""
    clues = {clue for rule in route.get("together") or () for part in rule["all"] for clue in part.split("|")}
    alone = {("alone", route["route"], grade) for grade in (SURE, LIKELY)}
    return frozenset({("clue", clue, "") for clue in clues} | alone)


@cache
def rules() -> RouteRules:
    """The rules of this installation."""
    return RouteRules()


def _needs(parts: list[dict[str, Any]]) -> tuple[_Need, ...]:
    """What a pattern cannot do without, and how far the parts between let each be from the one before."""
    needs: list[_Need] = []
    reach = 0
    for part in parts:
        times = part.get("OP", "1")
        reach += 1 if times == "?" else int(times.strip("{}").split(",")[-1])
        words = part.get("LEMMA") or part.get("ORTH") or {}
        if "OP" not in part and "IN" in words:
            needs.append(_Need(frozenset(words["IN"]), reach, "ORTH" in part))
            reach = 0
    return tuple(needs)


def _load(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return document
