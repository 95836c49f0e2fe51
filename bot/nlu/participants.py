"""The people of a text in plain clauses: each child or adult with where they are named and whose they are."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from bot.nlu.asked_about import asked_about, has_one, has_several, is_year_group
from bot.nlu.child_owner import Kind, at_work, kind_of_one, only_owns, owner_named
from bot.nlu.participant_words import FEMALE, MALE, participant_words, person_words

_PARENT_OF = re.compile(
    r" (?:mum|mother|dad|father|parent|carer|nan|gran|grandma|grandad|grandmother|grandfather|aunt|uncle|auntie) (?:of|to) (?:the|a|this|that) (?:\w+ ){0,2}$| (?:im|were|we are|i am) (?:\w+ ){0,2}(?:parents|carers|grandparents) (?:of|to) (?:the|a|this|that) (?:\w+ ){0,2}$"
)
# "My mate" or "my class" says nothing of the writer's own child.
_OWN_CHILD = re.compile(
    r" (?:my|our) (?:[^\s.,?]+ ){0,3}?(?:"
    + "|".join(sorted(word for name in ("own", "child", "own_plural", "sibling") for word in participant_words()[name]))
    + r"|\d+|cousin)s? "
)
_MUMSNET = re.compile(r"(?:dd|ds|dgs|dgd|dsd|dss)\d*(?<=\d)s?$|(?:dd|ds|dgs|dgd|dsd|dss)$")


@dataclass(frozen=True)
class Child:
    """A person named at the word `place`; `kind` says whose child it is, or that it is an adult."""

    place: int
    kind: Kind


def read(plain: str, names: Set[str] = frozenset()) -> tuple[list[str], list[Child]]:
    """The words of a text in plain clauses and the people in it; `names` are first names in small letters."""
    tokens = plain.split()
    return tokens, _people(tokens, names)


def _people(tokens: list[str], names: Set[str]) -> list[Child]:
    words = participant_words()
    says_my = "mine" in tokens or _OWN_CHILD.search(" " + " ".join(tokens) + " ") is not None
    found: list[Child] = []
    for place, token in enumerate(tokens):
        if (
            token not in words["people"]
            and not token[:1].isdigit()
            and token[:2] not in ("dd", "ds", "dg")
            and token not in names
            and not is_year_group(tokens, place)
        ):
            continue
        kind: Kind | None = None
        if token in ("he", "she", "hes", "shes", "him", "her", "hed", "shed"):
            kind = "pronoun"
        elif token == "mine" or _MUMSNET.match(token):
            kind = "mine"
        elif (
            token == "one"
            and tokens[place + 1 : place + 3] in (["of", "the"], ["of", "our"])
            and words["own_plural"].isdisjoint(tokens[place + 3 : place + 7])
        ):
            kind = "other"
        elif token in words["own"] or token in words["child"] or token.endswith("yo") and token[:1].isdigit():
            kind = kind_of_one(tokens, place, says_my)
        elif token in words["sibling"]:
            owner = owner_named(tokens, place)
            kind = "sibling" if owner in ("his", "her", "their", "whose") else "other" if owner is None else None
        elif (
            token == "two"
            and tokens[place + 1 : place + 2] in (["and"], ["year"])
            and "old" in tokens[place : place + 6]
        ):
            continue  # "our two and a half year old"
        elif is_year_group(tokens, place):
            kind = "mine"
        elif token in words["own_plural"] and (
            owner_named(tokens, place) in ("my", "our") or has_several(tokens, place) and not at_work(tokens, place)
        ):
            kind = "mine_all"
        elif token in words["other"] or token in words["other_plural"]:
            kind = "other"
        elif token in words["adult"]:
            kind = (
                None
                if place > 1 and tokens[place - 2] in ("in", "at") and tokens[place - 1] in ("my", "our")
                else "adult"
            )
        elif token in names and tokens[place - 1] == "our" and place:
            kind = "mine"
        elif (
            token in names
            and not (found and found[-1].place >= place - 2 and found[-1].kind in ("mine", "other", "adult"))
            or token == "person"
            and tokens[place - 1] == "young"
        ):
            kind = "other"
        if kind == "other" and has_one(tokens, place):
            kind = "mine"
        if kind == "other" or kind is None and token in words["own_plural"]:
            if token not in ("they", "them", "theyve") and at_work(tokens, place):
                kind = "mine_all" if token in words["own_plural"] else "mine"
            elif token in MALE | FEMALE | {"child"} and _PARENT_OF.search(
                " " + " ".join(tokens[max(0, place - 6) : place]) + " "
            ):
                kind = "mine"
        if kind == "mine_all" and "one of" in " ".join(tokens[max(0, place - 5) : place]):
            kind = "mine"
        if (
            place + 1 < len(tokens)
            and token not in ("yo",)
            and kind not in (None, "pronoun", "adult")
            and tokens[place + 1] in person_words()
        ):
            continue
        if (
            kind == "adult"
            and token.endswith("s")
            and place + 1 < len(tokens)
            and (tokens[place + 1] in person_words() or tokens[place + 1] in words["may_stand_between"])
        ):
            continue
        if (
            kind == "adult"
            and token in ("i", "we")
            and found
            and found[-1].place
            == place - 1 - (tokens[place - 1] in ("that", "who")) - (tokens[place - 2 : place] == [",", "who"])
            and found[-1].kind in ("mine", "mine_all")
        ):
            continue
        if kind is None or only_owns(tokens, place):
            continue
        if (
            found
            and found[-1].kind == "pronoun"
            and tokens[found[-1].place] == "her"
            and kind != "pronoun"
            and owner_named(tokens, place) == "her"
        ):
            found.pop()
        found.append(Child(place, kind))
    return [Child(place, kind) for place, kind in asked_about(tokens, [(one.place, one.kind) for one in found])]
