"""Who did it to whom: the children of a text, the deeds between them, and from both the role.

A deed has a doer (the child last named before it in its clause) and one it was done to (the child named after it); a
passive deed has them the other way round. What is only reported ("my son says that ...") has a doer of its own.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

import yaml

from bot.nlu.age_words import NUMBERS

_CONTENT = Path(__file__).parent / "participant_words.yml"

# The writer's child, several of theirs, a sibling of the child spoken of, another child, "he" or "she", an adult.
Kind = Literal["mine", "mine_all", "sibling", "other", "pronoun", "adult"]
_AT_WORK = re.compile(
    r" (?:\w+ ){0,2}?(?:(?:that |who )?(?:i|we) (?:teach|foster|mind|look after|childmind|work with|support|care for|coach|tutor|have in)\b|in (?:my|our) (?:\w+ ){0,2}(?:care|class|group|form|placement|pack|unit|setting|home|nursery|room|troop|team|school)\b|on my caseload\b)"
)
_OF_MINE = re.compile(
    r" (?:my|our) (?:\w+ ){0,2}(?:son|daughter|boy|girl|lad|lass|child|grandson|granddaughter|niece|nephew|little one|kid)s? s "
)
_PARENT_OF = re.compile(
    r" (?:mum|mother|dad|father|parent|carer|nan|gran|grandma|grandad|grandmother|grandfather|aunt|uncle|auntie) (?:of|to) (?:the|a|this|that) (?:\w+ ){0,2}$"
)
_FEMALE = frozenset(
    [
        "daughter",
        "grandaughter",
        "daugther",
        "granddaughter",
        "girl",
        "lass",
        "lassie",
        "niece",
        "stepdaughter",
        "goddaughter",
        "dd",
        "dgd",
        "dsd",
    ]
)
_MALE = frozenset(["son", "grandson", "boy", "lad", "nephew", "stepson", "godson", "ds", "dgs", "dss"])
_AGE = re.compile(r"\d+(?:yo|yr|y)?$|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen)$")
_MUMSNET = re.compile(r"(?:dd|ds|dgs|dgd|dsd|dss)\d*$")
# How far back the word that says whose child it is may stand, and how far on the child to whom it was done.
_BACK, _ON = 6, 8


@dataclass(frozen=True)
class _Child:
    place: int
    kind: Kind


def read(plain: str, names: Set[str] = frozenset()) -> tuple[list[str], list[_Child]]:
    """The words of a text in plain clauses and the people in it; `names` are first names in small letters."""
    tokens = plain.split()
    return tokens, _people(tokens, names)


def role_between(plain: str, tokens: list[str], people: list[_Child]) -> str | None:
    """The role that the deeds of a text in plain clauses show; None where they show none."""
    words = _words()
    deeds = [place for place, token in enumerate(tokens) if token in words["deeds"] and _is_deed(tokens, place)]
    seen = [vote for place in deeds if (vote := _vote(tokens, people, place))]
    if "both" in seen or "affected" not in seen and _all_theirs(tokens, people):
        return "both"
    if not any(one.kind in ("mine", "mine_all") for one in people) and not _OF_MINE.search(plain):
        return "displayed" if seen[:1] == ["displayed"] else None
    return seen[0] if seen else None


def doer_alone(tokens: list[str], people: list[_Child]) -> bool:
    """The writer's child did something and nobody to whom it was done is named."""
    return any(
        token in _words()["deeds"] and _is_deed(tokens, place) and (before := [one for one in people if one.place < place]) and before[-1].kind == "mine"
        and not _is_passive(tokens, before[-1].place, place) and not any(t in ".,?" or t in _words()["says"] for t in tokens[before[-1].place : place])
        for place, token in enumerate(tokens)
    )  # fmt: skip


def _all_theirs(tokens: list[str], people: list[_Child]) -> bool:
    """Several children of the writer's are named and no other child is."""
    if any(one.kind == "other" and tokens[one.place] not in ("they", "them", "theyve") for one in people):
        return False
    mine = [one for one in people if one.kind == "mine"]
    if any(
        one.kind == "sibling" and place and not _words()["says"] & set(tokens)
        for one, place in ((one, len(mine)) for one in people)
    ):
        return True
    if any(one.kind == "mine_all" for one in people):
        return True
    return any(
        _called(tokens, one.place) != _called(tokens, two.place) and not {",", "."} >= set(tokens[one.place + 1 : two.place]) - {"my", "our"} - _words()["may_stand_between"]
        or {"older", "younger"} & set(tokens[two.place - 2 : two.place])
        for one, two in pairwise(mine)
    )  # fmt: skip


def _called(tokens: list[str], place: int) -> list[str]:
    """The word for a child; of "a nine year old" all three."""
    return tokens[place - 2 : place + 1] if tokens[place] == "old" else tokens[place : place + 1]


def _is_deed(tokens: list[str], place: int) -> bool:
    """ "got" and "told" are deeds only where somebody is brought to something."""
    after = tokens[place + 1 : place + 2]
    if tokens[place] in ("got", "let"):
        return bool(after) and after[0] in (
            "my",
            "our",
            "mine",
            "a",
            "an",
            "another",
            "the",
            "him",
            "her",
            "other",
            "others",
            "them",
            "two",
            "three",
            "some",
            "girls",
            "boys",
            "younger",
            "little",
        )
    if tokens[place] in ("told", "tell", "tells", "telling"):
        return after in (["a"], ["an"], ["another"], ["the"]) and "to" in tokens[place + 2 : place + 6]
    return True


def _people(tokens: list[str], names: Set[str]) -> list[_Child]:
    words = _words()
    says_my = any(token in ("my", "our", "mine") for token in tokens)
    found: list[_Child] = []
    for place, token in enumerate(tokens):
        if (
            token not in words["people"]
            and not token[:1].isdigit()
            and token[:2] not in ("dd", "ds", "dg")
            and token not in names
        ):
            continue
        kind: Kind | None = None
        if token in ("he", "she", "hes", "shes", "him", "her", "hed", "shed"):
            kind = "pronoun"
        elif token == "mine" or _MUMSNET.match(token):
            kind = "mine"
        elif token in words["own"] or token in words["child"] or token.endswith("yo") and token[:1].isdigit():
            kind = _singular(tokens, place, says_my)
        elif token in words["sibling"]:
            owner = _owner(tokens, place)
            kind = "sibling" if owner in ("his", "her", "their") else "other" if owner is None else None
        elif token in words["own_plural"] and _owner(tokens, place) in ("my", "our"):
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
        if kind == "other" or kind is None and token in words["own_plural"]:
            if token not in ("they", "them", "theyve") and _at_work(tokens, place):
                kind = "mine_all" if token in words["own_plural"] else "mine"
            elif token in _MALE | _FEMALE | {"child"} and _PARENT_OF.search(
                " " + " ".join(tokens[max(0, place - 6) : place]) + " "
            ):
                kind = "mine"
        if kind == "mine_all" and "one of" in " ".join(tokens[max(0, place - 5) : place]):
            kind = "mine"
        if (
            place + 1 < len(tokens)
            and token not in ("yo",)
            and kind not in (None, "pronoun", "adult")
            and tokens[place + 1] in _person_words()
        ):
            continue
        if (
            kind == "adult"
            and token.endswith("s")
            and place + 1 < len(tokens)
            and (tokens[place + 1] in _person_words() or tokens[place + 1] in words["may_stand_between"])
        ):
            continue
        if (
            kind == "adult"
            and token in ("i", "we")
            and found
            and found[-1].place == place - 1 - (tokens[place - 1] in ("that", "who"))
            and found[-1].kind in ("mine", "mine_all")
        ):
            continue
        if kind is None or _only_owns(tokens, place):
            continue
        if (
            found
            and found[-1].kind == "pronoun"
            and tokens[found[-1].place] == "her"
            and kind != "pronoun"
            and _owner(tokens, place) == "her"
        ):
            found.pop()
        found.append(_Child(place, kind))
    if any(one.kind == "mine_all" for one in found):
        return [
            _Child(one.place, "mine") if tokens[one.place] == "one" and one.kind == "other" else one for one in found
        ]
    return found


def _singular(tokens: list[str], place: int, says_my: bool) -> Kind | None:
    words, token = _words(), tokens[place]
    if (
        token in ("old", "yr", "year")
        and place + 1 < len(tokens)
        and (tokens[place + 1] in words["child"] or tokens[place + 1] in words["own"])
    ):
        return None
    if token == "old" and (place < 2 or tokens[place - 1] not in ("year", "yr", "yrs", "month")):
        return None
    owner = _owner(tokens, place)
    if owner in ("my", "our"):
        return "mine"
    if owner == "s" or owner is not None and owner not in ("his", "her", "their"):
        return (
            "mine"
            if owner in words["owner_mine"] or owner == "s" and _before_s(tokens, place) in words["owner_mine"]
            else "other"
        )
    if owner is not None:
        return "other" if says_my else "mine"
    in_year = (
        place > 1
        and tokens[place - 2] in ("year", "yr", "y")
        or place
        and re.match(r"y[r\d]\d*$", tokens[place - 1]) is not None
    )
    if token in words["at_work"] or in_year and not says_my and token in words["child"]:
        return (
            "other"
            if place
            and not {"another", "other", "older", "bigger", "some", "younger"}.isdisjoint(
                tokens[max(0, place - 2) : place]
            )
            else "mine"
        )
    if token in words["own"]:
        return "mine" if token != "middle" and not says_my else None
    return (
        None
        if token == "one"
        and tokens[place - 1] not in ("other", "older", "younger", "big", "bigger", "little", "another")
        else "other"
    )


def _owner(tokens: list[str], place: int) -> str | None:
    """ "my", "her", "neighbours" or "s" before a child's word; None for "a boy"."""
    between = _words()["may_stand_between"]
    for back in range(place - 1, max(-1, place - 1 - _BACK), -1):
        token = tokens[back]
        if (
            token in ("my", "our", "his", "her", "their", "s", "someones", "somebodys", "elses")
            or token.endswith("s")
            and token[:-1] in _words()["adult"]
            or token in _words()["owner_mine"]
            and token.endswith("s")
        ):
            return token
        joins = (
            token == "and" and back and (tokens[back - 1] in _words()["own"] or tokens[back - 1] in _words()["child"])
        )
        if (
            not joins
            and token not in between
            and not _AGE.match(token)
            and not (back and tokens[back - 1] == "and" and token in _words()["own"])
            and token not in _words()["own"] | _words()["child"]
        ):
            return None
    return None


def _before_s(tokens: list[str], place: int) -> str:
    for back in range(place - 1, 0, -1):
        if tokens[back] == "s":
            return tokens[back - 1]
    return ""


def _only_owns(tokens: list[str], place: int) -> bool:
    """The child is named only to say whose friend, cousin or mother another person is."""
    words = _words()
    if place + 2 >= len(tokens) or tokens[place + 1] != "s":
        return False
    after = tokens[place + 2 : place + 4]
    return (
        any(
            token in words["other"] or token in words["own"] or token in words["child"] or token in words["adult"]
            for token in after[:2]
        )
        and after[0] not in words["deeds"]
        and after[0] not in ("been", "had", "the")
    )


def _at_work(tokens: list[str], place: int) -> bool:
    return _AT_WORK.match(" " + " ".join(tokens[place + 1 : place + 10])) is not None


def _vote(tokens: list[str], people: list[_Child], place: int) -> str | None:
    """What one deed says of the role."""
    words = _words()
    begin, reporter = 0, None
    for back in range(place - 1, -1, -1):
        if tokens[back] in (".", "?"):
            begin = back + 1
            break
        if tokens[back] in words["says"]:
            begin = back + 1
            reporter = next((one.kind for one in reversed(people) if one.place < back), None)
            told = next((one for one in people if one.place == begin and one.kind in ("adult", "pronoun")), None)
            if told is not None and any(one.place > told.place and one.place < place for one in people):
                begin += 1
            break
    before = [one for one in people if begin <= one.place < place]
    while (
        len(before) > 1
        and before[-2].kind != "adult"
        and tokens[before[-1].place] not in ("he", "she", "hes", "shes")
        and _after_preposition(tokens, before[-1].place)
        and not {"who", "that"} & set(tokens[before[-1].place : place])
    ):
        before.pop()
    after = [
        one
        for one in people
        if place < one.place <= place + _ON
        and not any(t in words["says"] or t in ",.?" for t in tokens[place + 1 : one.place])
    ]
    if (
        len(before) > 1
        and tokens[before[-1].place] == "her"
        and tokens[before[-1].place - 1] in ("had", "has", "having", "got")
    ):
        before.pop()
    subject, thing = (before[-1].kind if before else None), (after[0].kind if after else None)
    token = tokens[place]
    if (
        not token.endswith("ing")
        and token not in ("do", "does", "did", "make", "makes", "put")
        and _is_passive(tokens, before[-1].place if before else begin, place)
    ):
        by = "by" in tokens[place + 1 : place + 5]
        if subject == "mine" or subject == "mine_all":
            return "both" if by and thing in ("mine", "sibling") else "affected"
        if subject == "other" and by and thing == "mine":
            return "displayed"
        return None
    if (
        tokens[place + 1 : place + 3] == ["it", "to"]
        and not tokens[place + 3 :: 1][0:1]
        or tokens[place + 1 : place + 4] in (["it", "to", "."], ["it", "to", ","])
    ):
        thing = before[-2].kind if len(before) > 1 else None
    if subject == "pronoun" and before and (hers := _genders(tokens, people)):
        male = tokens[before[-1].place] in ("he", "hes", "hed")
        if (
            hers == {"f" if male else "m"}
            and (thing is None or thing == "pronoun")
            and not any(
                one.kind == "adult" and one.place < place
                for one in people
                if tokens[one.place] not in ("i", "we", "me", "us")
            )
        ):
            return "affected"
        if hers == {"m" if male else "f"} and thing == "pronoun" and (tokens[after[0].place] == "her") is male:
            return "displayed"
        if (
            thing is None
            and hers == {"m" if male else "f"}
            and "what" in tokens[max(0, place - 4) : place]
            and not any(one.kind == "other" for one in people)
        ):
            return "displayed"
    return _active(subject, thing, reporter)


def _after_preposition(tokens: list[str], place: int) -> bool:
    """ "at everyone", "to the younger ones": whoever is named there does nothing."""
    return not {"at", "to", "with", "on", "for", "from", "near", "towards"}.isdisjoint(
        tokens[max(0, place - 3) : place]
    )


def _genders(tokens: list[str], people: list[_Child]) -> set[str]:
    """Of the writer's children that are named: "f", "m", "" for a word that does not say."""
    mine = {one.place for one in people if one.kind == "mine"}
    said = [(place, token.rstrip("0123456789")) for place, token in enumerate(tokens)]
    return {
        "f" if token in _FEMALE else "m" if token in _MALE else ""
        for place, token in said
        if place in mine or token in _FEMALE | _MALE and _owner(tokens, place) in ("my", "our")
    }


def _active(doer: str | None, done_to: str | None, reporter: str | None) -> str | None:
    if doer == "mine_all":
        return None if done_to in ("other", "adult") else "both"
    if doer == "sibling":
        return "both" if done_to in ("mine", "pronoun", "mine_all") else None
    if doer == "mine":
        return (
            "both"
            if done_to in ("mine", "sibling", "mine_all")
            else "displayed"
            if done_to in ("other", "pronoun")
            else None
        )
    if doer == "other":
        return "affected" if done_to == "mine" or done_to == "pronoun" else None
    if doer == "pronoun":
        if done_to == "sibling":
            return "both"
        if done_to == "mine":
            return "affected"
        if done_to == "pronoun" and reporter in ("mine", "pronoun"):
            return "affected"
        return "displayed" if done_to == "other" else None
    return None


def _is_passive(tokens: list[str], subject: int, place: int) -> bool:
    if tokens[place].endswith("s"):
        return False
    between = tokens[subject + 1 : place]
    if not any(
        token in ("was", "were", "been", "being", "got", "gets", "getting", "had", "is") for token in between[-4:]
    ) or _after_who(between):
        return False
    last = [token for token in between if token in _words()["passive"]]
    since = between[len(between) - between[::-1].index(last[-1]) :]
    if "and" in since and (len(since) == 2 or any(token.isdigit() or token in NUMBERS for token in since)):
        return False  # "is 11 and kissed a boy", "is small and hit her"
    return last[-1] not in ("had", "has", "have", "having") or any(
        token in ("his", "her", "it", "their") for token in between
    )


def _after_who(between: list[str]) -> bool:
    """ "was the one who persuaded her" is no passive, "is the one who got hurt" is."""
    if "to" in between:
        return True
    relative = [index for index, token in enumerate(between) if token in ("who", "that", "one")]
    return bool(relative) and not {"was", "got", "been", "gets", "is"} & set(between[relative[-1] :])


@cache
def _person_words() -> frozenset[str]:
    words = _words()
    return (words["own"] | words["child"] | words["sibling"] | words["other"] | words["own_plural"]) - {
        "one",
        "middle",
        "yr",
        "yo",
        "two",
    }


@cache
def _words() -> dict[str, frozenset[str]]:
    raw = yaml.safe_load(_CONTENT.read_text(encoding="utf-8"))
    words = {name: frozenset(value.split()) for name, value in raw.items()}
    words["people"] = frozenset({"he", "she", "hes", "shes", "him", "her", "hed", "shed", "mine", "person"}).union(
        *(words[name] for name in ("own", "child", "sibling", "own_plural", "other", "other_plural", "adult"))
    )
    deeds = set(words["act_as_written"])
    for verb in words["act"]:
        stem = verb[:-1] if verb.endswith("e") else verb
        double = stem + stem[-1]
        deeds |= {verb, f"{verb}s", f"{verb}es", f"{stem}ed", f"{stem}ing", f"{double}ed", f"{double}ing"}
        if verb.endswith("y"):
            deeds |= {f"{verb[:-1]}ies", f"{verb[:-1]}ied"}
    words["deeds"] = frozenset(deeds | {"told", "tell", "tells", "telling"})
    return words
