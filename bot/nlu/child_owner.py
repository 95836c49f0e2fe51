"""Whose child a word of a text names: the writer's, somebody else's, or a child the writer works with."""

from __future__ import annotations

import re
from typing import Literal

from bot.nlu.participant_words import participant_words

# The writer's child, several of theirs, a sibling of the child spoken of, another child, "he" or "she", an adult.
Kind = Literal["mine", "mine_all", "sibling", "other", "pronoun", "adult"]
_AT_WORK = re.compile(
    r" (?:\w+ ){0,2}?(?:(?:that |who )?(?:i|we) (?:teach|foster|mind|look after|childmind|work with|support|care for|coach|tutor|have (?:in|at|on|over|for|every))\b|in (?:my|our) (?:\w+ ){0,2}(?:care|class|group|form|placement|pack|unit|setting|home|nursery|room|troop|team|school)\b|on my caseload\b|in the (?:\w+ ){1,2}?(?:where )?(?:i|we) (?:work|teach|run|look after)\b|on (?:my|our) (?:roll|register|books)\b)"
)
_AGE = re.compile(r"\d+(?:yo|yr|y)?$|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen)$")
# How far back the word that says whose child it is may stand.
_BACK = 6


def kind_of_one(tokens: list[str], place: int, says_my: bool) -> Kind | None:
    """What a word for one child ("son", "boy", "old" of "a nine year old") makes of them; `says_my`: the text says "my" somewhere."""
    words, token = participant_words(), tokens[place]
    if (
        token in ("old", "yr", "year")
        and place + 1 < len(tokens)
        and (tokens[place + 1] in words["child"] or tokens[place + 1] in words["own"])
    ):
        return None
    if token == "old" and (place < 2 or tokens[place - 1] not in ("year", "yr", "yrs", "month")):
        return None
    owner = owner_named(tokens, place)
    if owner in ("my", "our"):
        return "mine"
    if {"ex", "exs"} & set(tokens[max(0, place - 5) : place]):
        return "other"  # "my ex's partner's son"
    if owner == "s" or owner is not None and owner not in ("his", "her", "their"):
        return (
            "mine"
            if owner in words["owner_mine"] or owner == "s" and before_s(tokens, place) in words["owner_mine"]
            else "other"
        )
    if owner is not None:
        return "other" if says_my or owner == "whose" else "mine"
    in_year = (
        place > 1
        and tokens[place - 2] in ("year", "yr", "y")
        or place
        and re.match(r"y[r\d]\d*$", tokens[place - 1]) is not None
    )
    if token == "member":
        return (
            "mine"
            if tokens[place + 1 : place + 3] in (["of", "my"], ["of", "our"])
            and tokens[place + 3 : place + 4] not in (["family"], ["staff"])
            else None
        )
    if token in words["at_work"] and not says_my or in_year and not says_my and token in words["child"]:
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


def owner_named(tokens: list[str], place: int) -> str | None:
    """ "my", "her", "neighbours" or "s" before a child's word; None for "a boy"."""
    between = participant_words()["may_stand_between"]
    for back in range(place - 1, max(-1, place - 1 - _BACK), -1):
        token = tokens[back]
        if (
            token in ("my", "our", "his", "her", "their", "whose", "s", "someones", "somebodys", "elses")
            or token.endswith("s")
            and token[:-1] in participant_words()["adult"]
            or token in participant_words()["owner_mine"]
            and token.endswith("s")
            or token == "familys"
            or token.endswith("s")
            and tokens[back - 1] in ("a", "an", "the", "another")
            and token not in participant_words()["own_plural"] | participant_words()["other_plural"] | between
            and back == place - 1
        ):
            return token
        joins = (
            token == "and"
            and back
            and (tokens[back - 1] in participant_words()["own"] or tokens[back - 1] in participant_words()["child"])
        )
        if (
            not joins
            and token not in between
            and not (token in ("and", "a") and "half" in tokens[back : back + 3])
            and not _AGE.match(token)
            and not (back and tokens[back - 1] == "and" and token in participant_words()["own"])
            and token not in participant_words()["own"] | participant_words()["child"]
        ):
            return None
    return None


def before_s(tokens: list[str], place: int) -> str:
    """The word whose genitive ("caller s son") stands last before a place; "" where there is none."""
    for back in range(place - 1, 0, -1):
        if tokens[back] == "s":
            return tokens[back - 1]
    return ""


def only_owns(tokens: list[str], place: int) -> bool:
    """The child is named only to say whose friend, cousin or mother another person is."""
    words = participant_words()
    if place + 2 >= len(tokens) or tokens[place + 1] != "s":
        return False
    after = tokens[place + 2 : place + 4]
    return (
        any(
            token in words["other"]
            or token in words["other_plural"]
            or token in words["own"]
            or token in words["child"]
            or token in words["adult"]
            for token in after[:2]
        )
        and after[0] not in words["deeds"]
        and after[0] not in ("been", "had", "the")
    )


def at_work(tokens: list[str], place: int) -> bool:
    """Whether the words after a child say that the writer works with them ("a boy in my class")."""
    return _AT_WORK.match(" " + " ".join(tokens[place + 1 : place + 10])) is not None
