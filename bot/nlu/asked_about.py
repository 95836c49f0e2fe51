"""Which of the children named in a text are the ones asked about, where only the whole text tells: "the elder" of a
parent's two boys, or the one child of whom somebody at work tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu.child_owner import Kind
from bot.nlu.participant_words import participant_words

_ONE_OF_THEM = frozenset({"one", "elder", "eldest", "oldest", "youngest", "older", "younger", "brother", "sister"})
_TELLS_OF_ONE = re.compile(
    r"^ (?:\w+ ){0,2}(?:teacher|dsl|senco|ta|hlta|social worker|school nurse|keyworker|childminder|foster carer) (?:here )?[.,]"
    r"|^ (?:\w+ )?(?:grandad|grandfather|nan|gran|grandma|grandmother|mum|dad|aunt|auntie|uncle|carer|parent) (?:here|writing|speaking) "
    r"| (?:as (?:a|an|the) (?:\w+ ){0,3}(?:leader|teacher|ta|dsl|head|coach|worker|nurse|childminder|governor|practitioner|tutor|carer)"
    r"|(?:im|i am|we are|were) (?:a|an|the) (?:\w+ ){0,3}(?:leader|teacher|ta|dsl|head|coach|worker|nurse|childminder|tutor|practitioner|manager)"
    r"|(?:i|we) (?:\w+ )?(?:teach|coach|run|lead|supervise|manage|look after|mind|childmind|foster|care for|support)|(?:a|our|one of our|the) (?:\w+ )?(?:tas?|teachers?|staff|staff member|lsa|dinner lady|midday supervisor) (?:\w+ )?(?:saw|found|reported|noticed|witnessed|caught)"
    r"|(?:child|pupil|student|yp|young person) [a-z]|(?:advice|query|enquiry|case|referral|concern|guidance) re|in (?:placement|residence|our setting)|ref(?:erral)? (?:from|re)|alleged to have) "
)
_ANOTHER = frozenset({"another", "other", "others", "older", "younger", "some", "bigger", "smaller"})
_ONE_CHILD = frozenset(
    {"boy", "girl", "lad", "lass", "child", "kid", "person", "pupil", "student", "learner", "male", "female", "one"}
)
_OFFICE = frozenset({"leader", "master", "hut", "camp", "group", "council"})
_BETWEEN_NAMED_TWICE = frozenset(
    {
        "at",
        "in",
        "from",
        "the",
        "my",
        "his",
        "her",
        "school",
        "class",
        "nursery",
        "club",
        "year",
        "mosque",
        "church",
        "old",
    }
)
# "I've two girls", "mum of three", "we adopted two brothers": the writer's, though nobody says "my".
_HAVING = re.compile(
    r"(?:\b(?:ive|weve)(?: got)?|\b(?:i|we)(?: have| foster| adopted| got| raise| look after| ve)+|(?:^|[.?] )got|\b(?:mum|mother|dad|father|parents?|nan|gran|carer) (?:of|to|with)) $"
)
_AND_A = re.compile(
    r"\b(?:ive|weve|i have|we have|ive got|weve got) (?:got )?an? (?:\w+ ){0,2}(?:boy|girl|son|daughter|lad|lass) (?:\w+ ){0,3}(?:, )?and $"
)
_OF_ONES_OWN = frozenset(
    {"boy", "girl", "lad", "lass", "son", "daughter", "child", "baby", "toddler", "teenager", "old"}
)
_TWO = frozenset({"two", "three", "four", "2", "3", "4", "both"})


def has_several(tokens: list[str], place: int) -> bool:
    """Whether a plural word names children whom the writer says to have ("I've got two boys")."""
    back = _before_its_words(tokens, place)
    return back > 0 and tokens[back] in _TWO and _HAVING.search(" ".join(tokens[:back]) + " ") is not None


def has_one(tokens: list[str], place: int) -> bool:
    """Whether a child is one whom the writer says to have ("I have a boy of 13 and a girl of 8")."""
    back = _before_its_words(tokens, place)
    if tokens[place] not in _OF_ONES_OWN or back < 1 or tokens[back] not in ("a", "an", "one"):
        return False
    before = " ".join(tokens[:back]) + " "
    return _HAVING.search(before) is not None or _AND_A.search(before) is not None


def _before_its_words(tokens: list[str], place: int) -> int:
    """The place before a person and the words that tell more of them ("two | lovely little girls")."""
    back = place - 1
    while back > 0 and tokens[back] in participant_words()["may_stand_between"]:
        back -= 1
    return back


def is_year_group(tokens: list[str], place: int) -> bool:
    """Whether a number is all that names a child at school: "our Year 3 has been asking"."""
    token, before = tokens[place], tokens[max(0, place - 2) : place]
    if token.isdigit():
        named = len(before) == 2 and before[1] in ("year", "yr", "y") and before[0] in ("my", "our")
    else:
        named = token[:1] == "y" and token[1:].isdigit() and before[-1:] in (["my"], ["our"])
    words, after = participant_words(), set(tokens[place + 1 : place + 2])
    return named and after.isdisjoint(
        {"teacher", "class", "group", "s"} | words["child"] | words["own_plural"] | words["own"]
    )


def asked_about(tokens: list[str], people: Sequence[tuple[int, Kind]]) -> list[tuple[int, Kind]]:
    """The places and kinds of the people, mended by what the whole text tells."""
    found = _said_once(tokens, people)
    if any(kind == "mine_all" for _, kind in found) or " one of mine " in f" {' '.join(tokens)} ":
        return [
            (place, "mine" if kind == "other" and _one_of_several(tokens, place) else kind) for place, kind in found
        ]
    if not any(kind in ("mine", "mine_all") for _, kind in found) and _TELLS_OF_ONE.search(f" {' '.join(tokens)} "):
        first = next((place for place, kind in found if kind == "other" and _told_of(tokens, place)), None)
        return [(place, "mine" if place == first else kind) for place, kind in found]
    return found


def _one_of_several(tokens: list[str], place: int) -> bool:
    return tokens[place] in _ONE_OF_THEM and ("the" in tokens[max(0, place - 3) : place] or tokens[place] == "one")


def _told_of(tokens: list[str], place: int) -> bool:
    return (
        tokens[place] in _ONE_CHILD
        and _ANOTHER.isdisjoint(tokens[max(0, place - 2) : place])
        and not _OFFICE & set(tokens[place + 1 : place + 2])
    )


def _said_once(tokens: list[str], people: Sequence[tuple[int, Kind]]) -> list[tuple[int, Kind]]:
    """Without the "he" of "the boy at school he do it", which is the boy again."""
    found: list[tuple[int, Kind]] = []
    for place, kind in people:
        if kind == "pronoun" and tokens[place] in ("he", "she") and found and found[-1][1] in ("mine", "other"):
            between = tokens[found[-1][0] + 1 : place]
            if between and all(token in _BETWEEN_NAMED_TWICE or token.isdigit() for token in between):
                continue
        if kind == "adult" and tokens[place] in ("school", "nursery") and tokens[place - 1] in ("at", "from", "after"):
            continue  # a place, nobody who does anything
        found.append((place, kind))
    return found
