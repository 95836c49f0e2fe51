"""A text as the safety net's rules read it: folded, corrected, word by word, with every word that no rule knows
blanked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.nlu.folding import fold
from bot.nlu.route_hosts import SENTENCE_END, hosts

UNKNOWN = "·"
LARGE = "#big"
_TENS = {
    word: number * 10
    for number, word in enumerate(
        ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    )
}
_NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "-",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {"forteen": 14, "fiveteen": 15, "fivteen": 15, "eigth": 8, "twelv": 12, "fourty": 40, "elven": 11, "levn": 11}
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?|\d+|[.!?;\n]+|£")
# What stands in quotes was said by somebody else.
_QUOTED = re.compile(r"\"[^\"]{3,}\"|(?<!\w)'(?=[^']*[a-z])(?:[^']|(?<=\w)'(?=\w))+'(?!\w)")
_SUBJECTS = frozenset(
    [
        "he",
        "she",
        "it",
        "that",
        "there",
        "what",
        "who",
        "here",
        "where",
        "how",
        "everyone",
        "someone",
        "nobody",
        "something",
    ]
)
_SHORT_FORMS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would", "s": "'s"}
_FILLERS = frozenset(
    [
        "really",
        "actually",
        "literally",
        "basically",
        "honestly",
        "obviously",
        "absolutely",
        "quite",
        "very",
        "totally",
        "completely",
        "definitely",
        "pretty",
        "apparently",
        "simply",
        "truly",
        "certainly",
        "bloody",
        "fucking",
        "lol",
        "tbh",
        "omg",
        "duck",
    ]
)
_PARTICIPLES = ("got", "been", "had", "gone")


@dataclass(frozen=True)
class Read:
    """Words and base forms of a text, in step, beginning and ending with a full stop; `quoted` marks somebody else's
    words.
    """

    words: list[str]
    lemmas: list[str]
    quoted: list[bool]


class RouteWords:
    """The vocabulary of the rules (bot/nlu/route_patterns/words.yml)."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.read_as: dict[str, list[str]] = {word: other.split() for word, other in document["read_as"].items()}
        self._lemmas: dict[str, str] = {
            form: lemma for lemma, forms in reversed(list(document["forms"].items())) for form in forms
        }
        self.lists: dict[str, set[str]] = {name: set(words) for name, words in document["lists"].items()}
        spans = {
            "n": (0, 99),
            "n_under13": (3, 12),
            "n_teen": (13, 17),
            "n_child": (3, 17),
            "n_adult": (18, 99),
            "n_year": (1, 13),
        }
        self.lists |= {name: {f"#{n}" for n in range(low, high + 1)} for name, (low, high) in spans.items()}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, phrases in document["phrases"].items():
            for phrase in phrases:
                lemmas = tuple(self.lemma(word) for word in phrase.split())
                self._phrases.setdefault(lemmas[0], []).append((lemmas, name))
        for found in self._phrases.values():
            found.sort(key=lambda one: -len(one[0]))
        self.known = {*self._lemmas, *self._lemmas.values(), *(word for words in self.lists.values() for word in words)}
        self.known |= {word for words in self.read_as.values() for word in words}
        self.known |= {word for found in self._phrases.values() for lemmas, name in found for word in (*lemmas, name)}

    def lemma(self, word: str) -> str:
        """The base form of a word; a word that has none listed is its own."""
        return self._lemmas.get(word, word)

    def read(self, text: str) -> Read:
        """The text, as the rules read it."""
        words, quoted = self._words(fold(text))
        for place in range(len(words) - 1):
            if words[place] == "is" and words[place + 1] in _PARTICIPLES:
                words[place] = "has"
            if words[place] == "y" and words[place + 1].startswith("#"):
                words[place] = "year"
        for place, end in hosts(words, self.lemma):
            words[place:end] = [UNKNOWN] * (end - place)
        joined = list(self._joined(words, quoted))
        if not joined or joined[-1][0] != SENTENCE_END:
            joined.append((SENTENCE_END, SENTENCE_END, False))
        joined.insert(0, (SENTENCE_END, SENTENCE_END, False))
        return Read(
            [self._shown(word) for word, _, _ in joined],
            [self._shown(lemma) for _, lemma, _ in joined],
            [inside for _, _, inside in joined],
        )

    def _shown(self, word: str) -> str:
        return word if word in self.known or word[0] in "#." else UNKNOWN

    def _joined(self, words: list[str], quoted: list[bool]) -> Iterator[tuple[str, str, bool]]:
        """Fixed phrases become one word."""
        lemmas = [self.lemma(word) for word in words]
        place = 0
        while place < len(lemmas):
            for phrase, name in self._phrases.get(lemmas[place], ()):
                if tuple(lemmas[place : place + len(phrase)]) == phrase:
                    yield name, name, quoted[place]
                    place += len(phrase)
                    break
            else:
                yield words[place], lemmas[place], quoted[place]
                place += 1

    def _words(self, folded: str) -> tuple[list[str], list[bool]]:
        spans = [match.span() for match in _QUOTED.finditer(folded)]
        words: list[str] = []
        quoted: list[bool] = []
        for match in _TOKEN.finditer(folded):
            inside = any(start <= match.start() < end for start, end in spans)
            for word in self._expanded(match.group(), words):
                words.append(word)
                quoted.append(inside)
        return words, quoted

    def _expanded(self, token: str, before: list[str]) -> list[str]:
        if token[0] in ".!?;\n":
            return [SENTENCE_END] if before and before[-1] != SENTENCE_END else []
        if token.isdecimal():
            return [f"#{int(token)}" if len(token) < 3 else LARGE]
        word = self._unstretched(token.strip("'"))
        if word in _FILLERS:
            return []
        if word in self.read_as:
            return self.read_as[word]
        if "'" in word:
            return [part for part in _split(word) if part]  # "n't" may stand alone
        if word in _NUMBERS or word in _TENS:
            return [self._number(word, before)] if not self._joins(word, before) else []
        if word in ("y", "yo") and before and before[-1].startswith("#"):
            return ["year", "old"] if word == "yo" else ["year"]
        return [word] if word else []

    def _unstretched(self, word: str) -> str:
        if word in self.read_as or word in self.known:
            return word
        double = re.sub(r"(.)\1{2,}", r"\1\1", word)
        single: str = re.sub(r"(.)\1{2,}", r"\1", word)
        return double if double in self.known or double in self.read_as else single

    @staticmethod
    def _number(word: str, before: list[str]) -> str:
        return f"#{_TENS[word]}" if word in _TENS else f"#{_NUMBERS[word]}"

    @staticmethod
    def _joins(word: str, before: list[str]) -> bool:
        """ "thirty four" is one number."""
        if not before or before[-1] not in ("#20", "#30", "#40", "#50", "#60") or not 0 < _NUMBERS.get(word, 0) < 10:
            return False
        before[-1] = f"#{int(before[-1][1:]) + _NUMBERS[word]}"
        return True


def _split(word: str) -> list[str]:
    stem, _, ending = word.partition("'")
    if ending == "t" and stem.endswith("n"):
        return [stem[:-1], "not"]
    if ending not in _SHORT_FORMS:
        return [stem]
    return [stem, "is" if ending == "s" and stem in _SUBJECTS else _SHORT_FORMS[ending]]
