"""Whose feelings a text speaks of: the other child's upset or fear, or the anger, worry or shame of the child who did it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from bot.nlu import negation, whose
from bot.nlu.word_patterns import WordPattern, compile_pattern

SELF, OTHER = "distress_self", "distress_other"

_HIM = r"he|him|his|hes|boy|boys|lad|lads|son|brother|nephew|grandson|stepson|ds|dgs|man|male|himself"
_HER = (
    r"she|her|hers|shes|girl|girls|lass|lasses|daughter|sister|niece|granddaughter|stepdaughter|dd|dgd|female|herself"
)
_SUBJECT = re.compile(
    r"(?<= )(?:(?P<nobody>nobody|nobodys|no one|neither|none|no ones)|(?P<all>both|they|theyre|each)|"
    r"(?P<other>(?:the |that |an? |another |his |her |their |poor )?(?:other (?:child|girl|boy|kid|lad|lass|one|pupil)|others|victim|classmates?|friends?|mates?|pals?|cousins?|little (?:girl|boy|one|lad)|(?:younger|smaller) (?:one|child|girl|boy)|"
    r"(?:girl|boy|child|lad|lass|kid|sister|brother|pupil|cousin|friend) (?:he|she|they) did it to)|(?:a|the|another|this) (?:girl|lass)|(?:his|her|their) (?:\w+ )?(?:sister|brother|cousin|friend|sibling))|"
    r"(?P<grown>i|im|ive|me|we|us|it|its|that|thats|this|there|theres|what|everyone|everybody|my (?:wife|husband|partner|mum|dad|ex|head)|mum|dad|mother|father|parents?|teacher|staff|ta|head|nan|gran|everyone|school|caller|foster carer|neighbours?|his (?:mum|dad|nan)|her (?:mum|dad|nan)|other (?:mum|dad|parents|family))|"
    r"(?P<mine>(?:my|our) (?:\w+ ){0,2}?(?:son|daughter|boy|girl|lad|lass|child|kid|grandson|granddaughter|nephew|niece|stepson|stepdaughter|little one|youngest|eldest)|mine|our kid)|(?P<him>he|hes|him|his|himself)|(?P<her>she|shes|her|herself))(?= )"
)
_GENDERS = re.compile(rf" (?:({_HIM})|({_HER}))(?= )")
_UNKNOWN = ("mine", "my child", "my kid", "our kid", "pupil", "student", "yp")
_SAYS = re.compile(r" (?:says?|said|tells?|told|reckons?|thinks?|insists?) ")


@cache
def _feelings() -> dict[str, WordPattern]:
    from bot.nlu.factors import words

    return {name: compile_pattern(f"<{name}>", words()) for name in ("upset", "angry", "fine")}


def find(plain: str, said: Mapping[str, str]) -> dict[str, str]:
    """`distress_self` and `distress_other` from words of feeling and whose they are; `said` holds what whole phrases said already."""
    found: dict[str, str] = {}
    felt = [(name, *match.span()) for name, pattern in _feelings().items() for match in pattern.finditer(plain)]
    felt = [(name, start, end) for name, start, end in felt if not negation.doubted(plain, start, end)]
    if not felt:
        return found
    role, genders = whose.role_of(plain), _doer(plain)
    for name, start, end in felt:
        answer = "no" if (name == "fine") != negation.denied(plain, start, end) else "yes"
        for slug in _whose(plain, start, role, genders, name):
            if found.get(slug) != "yes":
                found[slug] = answer
    return {slug: answer for slug, answer in found.items() if slug not in said}


def _whose(plain: str, start: int, role: str, genders: tuple[str | None, str | None], name: str) -> tuple[str, ...]:
    if name == "fine" and plain.startswith((" both ", " all "), start - 1):
        return (OTHER, SELF)
    clause = max(plain.rfind(mark, 0, start) for mark in (" . ", " ? ", " but "))
    before = plain[max(clause, start - 60, 0) : start + 1]
    subjects = list(_SUBJECT.finditer(before))
    if not subjects:
        return ()
    said = subjects[-1]
    kind = said.lastgroup or ""
    if kind in ("nobody", "all"):
        return (OTHER, SELF) if name == "fine" or kind == "nobody" or said[0] == "both" else (OTHER,)
    if kind == "grown":
        return ()
    if kind == "other":
        return (OTHER,)
    if kind == "mine":
        return (OTHER,) if role == "affected" else (SELF,)
    if role == "affected":
        return (OTHER,) if name != "angry" else ()
    doer, other = genders
    speaker = subjects[-2] if len(subjects) > 1 else None
    if speaker and speaker.lastgroup == "other" and _SAYS.search(before, speaker.end() - 1, said.start() + 1):
        return (OTHER,)
    if kind == other or doer and kind != doer:
        return (OTHER,)
    if doer or name == "angry":
        return (SELF,)
    return (SELF,) if role == "displayed" else ()


def _doer(plain: str) -> tuple[str | None, str | None]:
    """Whether the child who did it, and the one it was done to, is a "him" or a "her", as far as the words say."""
    found = list(whose.tables().displayed.finditer(plain))
    for match in sorted(found, key=lambda one: one.start()):
        names = _GENDERS.findall(f" {match[0]} {plain[match.end() : match.end() + 24]}")
        if names:
            who = ["him" if him else "her" for him, _ in names]
            if match[0].startswith(_UNKNOWN):
                return None, who[0]
            return who[0], next((one for one in who[1:] if one != who[0]), None)
    return None, None
