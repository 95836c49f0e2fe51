"""How the trained part of the fact finder reads a text: which words stand under a negation, and who the people in it are."""

from __future__ import annotations

import re

from bot.nlu.plain_clauses import plain_clauses

_NEGATORS = frozenset(
    ["not", "never", "no", "without", "nobody", "none", "neither", "nor", "nothing", "hardly", "barely", "nil", "didnt", "doesnt", "dont", "isnt",
     "wasnt", "arent", "werent", "hasnt", "havent", "hadnt", "wont", "wouldnt", "cant", "couldnt", "aint"]
)  # fmt: skip
_ENDS = frozenset([".", "?", ",", "but", "and", "because"])
_DENIED = "xx"  # put before a word under a negation; no English word begins so

_KIN = (
    r"(?:sons?|daughters?|boys?|girls?|lads?|lass|child|children|kids?|eldest|oldest|youngest|toddler|baby|bairn|twins?|ds|dd|dgs|dgd|step sons?|step daughters?|stepson|stepdaughter|"
    r"grandsons?|granddaughters?|grandchild|grandchildren|grandkids|nephew|niece|foster \w+|little (?:girl|boy|one|lad|man)|middle one|two|three|own|year olds?|\w+ year old)"
)
_PEOPLE = [
    (re.compile(rf" (?:both|two|all)(?: of)? (?:my|our|mine)(?: \w+)?? {_KIN}(?= )"), " ourtwo"),
    (re.compile(rf" (?:my|our|callers?|clients?|mums?) (?:\w+ ){{0,2}}?{_KIN} (?:s )?(?:friend|mate|pal|cousin|boyfriend|girlfriend|classmate)(?= )"), " otherchild"),
    (re.compile(rf" (?:my|our|callers?|clients?) (?:\w+ ){{0,2}}?{_KIN}(?= )| mine(?= )| our (?:[a-z]+)(?= )"), " mychild"),
    (re.compile(r" (?:the |this |that |an? |another |some |his |her |their |other |older |bigger |big |younger |little |smaller |neighbours |different )+(?:boys?|girls?|lads?|lass|lasses|child|children|kids?|cousins?|friends?|mates?|pals?|classmates?|peers?|one|pupils?|students?|victims?)(?= )"), " otherchild"),
    (re.compile(r" (?:he|she|hes|shes)(?= )"), " heshe"),
    (re.compile(r" (?:him|her|them)(?= )"), " himher"),
    (re.compile(r" (?:his|her|their) (?:\w+ )?(?:sister|brother|sibling|twin)s?(?= )"), " sibling"),
]  # fmt: skip


def with_denials(text: str) -> str:
    """The plain clauses of a text, each word under a negation followed by itself with a mark."""
    words: list[str] = []
    denied = False
    for word in plain_clauses(text).split():
        words.append(word)
        if word in _ENDS:
            denied = False
        elif word in _NEGATORS:
            denied = True
        elif denied:
            words.append(_DENIED + word)
    return " ".join(words)


def with_people(text: str) -> str:
    """The plain clauses of a text with one word for the writer's child, one for another child, and so on."""
    plain = plain_clauses(text)
    for pattern, word in _PEOPLE:
        plain = pattern.sub(word, plain)
    return plain
