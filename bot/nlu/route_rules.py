"""The rules of the safety net: patterns of words on spaCy's matcher, and which of them together open a route.

The patterns are content (bot/nlu/route_patterns/*.yml). A part of a pattern is a base form, `a|b` either, `=word`
that very form, `!word` anything else, `{list}` any word of a list, `word?` perhaps, `~3` up to three words of the
same clause without a "not", `~~3` up to three words, `^` and `$` the end of a sentence, `+` the pattern stands
although a "not" goes before it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.nlu.route_words import SENTENCE_END, RouteWords
from bot.nlu.spacy_alone import Doc, Matcher, Vocab

FOLDER = Path(__file__).parent / "route_patterns"
# How many words before a pattern a "not" still takes it back.
NEGATION_REACH = 3
MOST_CHARACTERS = 1200

Key = tuple[str, str, float]  # ("clue", its name, 0) or ("alone", the route, its score)
_PART = re.compile(r"(.*?)(\?|\*(\d+))?$")


class RouteRules:
    """All rules, compiled once."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._words = RouteWords(_load(folder / "words.yml"))
        documents = [_load(path) for path in sorted(folder.glob("*.yml")) if path.name != "words.yml"]
        for document in documents:
            self._words.lists |= {name: set(words) for name, words in (document.get("lists") or {}).items()}
        self._vocab = Vocab()
        self._matcher = Matcher(self._vocab, validate=False)
        self._patterns: list[tuple[Key, bool, bool]] = []
        self._routes: list[dict[str, Any]] = []
        for document in documents:
            for name, patterns in (document.get("clues") or {}).items():
                self._add(("clue", name, 0.0), patterns)
            for route in document.get("routes") or ():
                self._routes.append(route)
                for score, patterns in (route.get("alone") or {}).items():
                    self._add(("alone", route["route"], float(score)), patterns)

    def fire(self, text: str) -> dict[str, float]:
        """The routes that the words open, with a score from 0 to 1."""
        found = self._found(text[:MOST_CHARACTERS])
        clues = {name for kind, name, _ in found if kind == "clue"}
        fired: dict[str, float] = {}
        for route in self._routes:
            name = route["route"]
            score = max((key[2] for key in found if key[0] == "alone" and key[1] == name), default=0.0)
            for rule in route.get("together") or ():
                if all(clues & set(part.split("|")) for part in rule["all"]) and not clues & set(
                    rule.get("but_not", ())
                ):
                    score = max(score, float(rule["score"]))
            if score and not clues & set(route.get("unless", ())):
                fired[name] = max(score, fired.get(name, 0.0))
        return fired

    def _found(self, text: str) -> set[Key]:
        read = self._words.read(text)
        document = Doc(self._vocab, words=read.words, lemmas=read.lemmas)
        found: set[Key] = set()
        for number, start, _ in self._matcher(document):
            key, stands, own_words = self._patterns[int(self._vocab.strings[number])]
            if key in found:
                continue
            first = min(start + (read.lemmas[start] == SENTENCE_END), len(read.quoted) - 1)
            if (own_words and read.quoted[first]) or (not stands and self._negated(read.lemmas, start)):
                continue
            found.add(key)
        return found

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
        for pattern in patterns["patterns"] if isinstance(patterns, dict) else patterns:
            parts = [part for part in pattern.split() if part != "+"]
            self._matcher.add(str(len(self._patterns)), [[self._part(part) for part in parts]])
            self._patterns.append((key, "+" in pattern.split(), own_words))

    def _part(self, part: str) -> dict[str, Any]:
        if part.startswith("~~"):
            return {"OP": f"{{0,{int(part[2:] or 4)}}}"}
        if part.startswith("~"):
            return {"LEMMA": {"NOT_IN": [SENTENCE_END, "not", "never", "no"]}, "OP": f"{{0,{int(part[1:] or 2)}}}"}
        if part in ("^", "$"):
            return {"LEMMA": SENTENCE_END}
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


@cache
def rules() -> RouteRules:
    """The rules of this installation."""
    return RouteRules()


def _load(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return document
