"""Which words of a text are a deed: what one child does to another."""

from __future__ import annotations

from bot.nlu.participant_words import participant_words

_NAMED_BY = frozenset({"his", "her", "their", "my", "the", "s"})
_GETS = frozenset({"got", "get", "gets", "getting"})
# How far on the child to whom it was done may stand, and how far back what somebody was asked to do.
_ON = 8


def is_deed(tokens: list[str], place: int) -> bool:
    """ "got" and "told" are deeds only where somebody is brought to something."""
    words, after = participant_words(), tokens[place + 1 : place + 2]
    if tokens[max(0, place - 2) : place] == ["used", "to"]:
        return False  # what was done long ago is not what is asked about
    if tokens[place - 1 : place] == ["to"] and _asked_for(tokens[max(0, place - _ON) : place - 1]):
        return False  # "asked her to show": the deed is the asking
    if (
        tokens[place] in words["worn"]
        and tokens[place - 1 : place] != ["to"]
        and _NAMED_BY & set(tokens[place - 1 : place])
    ):
        return False  # "his pants": what is worn, no deed
    if tokens[place] in ("do", "does", "did", "doing") and after in (
        ["anything"],
        ["nothing"],
        ["everything"],
        ["homework"],
    ):
        return False
    if tokens[place] == "sent" and (after == ["home"] or tokens[place + 1 : place + 3] == ["out", "of"]):
        return False  # what a school does
    if tokens[place] in ("lie", "lies"):
        return after == ["on"]
    if tokens[place] in _GETS and {"his", "her", "their", "it"} & set(after) and "out" in tokens[place + 2 : place + 5]:
        return True  # "got his bits out"
    if tokens[place] in ("gets", "getting", "get"):
        return "to" in tokens[place + 2 : place + 6] and after in (
            ["him"],
            ["her"],
            ["them"],
            ["my"],
            ["the"],
            ["a"],
            ["another"],
            ["girls"],
            ["boys"],
            ["younger"],
        )
    if tokens[place] == "got" and after in (["that"], ["this"]):
        return "to" in tokens[place + 3 : place + 6]
    if tokens[place] == "got" and after == ["at"]:
        return True
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
    if tokens[place] in ("hand", "hands"):
        return bool(after) and after[0] in ("down", "up", "in", "on", "under", "inside", "over", "round", "all")
    if tokens[place] in ("told", "tell", "tells", "telling"):
        return after in (["a"], ["an"], ["another"], ["the"]) and "to" in tokens[place + 2 : place + 6]
    return True


def _asked_for(before: list[str]) -> bool:
    marks = [place for place, token in enumerate(before) if token in (".", "?", ",")]
    return not participant_words()["asking"].isdisjoint(before[marks[-1] + 1 if marks else 0 :])
