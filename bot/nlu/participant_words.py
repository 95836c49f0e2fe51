"""The words by which the children of a text, and what one did to another, are read: content in `participant_words.yml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

_CONTENT = Path(__file__).parent / "participant_words.yml"
FEMALE = frozenset(
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
MALE = frozenset(["son", "grandson", "boy", "lad", "nephew", "stepson", "godson", "ds", "dgs", "dss"])


@cache
def participant_words() -> dict[str, frozenset[str]]:
    """Each list of the content by its name; `people` holds all who can be named, `deeds` every form of what one does to another."""
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


@cache
def person_words() -> frozenset[str]:
    """The words that name a child: before one of them another such word only says whose or which child it is."""
    words = participant_words()
    return (words["own"] | words["child"] | words["sibling"] | words["other"] | words["own_plural"]) - {
        "one",
        "middle",
        "yr",
        "yo",
        "two",
    }
