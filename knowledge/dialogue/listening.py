"""Taking in what was heard: the answer to the open question first, then whatever else the message said."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.age import Age
from knowledge.dialogue.asking import AUDIENCES
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import Span, State
from knowledge.library import library

CANDIDATES = 3
# Words alone do not say these well enough: chatting online is no picture, disbelief no refusal to keep watch.
ASKED_ONLY = ("online", "carer_minimises")


@dataclass(frozen=True, slots=True)
class Taken:
    """The state after listening, whether the open question was answered, and what to say about it."""

    state: State
    answered: bool
    notes: tuple[str, ...] = ()


def take(state: State, heard: Heard) -> Taken:
    """What a free message says. Only the answer to the open question counts as answered; the rest is kept so that it
    is not asked again.
    """
    before = state
    state, answered = _answer(state, heard)
    notes = []
    state, more = _extras(before, state, heard)
    notes += more
    return Taken(_closed(state, before) if answered else state, answered, tuple(notes))


def pick(state: State, values: tuple[str, ...]) -> Taken:
    """What an offered choice says."""
    value = values[0]
    word = state.asked or ""
    if word.startswith("factor:"):
        return _done(state, state.with_factor(word.partition(":")[2], value))
    if word == "audience" and value in AUDIENCES and value != "child":
        return _done(state, state.but(audience=value))
    if word in ("story", "subject") and value in library().subjects:
        return _done(state, state.but(subject=value))
    if word in ("confirm", "menu") and value in library().behaviours:
        return _done(state, state.but(behaviours=(value,), candidates=(), subject=None))
    if word in ("age", "developmental_age"):
        return _done(state, _with_age(state, word, None if value == "unknown" else _span(value)))
    if word == "role":
        return _done(state, state.but(role="unclear" if value == "unknown" else value))
    if word == "send":
        return _done(state, state.but(send=value))
    if word == "area":
        return _done(state, state.but(area="elsewhere" if value == "unknown" else value))
    return Taken(state, False)


def _done(before: State, after: State) -> Taken:
    return Taken(_closed(after, before), True)


def _closed(after: State, before: State) -> State:
    counts = before.asked not in (None, "audience")
    return after.but(
        asked=None, offered=(), multiple=False, misses=0,
        trail=(*after.trail, before.asked) if before.asked else after.trail,
        answers=after.answers + (1 if counts else 0),
    )  # fmt: skip


def _span(value: str) -> Span:
    low, _, high = value.partition("-")
    return int(low), int(high or low)


def _with_age(state: State, word: str, span: Span | None) -> State:
    if word == "developmental_age":
        return state.but(developmental_age=span)
    if span is None:
        return state.but(age=None, age_refused=True, heard_ages=())
    others = [one for one in state.heard_ages if one != span]
    return state.but(age=span, age_refused=False, heard_ages=(), other_age=others[0] if others else state.other_age)


def _answer(state: State, heard: Heard) -> tuple[State, bool]:
    word = state.asked or "story"
    if word.startswith("factor:"):
        slug = word.partition(":")[2]
        said = heard.factors.get(slug) or heard.answer
        return (state.with_factor(slug, said), True) if said else (state, False)
    if word in ("story", "subject", "menu", "audience"):
        return _told(state, heard)
    if word == "confirm":
        if heard.answer == "yes":
            return state.but(behaviours=state.candidates[:1], candidates=()), True
        return _told(state, heard) if heard.answer is None else (state, False)
    if word == "age":
        if len(heard.ages) == 1:
            return _with_age(state, word, heard.ages[0]), True
        return (_with_age(state, word, None), True) if heard.answer == "unknown" else (state, False)
    if word == "developmental_age":
        if heard.ages:
            return _with_age(state, word, heard.ages[0]), True
        return state, heard.answer is not None
    if word == "role":
        if heard.role:
            return state.but(role=heard.role), True
        return (state.but(role="unclear"), True) if heard.answer == "unknown" else (state, False)
    if word == "send":
        return (state.but(send=heard.answer), True) if heard.answer else (state, False)
    if word == "area":
        area = heard.area or ("elsewhere" if heard.answer in ("unknown", "no") else None)
        return (state.but(area=area), True) if area else (state, False)
    return state, False


def _told(state: State, heard: Heard) -> tuple[State, bool]:
    if not heard.about_a_worry:
        return state, False
    names = tuple(name for name, _ in heard.behaviours[:CANDIDATES])
    audience = state.audience or "parent"
    return state.but(candidates=names, behaviours=(), subject=None, audience=audience), True


def _extras(before: State, state: State, heard: Heard) -> tuple[State, list[str]]:
    notes: list[str] = []
    audience = state.words_for
    if heard.ages and before.asked not in ("age", "developmental_age"):
        state, note = _more_ages(state, heard)
        notes += note
    if heard.role and state.role is None:
        state = state.but(role=heard.role)
    if heard.area and state.area is None:
        state = state.but(area=heard.area)
    asked_slug = (before.asked or "").partition(":")[2]
    for slug, said in heard.factors.items():
        known = before.factors.get(slug)
        if slug == asked_slug or said == known or (said == "yes" and slug in ASKED_ONLY):
            continue
        if before.asked == "confirm" and {known, said} == {"yes", "no"}:
            # "Tell me if any of that is wrong": it is, so it will be asked.
            state = state.but(factors={name: answer for name, answer in state.factors.items() if name != slug})
            notes.append(phrase("will_ask", audience))
            continue
        factor = library().factors[slug]
        if known in ("yes", "no") and before.asked != "correction":
            notes.append(phrase("contradiction", audience, name=factor.name))
            said = "yes"
        state = state.with_factor(slug, said)
    return state, notes


def _more_ages(state: State, heard: Heard) -> tuple[State, list[str]]:
    ages = tuple(dict.fromkeys(heard.ages))
    role = heard.role or state.role
    if len(ages) > 1:
        return state.but(heard_ages=ages, age=None if state.age not in ages else state.age), []
    if role == "affected" and state.age is None:
        return state.but(other_age=ages[0]), []
    if state.age is None:
        return state.but(age=ages[0], age_refused=False), []
    if ages[0] != state.age:
        changed = phrase("changed_age", state.words_for, age=Age(*ages[0]).in_words())
        return state.but(age=ages[0]), [changed]
    return state, []


def heard_line(state: State, heard: Heard) -> str | None:
    """One line that repeats what was understood beside the behaviour, in our own words, so that the person can put it
    right.
    """
    factors = library().factors
    facts = [factors[slug].present for slug, said in heard.factors.items() if said == "yes" and slug not in ASKED_ONLY]
    absent = [factors[slug].name for slug, said in heard.factors.items() if said == "no"]
    if absent:
        facts.append("No: " + "; ".join(absent) + ".")
    if len(heard.ages) == 1:
        facts.insert(0, f"Age {Age(*heard.ages[0]).in_words()}.")
    return phrase("heard_line", state.words_for, facts=" ".join(facts)) if facts else None
