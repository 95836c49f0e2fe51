"""What a single deed says of the role: who did it, to whom, and who only reports it.

A deed has a doer (the child last named before it in its clause) and one it was done to (the child named after it); a
passive deed has them the other way round. What is only reported ("my son says that ...") has a doer of its own.
"""

from __future__ import annotations

from bot.nlu.child_owner import owner_named
from bot.nlu.participant_words import FEMALE, MALE, participant_words
from bot.nlu.participants import Child
from bot.nlu.passive_deeds import is_passive

# How far on the child to whom it was done may stand, and how far back what somebody was asked to do.
_ON = 8


def is_deed(tokens: list[str], place: int) -> bool:
    """ "got" and "told" are deeds only where somebody is brought to something."""
    after = tokens[place + 1 : place + 2]
    if tokens[max(0, place - 2) : place] == ["used", "to"]:
        return False  # what was done long ago is not what is asked about
    if tokens[place - 1 : place] == ["to"] and _asked_for(tokens[max(0, place - _ON) : place - 1]):
        return False  # "asked her to show": the deed is the asking
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


def role_in(tokens: list[str], people: list[Child], place: int) -> str | None:
    """What one deed says of the role."""
    words = participant_words()
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
        and token not in ("do", "does", "did", "make", "makes", "put", "hand", "hands")
        and is_passive(tokens, before[-1].place if before else begin, place)
    ):
        by = "by" in tokens[place + 1 : place + 5]
        if subject == "mine" or subject == "mine_all":
            return "both" if by and thing in ("mine", "sibling") else "affected"
        if subject == "other" and by and thing == "mine":
            return "displayed"
        if subject == "pronoun" and by and thing == "other":
            return "affected"
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
    if subject == "other" and thing is None and _anothers_clothes(tokens, before[-1].place, place):
        return "affected"
    if subject == "adult" and tokens[before[-1].place] in words["stranger"] and thing in ("mine", "pronoun"):
        return "affected" if token in words["deeds"] - words["may_be_kind"] else None
    return _active(subject, thing, reporter)


def _anothers_clothes(tokens: list[str], subject: int, place: int) -> bool:
    """ "The girl pulled his pants down", "they lifted her skirt": clothes that are not the doer's own."""
    whose, worn = tokens[place + 1 : place + 2], tokens[place + 2 : place + 4]
    words = participant_words()
    if whose not in (["his"], ["her"]) or words["worn"].isdisjoint(worn):
        return False
    doer = tokens[subject]
    return doer in (FEMALE if whose == ["his"] else MALE) or doer in words["other_plural"]


def _after_preposition(tokens: list[str], place: int) -> bool:
    """ "at everyone", "to the younger ones": whoever is named there does nothing."""
    return not {"at", "to", "with", "on", "for", "from", "near", "towards"}.isdisjoint(
        tokens[max(0, place - 3) : place]
    )


def _genders(tokens: list[str], people: list[Child]) -> set[str]:
    """Of the writer's children that are named: "f", "m", "" for a word that does not say."""
    mine = {one.place for one in people if one.kind == "mine"}
    said = [(place, token.rstrip("0123456789")) for place, token in enumerate(tokens)]
    return {
        "f" if token in FEMALE else "m" if token in MALE else ""
        for place, token in said
        if place in mine or token in FEMALE | MALE and owner_named(tokens, place) in ("my", "our")
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
