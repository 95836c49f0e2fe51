"""Names of schools, nurseries and clubs in a text."""

from __future__ import annotations

import re
from functools import cache

from bot.nlu.identifying.one_word import is_nothing_else
from bot.nlu.identifying.spans import Span
from bot.nlu.identifying.word_lists import words_of

_KINDS = r"primary|infants?|juniors?|high|secondary|academy|grammar|nursery|daycare|day nursery|playgroup|pre-?school|college"
_FIRST_LETTER = re.compile(r"(?<![a-z?-])[a-z]")
_KINDS_IN_TITLE = _FIRST_LETTER.sub(lambda letter: f"[{letter[0].upper()}{letter[0]}]", _KINDS)
_CAPITAL = re.compile(
    r"\b(?:(?:[Ss]t\.?|[Ss]aint|[Oo]ur [Ll]ady|[Hh]oly|[Aa]ll [Ss]aints|[Ss]acred)\s)?(?:[A-Z][\w'-]+\s|of\s|the\s|and\s){0,4}(?P<last>(?!(?:At|In|To|From|The|After|Before|During|With|His|Her|My|Our|Their|For|And)\b)[A-Z][\w'-]+)\s(?:(?:C\s?of\s?E|CE|RC|Catholic|Church|Methodist|\.{5,})\s)?"
    rf"(?:{_KINDS_IN_TITLE}|[Ss]chool)(?:\s(?:[Ss]chool|[Aa]cademy))?\b"
)  # the full stops are what `bot.nlu.identifying.well_known` makes of "Church of England"
_SAINT = re.compile(
    r"\b(?:st\.?|saint|our lady)\s[a-z']+(?:\s(?:of|the|[a-z]+)){0,4}?\s(?:primary|infants?|juniors?|high|academy|nursery|school|rc|ce|c of e|catholic)\b|(?<=\bat |\bto )(?:st|saint) (?!something)[a-z]+'?s\b|(?<=\bfrom )(?:st|saint) [a-z]+'?s\b|\b(?-i:St\.? [A-Z][a-z]+'s)\b",
    re.IGNORECASE,
)
_SMALL = re.compile(
    rf"\b(?:at|to|from|attends?|called|in|of) (?P<span>(?P<word>[a-z][a-z'-]{{3,}}) (?:hill |park |green |wood |lane |road |bank |c of e |ce |rc )?"
    rf"(?:{_KINDS}|first|middle|comprehensive|comp|special school|school)(?: (?:school|academy|nursery))?)\b(?! (?:school )?(?:age|aged|children|kids|pupils|teacher|staff|years?))",
    re.IGNORECASE,
)
# A word that is nothing else before the kind of school: "its thistlewick infants", "they go marlpit hollow high".
_UNKNOWN = re.compile(
    rf"\b(?P<span>(?P<word>[a-z]{{6,}}) (?!(?:the|his|her|our|their|my) )(?:[a-z]{{3,}} )?(?:c of e |ce |rc )?(?:{_KINDS})(?: (?:school|academy|nursery))?)\b(?! (?:teacher|staff|years?|school (?:teacher|age)))",
    re.IGNORECASE,
)
_ATTENDED = re.compile(
    r"\b(?:attends?|attended|attending|excluded from|enrolled at) (?P<span>[A-Z][\w'-]+ [A-Z][\w'-]+(?: [A-Z][\w'-]+)?)\b"
)
# "Hollin Vale Gymnastics Club": a child is found there as at a school.
_CLUB = re.compile(
    r"\b(?!(?:The|A|An|Our|My|His|Her|Their|This|That)\b)[A-Z][\w'-]+ (?:[A-Z][\w'-]+ ){0,2}"
    r"(?:Gymnastics|Football|Swimming|Dance|Boxing|Judo|Karate|Tennis|Cricket|Rugby|Youth|Sports|Athletics|Netball|Hockey) (?:Club|Academy|Centre)\b"
)
_CAPITALS = re.compile(r"[A-Z][\w'-]*")


def schools(plain: str) -> list[Span]:
    """The spans that look like the name of a school, a nursery or a club."""
    spans = [match.span() for match in _SAINT.finditer(plain)] + [m.span("span") for m in _ATTENDED.finditer(plain)]
    spans += [match.span() for match in _CLUB.finditer(plain)]
    spans += [
        match.span()
        for match in _CAPITAL.finditer(plain)
        if not _no_names_with_a_capital().issuperset(_CAPITALS.findall(plain[match.start() : match.end("last")]))
    ]
    spans += [
        match.span("span")
        for match in _SMALL.finditer(plain)
        if match["word"].lower() not in _no_names() and not match["word"].lower().endswith("'s")
    ]
    spans += [match.span("span") for match in _UNKNOWN.finditer(plain) if is_nothing_else(match["word"].capitalize())]
    return spans


@cache
def _no_names() -> frozenset[str]:
    return _words("no_school") | _words("no_school_in_any_letters")


@cache
def _no_names_with_a_capital() -> frozenset[str]:
    return frozenset(word.capitalize() for word in _words("no_school") | _words("no_school_with_a_capital"))


def _words(name: str) -> frozenset[str]:
    return words_of("school_words.yml", name)
