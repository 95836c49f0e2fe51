"""What a single deed says of the role: who did it, to whom, and who only reports it.

A deed has a doer (the child last named before it in its clause) and one it was done to (the child named after it); a
passive deed has them the other way round. What is only reported ("my son says that ...") has a doer of its own.
"""

from __future__ import annotations

from bot.nlu.clothes_and_bodies import anothers_clothes
from bot.nlu.fending_off import fended_off
from bot.nlu.nearness import genders_of_mine, is_theirs, of_two, owned
from bot.nlu.participant_words import participant_words
from bot.nlu.participants import Child
from bot.nlu.passive_deeds import RECEIVING, had_it_done, has_them, is_passive

_SEEING = frozenset({"saw", "seen", "caught", "found", "watched", "heard", "noticed", "spotted", "with"})
_PREPOSITIONS = frozenset(
    {
        "at",
        "to",
        "with",
        "on",
        "for",
        "from",
        "near",
        "towards",
        "under",
        "behind",
        "over",
        "beside",
        "against",
        "onto",
        "off",
        "past",
        "into",
        "round",
        "around",
        "in",
        "inside",
        "among",
        "by",
    }
)
# How far on the child to whom it was done may stand, and how far back what somebody was asked to do.
_ON = 8
_NAMED_BY = frozenset({"his", "her", "their", "my", "our", "the", "s", "a", "an", "all", "some", "that", "those"})


def role_in(tokens: list[str], people: list[Child], place: int) -> str | None:
    """What one deed says of the role."""
    words = participant_words()
    begin, reporter = 0, None
    for back in range(place - 1, -1, -1):
        if tokens[back] in (".", "?"):
            begin = back + 1
            break
        if tokens[back] in words["says"]:
            if tokens[back + 1 : back + 3] == ["to", "have"] or tokens[back + 1] in ("off", "sorry", "by"):
                continue  # "is alleged to have touched", "was told off", "reported by peers"
            begin = back + 1
            reporter = next((one.kind for one in reversed(people) if one.place < back), None)
            told = next((one for one in people if one.place == begin and one.kind in ("adult", "pronoun")), None)
            if told is not None and any(one.place > told.place and one.place < place for one in people):
                begin += 1
            break
    before = [one for one in people if begin <= one.place < place]
    if not before and reporter is None and place - begin <= 3:  # "Y9 boy. Touched a peer.", "keeps touching girls"
        before = [one for one in people if one.kind == "mine" and one.place < begin][-1:]
    while (
        len(before) > 1
        and before[-2].kind != "adult"
        and tokens[before[-1].place] not in ("he", "she", "hes", "shes")
        and _after_preposition(tokens, before[-1].place)
        and not {"who", "that"} & set(tokens[before[-1].place : place])
        and not _with_one_doing(tokens, before[-1].place, place)
    ):
        before.pop()
    while len(before) > 1 and _is_object(tokens, before[-2], before[-1]):
        before.pop()
    after = [
        one
        for one in people
        if place < one.place <= place + _ON and not _parted(tokens[place + 1 : one.place], words["says"])
    ]
    subject, thing = (before[-1].kind if before else None), (after[0].kind if after else None)
    token = tokens[place]
    if (
        token == "done"
        and thing == "mine"
        and tokens[place - 1] in ("was", "been", "being", "is")
        and tokens[place + 1] == "to"
    ):
        return "affected"
    if (
        token in RECEIVING
        or had_it_done(tokens, before[-1].place if before else begin, place)
        or not token.endswith("ing")
        and token not in ("do", "does", "did", "make", "makes", "put", "hand", "hands")
        and is_passive(tokens, before[-1].place if before else begin, place)
    ):
        by = not {"by", "from", "off"}.isdisjoint(tokens[place + 1 : place + 6])
        if subject == "mine" or subject == "mine_all":
            return "both" if by and thing in ("mine", "sibling") and owned(tokens, before[-1]) else "affected"
        if subject == "other" and by and thing == "mine":
            return "displayed"
        if subject == "pronoun" and (by and thing == "other" or reporter == "mine"):
            return "affected"
        return None
    if (
        tokens[place + 1 : place + 3] == ["it", "to"]
        and not tokens[place + 3 :: 1][0:1]
        or tokens[place + 1 : place + 4] in (["it", "to", "."], ["it", "to", ","], ["it", "to", "?"])
    ):
        thing = before[-2].kind if len(before) > 1 else None
    if (parted := fended_off(tokens, subject, place, after)) is not None:
        return parted
    if subject == "pronoun" and before and (hers := genders_of_mine(tokens, people)):
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
        if (
            hers == {"f", "m"}
            and thing == "pronoun"
            and (tokens[after[0].place] == "her") is male
            and not any(one.kind == "other" for one in people)
        ):
            return "both"
        if hers == {"m" if male else "f"} and thing == "pronoun" and (tokens[after[0].place] == "her") is male:
            return "displayed"
        if (
            thing is None
            and hers == {"m" if male else "f"}
            and "what" in tokens[max(0, place - 4) : place]
            and not any(one.kind == "other" for one in people)
        ):
            return "displayed"
    if subject == "mine" and thing is None and tokens[place + 1 : place + 2] == ["their"]:
        thing = "other"
    if (
        subject == "other"
        and thing is None
        and (anothers_clothes(tokens, before, place, reporter == "mine") or _seen_by(tokens, before))
    ):
        return "affected"
    if subject == "adult" and tokens[before[-1].place] in words["stranger"] and thing in ("mine", "pronoun"):
        return "affected" if token in words["deeds"] - words["may_be_kind"] else None
    if (
        subject == "pronoun"
        and thing == "mine"
        and before
        and after
        and is_theirs(tokens, people, before[-1].place, after[0].place)
    ):
        return "both"
    if thing is None and before and has_them(tokens, before[-1].place, place):
        thing = "pronoun"
    role = _active(subject, thing, reporter)
    if role == "both" and before and after and subject == thing == "mine":
        return of_two(tokens, before[-1], after[0])
    return role


def _with_one_doing(tokens: list[str], child: int, place: int) -> bool:
    """ "With a bigger boy lying on top of her": the one after "with" is the doer."""
    return place - child <= 2 and tokens[place].endswith("ing") and "with" in tokens[max(0, child - 4) : child]


def _seen_by(tokens: list[str], before: list[Child]) -> bool:
    """ "My son has seen a teenager exposing himself": it was done to the one who had to see it."""
    return (
        len(before) > 1
        and before[-2].kind == "mine"
        and not {"saw", "seen", "caught"}.isdisjoint(tokens[before[-2].place : before[-1].place])
    )


def _is_object(tokens: list[str], doer: Child, child: Child) -> bool:
    """ "him" and "her" do nothing ("a boy in her form has"), but for what they are seen or found to do."""
    return (
        tokens[child.place] in ("him", "her")
        and (doer.kind != "adult" or tokens[child.place - 1] in ("had", "has", "having", "got"))
        and tokens[child.place - 1] not in _SEEING
    )


def _parted(between: list[str], says: frozenset[str]) -> bool:
    """Whether a clause ends between a deed and a child; the comma of "doing it, to my son" ends none."""
    return any(
        token in says or token in (".", "?") or token == "," and between[index + 1 : index + 2] != ["to"]
        for index, token in enumerate(between)
    ) or between[-1:] == [","]


def _after_preposition(tokens: list[str], place: int) -> bool:
    """ "at everyone", "to the younger ones": whoever is named there does nothing."""
    between, back = (
        participant_words()["may_stand_between"] | _NAMED_BY,
        place - 1,
    )
    while back > max(0, place - 5) and tokens[back] in between:
        back -= 1
    return tokens[back] in _PREPOSITIONS


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
        return "affected" if done_to in ("mine", "mine_all", "pronoun") else None
    if doer == "pronoun":
        if done_to == "sibling":
            return "both"
        if done_to == "mine":
            return "affected"
        if done_to == "pronoun" and reporter in ("mine", "pronoun"):
            return "affected"
        return "displayed" if done_to == "other" else None
    return None
