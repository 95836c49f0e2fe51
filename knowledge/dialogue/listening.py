"""Taking in what was heard: the answer to the open question first, then whatever else the message said."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.age import Age
from knowledge.dialogue.agenda import another_child
from knowledge.dialogue.asking import AUDIENCES
from knowledge.dialogue.checklists import consider
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.hearing import repeated
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import Span, State
from knowledge.library import library
from knowledge.words import Audience

CANDIDATES = 3
# Words alone do not say these well enough: chatting online is no picture, disbelief no refusal to keep watch.
ASKED_ONLY = ("online", "carer_minimises")
# So many of the newest questions can be gone back to: the state stays small however long somebody talks.
MOST_BACK = 24
_ANSWERS = ("yes", "no", "unknown")


@dataclass(frozen=True, slots=True)
class Taken:
    """The state after listening, whether the open question was answered, and what to say about it."""

    state: State
    answered: bool
    notes: tuple[str, ...] = ()


def take(state: State, heard: Heard) -> Taken:
    """What a free message says. Only the answer to the open question counts as answered; the rest is kept so that it
    is not asked from the beginning again.
    """
    before = state
    state, answered, notes = _answer(state, heard)
    state, more = _extras(before, state, heard)
    return Taken(_closed(state, before) if answered else state, answered, (*notes, *more))


def pick(state: State, values: tuple[str, ...]) -> Taken:
    """What an offered choice says."""
    value = values[0]
    word = state.asked or ""
    if word.startswith("factor:"):
        return _done(state, _with_answer(state, word.partition(":")[2], value))
    if word == "audience" and value in AUDIENCES and value != "child":
        return _done(state, state.but(audience=value))
    if word in ("story", "subject") and value in library().subjects:
        return _done(state, state.but(subject=value))
    if word in ("confirm", "menu") and value in library().behaviours:
        return _done(state, _with_behaviour(state, value, confirmed=word == "confirm"))
    if word in ("age", "developmental_age"):
        return _done(state, _with_age(state, word, None if value == "unknown" else _span(value)))
    if word == "role":
        return _done(state, _with_role(state, "unclear" if value == "unknown" else value))
    if word == "send":
        return _done(state, _with_send(state, value))
    if word == "area":
        return _done(state, state.but(area="elsewhere" if value == "unknown" else value))
    if word.startswith("consideration:") and value in _ANSWERS:
        return _done(state, _considered(state, word.partition(":")[2], value))
    return Taken(state, False)


def _considered(state: State, name: str, said: str) -> State:
    after = consider(state, name, said)
    return after if after.case == state.case else after.but(finished=False)


def misheard(state: State) -> State:
    """The state without what words gave beside the behaviour: the person said that some of it is not right."""
    return state.but(heard={}, age=None, other_age=None, heard_ages=(), role=None)


def _done(before: State, after: State) -> Taken:
    return Taken(_closed(after, before), True)


def _closed(after: State, before: State) -> State:
    counts = before.asked not in (None, "audience") and not (before.asked or "").startswith("consideration:")
    return after.but(
        asked=None, offered=(), multiple=False, misses=0, asides=0,
        trail=(*after.trail, before.asked)[-MOST_BACK:] if before.asked else after.trail,
        answers=after.answers + (1 if counts else 0),
    )  # fmt: skip


def _span(value: str) -> Span:
    low, _, high = value.partition("-")
    return int(low), int(high or low)


def _with_answer(state: State, slug: str, said: str) -> State:
    """A factor answered. Where both a yes and a no were heard, not being sure leaves the more careful one."""
    return state.with_factor(slug, "yes" if slug in state.doubted and said == "unknown" else said)


def _with_behaviour(state: State, name: str, confirmed: bool) -> State:
    """A behaviour picked. What the confirming line repeated beside it is confirmed with it."""
    said = repeated(state) if confirmed else {}
    behaviours = tuple(dict.fromkeys((*state.kept, name)))
    return state.but(
        behaviours=behaviours, kept=(), candidates=(), subject=None, factors={**state.factors, **said},
        heard={slug: answer for slug, answer in state.heard.items() if slug not in said},
    )  # fmt: skip


def _with_role(state: State, role: str) -> State:
    """Which child the writer speaks of. An age that only the story gave was that child's: the other one's is asked."""
    if role == "affected" and state.age and state.other_age is None and "age" not in state.trail:
        state = state.but(age=None, other_age=state.age)
    return state.but(role=role)


def _another_child(state: State) -> bool:
    """Whether what is told is about more than one child, so that it matters which of them is spoken of."""
    names = state.candidates[:1] or state.behaviours
    return not names or another_child(names)


def _with_send(state: State, value: str) -> State:
    return state.but(send=value, developmental_age=state.developmental_age if value == "yes" else None)


def _with_age(state: State, word: str, span: Span | None) -> State:
    if word == "developmental_age":
        return state.but(developmental_age=span)
    if span is None:
        return state.but(age=None, age_refused=True, heard_ages=())
    others = [one for one in state.heard_ages if one != span]
    return state.but(age=span, age_refused=False, heard_ages=(), other_age=others[0] if others else state.other_age)


def _answer(state: State, heard: Heard) -> tuple[State, bool, list[str]]:
    word = state.asked or "story"
    if word.startswith("factor:"):
        return _answer_to_factor(state, heard, word.partition(":")[2])
    if word.startswith("consideration:"):
        name = word.partition(":")[2]
        return (_considered(state, name, heard.answer), True, []) if heard.answer else (state, False, [])
    if word in ("story", "subject", "menu", "audience"):
        return *_told(state, heard), []
    if word == "confirm" and heard.answer == "yes":
        return _with_behaviour(state, state.candidates[0], confirmed=True), True, []
    if word == "confirm":
        # A few words that add a fact are no other story, whatever behaviour they sound a little like.
        adds = bool(heard.ages or heard.factors) and not heard.sure_story
        same = tuple(name for name, _ in heard.behaviours[:CANDIDATES]) == state.candidates
        another = heard.answer in (None, "unknown") and not adds and not same
        return (*_told(state, heard), []) if another else (state, False, [])
    if word == "age":
        if len(heard.ages) == 1:
            return _with_age(state, word, heard.ages[0]), True, []
        return (_with_age(state, word, None), True, []) if heard.answer == "unknown" else (state, False, [])
    if word == "developmental_age":
        if heard.ages:
            return _with_age(state, word, heard.ages[0]), True, []
        return state, heard.answer is not None, []
    if word == "role":
        if heard.role:
            return _with_role(state, heard.role), True, []
        return (state.but(role="unclear"), True, []) if heard.answer == "unknown" else (state, False, [])
    if word == "send":
        return (_with_send(state, heard.answer), True, []) if heard.answer else (state, False, [])
    if word == "area":
        area = heard.area or ("elsewhere" if heard.answer in ("unknown", "no") else None)
        return (state.but(area=area), True, []) if area else (state, False, [])
    return state, False, []


def _answer_to_factor(state: State, heard: Heard, slug: str) -> tuple[State, bool, list[str]]:
    fact, plain = heard.factors.get(slug), heard.answer
    said = fact or plain
    if said is None:
        return state, False, []
    # A bare no to "I also heard this" puts a mishearing right; another telling of it is a contradiction.
    told_otherwise = fact == "no" and state.heard.get(slug) == "yes"
    if slug not in state.doubted and ({fact, plain} == {"yes", "no"} or told_otherwise):
        state = state.with_factor(slug, "yes")
        return state.but(doubted=(*state.doubted, slug)), True, [_both_heard(state, slug)]
    return _with_answer(state, slug, "yes" if "yes" in (fact, plain) and slug in state.doubted else said), True, []


def _both_heard(state: State, slug: str) -> str:
    return phrase("contradiction", state.words_for, name=library().factors[slug].name)


def _told(state: State, heard: Heard) -> tuple[State, bool]:
    if not heard.about_a_worry:
        return state, False
    names = tuple(name for name, _ in heard.behaviours[:CANDIDATES])
    audience = state.audience or "parent"
    return state.but(candidates=names, behaviours=(), subject=None, audience=audience), True


def _extras(before: State, state: State, heard: Heard) -> tuple[State, list[str]]:
    notes: list[str] = []
    if heard.ages and before.asked not in ("age", "developmental_age"):
        state, note = _more_ages(state, heard)
        notes += note
    # The confirming line repeats the role; anywhere else it is asked rather than guessed.
    if heard.role and state.role is None and state.candidates and _another_child(state):
        state = state.but(role=heard.role)
    if heard.area and state.area is None:
        state = state.but(area=heard.area)
    asked_slug = (before.asked or "").partition(":")[2]
    for slug, said in heard.factors.items():
        if slug != asked_slug and not (said == "yes" and slug in ASKED_ONLY):
            state, note = _more_factors(before, state, slug, said)
            notes += note
    return state, list(dict.fromkeys(notes))


def _more_factors(before: State, state: State, slug: str, said: str) -> tuple[State, list[str]]:
    """A fact that nobody asked for: kept until it is confirmed; where it contradicts, both are said to be heard."""
    if before.asked == "confirm" and {before.heard.get(slug), said} == {"yes", "no"}:
        heard = {name: answer for name, answer in state.heard.items() if name != slug}
        state = state.without_factor(slug).but(heard=heard)
        return state, [phrase("will_ask", state.words_for)]
    known = before.factors.get(slug)
    if said == known:
        return state, []
    if known in ("yes", "no"):
        doubted = tuple(dict.fromkeys((*state.doubted, slug)))
        return state.with_factor(slug, "yes").but(doubted=doubted), [_both_heard(state, slug)]
    both = {before.heard.get(slug), said} == {"yes", "no"}
    return state.without_factor(slug).but(heard={**state.heard, slug: "yes" if both else said}), []


def _more_ages(state: State, heard: Heard) -> tuple[State, list[str]]:
    ages = tuple(dict.fromkeys(heard.ages))
    role = (heard.role or state.role) if _another_child(state) else None
    if len(ages) > 1:
        if state.words_for is Audience.SCHOOL and len(ages) == 2 and state.candidates:
            # The confirming line says whose age is whose: no question is spent on it.
            first, second = reversed(ages) if role == "affected" else ages
            return state.but(age=first, other_age=second, heard_ages=(), age_refused=False), []
        return state.but(heard_ages=ages, age=None if state.age not in ages else state.age), []
    if role == "affected" and state.age is None:
        return state.but(other_age=ages[0]), []
    if state.age is None:
        return state.but(age=ages[0], age_refused=False), []
    if ages[0] != state.age:
        changed = phrase("changed_age", state.words_for, age=Age(*ages[0]).in_words())
        return state.but(age=ages[0]), [changed]
    return state, []
