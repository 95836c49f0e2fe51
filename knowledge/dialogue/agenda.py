"""What to ask next: what could still change the outcome most comes first, what cannot change it is not asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.age import Age
from knowledge.assessment import Assessment
from knowledge.behaviour import Mutuality
from knowledge.colour import Colour
from knowledge.dialogue.state import State
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.triage import assess
from knowledge.weighing import scales
from knowledge.words import Audience

# From the story to the result, the story itself included (a typical worry must not take more).
MOST_ANSWERS = 8
# School staff have a first answer at once; this many answers, the story included, make it firm (one more for an age
# that the story left out).
MOST_ANSWERS_SCHOOL = 5
# Of these, so many could only make the answer more serious and need not be known for a firm one: whoever told much in
# the first message is asked no more of them than somebody who told little.
MOST_FURTHER = 4
# At red nothing can change the colour; these still change what to do tonight.
ASKED_AT_RED = ("injury", "sibling")
MOST_AT_RED = 2


def next_question(state: State) -> str | None:
    """The stable word of the next question, or `None` when the result can be given."""
    if state.audience is None:
        return "audience"
    if not state.behaviours:
        return "behaviour"
    about_harm = any(library().behaviours[name].harmful_kind for name in state.behaviours)
    if about_harm and state.age is None and not state.age_refused:
        return "age"
    if about_harm:
        question = _about_the_case(state)
        if question:
            return question
    return "area" if state.area is None and not area_comes_last(state) else None


def area_comes_last(state: State) -> bool:
    """Whether the area is asked with the result, where school staff have answered enough: it changes whom to ring, not
    the colour.
    """
    return state.words_for is Audience.SCHOOL and answers_left(state) <= 0


def _about_the_case(state: State) -> str | None:
    if needs_role(state) and state.role is None:
        return "role"
    if "adult_involved" in state.case.known(Answer.YES):
        return None
    assessment = assess(state.case)
    unsettled = (*state.doubted, *heard_to_confirm(state, assessment))
    if unsettled:
        return f"factor:{unsettled[0]}"
    if state.send == Answer.YES.value and state.developmental_age is None and "developmental_age" not in state.trail:
        return "developmental_age"
    if assessment.colour is None or answers_left(state) <= 0:
        return None
    if assessment.colour is Colour.RED:
        return next((f"factor:{slug}" for slug in _at_red(state)), None)
    ordered = sorted(_open_questions(state, assessment))
    if not ordered or (ordered[0][-1] not in _needed(state) and _further_asked(state) >= MOST_FURTHER):
        ordered = [one for one in ordered if one[-1] in _needed(state)]
    return ordered[0][-1] if ordered else None


def _needed(state: State) -> set[str]:
    """The questions without whose answers the result is not firm."""
    return {f"factor:{slug}" for name in state.behaviours for slug in scales(name).needs_known}


def _further_asked(state: State) -> int:
    """How many questions that are not needed have been answered since the story was told."""
    newest = state.trail[-state.answers :] if state.answers else ()
    return sum(1 for word in newest if word.startswith(("factor:", "send")) and word not in _needed(state))


def heard_to_confirm(state: State, assessment: Assessment) -> tuple[str, ...]:
    """Factors that words said are there, that would raise the colour, and that nobody has confirmed: asked whatever
    the number of questions.
    """
    would = {change.factor for change in assessment.changes}
    return tuple(
        slug for slug, said in state.heard.items() if said == "yes" and slug in would and slug not in state.factors
    )


def more_to_ask(state: State) -> bool:
    """Whether something that could still change the answer was left out to keep the questions few."""
    return (next_question(state.but(answers=0)) or "").startswith(("factor:", "send"))


def answers_left(state: State) -> int:
    """How many more answers a person is asked for before the area."""
    if state.words_for is Audience.SCHOOL:
        return MOST_ANSWERS_SCHOOL + (1 if "age" in state.trail else 0) - state.answers
    return MOST_ANSWERS - state.answers - (1 if state.area is None else 0)


def _open_questions(state: State, assessment: Assessment) -> Iterator[tuple[int, bool, int, str]]:
    """Every question that could change the colour, as a key to sort by: the most it may raise, what has to be known
    first, the factor's rank.
    """
    assert assessment.colour is not None
    factors = library().factors
    raised = {change.factor: change.colour - assessment.colour for change in assessment.changes}
    needed = {slug for name in state.behaviours for slug in scales(name).needs_known}
    for slug in {*raised, *needed} - set(state.factors):
        if slug in needed and state.case.answer(slug) is not Answer.UNKNOWN:
            continue
        most = raised.get(slug, 0) or (1 if slug in needed and _could_lower(state, slug, needed) else 0)
        if most:
            yield -most, slug not in needed, factors[slug].rank, f"factor:{slug}"
    most = _raised_by_development(state, assessment)
    if state.send is None and most:
        yield -most, True, 0, "send"


def _could_lower(state: State, slug: str, needed: set[str]) -> bool:
    """Whether a no to what has to be known could end a careful amber, the rest of it being answered with no as well."""
    rest = {**state.case.factors, **dict.fromkeys(needed - set(state.factors) - {slug}, Answer.NO)}
    careful, settled = (
        assess(replace(state.case, factors={**rest, slug: said})) for said in (Answer.UNKNOWN, Answer.NO)
    )
    return (settled.colour or 0) < (careful.colour or 0)


def _raised_by_development(state: State, assessment: Assessment) -> int:
    """By how many steps the answer would be more serious if the child worked at a younger age than its years."""
    if assessment.colour is None or state.age is None or state.age[0] == 0:
        return 0
    younger = assess(replace(state.case, developmental_age=Age(0, state.age[0] - 1)))
    return (younger.colour or 0) - assessment.colour


def _at_red(state: State) -> list[str]:
    """The factors that are still asked at red, in order."""
    asked = sum(1 for word in state.trail if word.startswith("factor:"))
    behaviours = [library().behaviours[name] for name in state.behaviours]
    if not any(one.contact for one in behaviours):
        return []
    still = [s for s in ASKED_AT_RED if s not in state.factors and any(s in one.relevant for one in behaviours)]
    return still[: max(0, MOST_AT_RED - asked)]


def questions_left(state: State) -> int:
    """About how many answers are still wanted, for the progress line."""
    if state.audience is None or not state.behaviours:
        return 0
    rest = 1 if state.area is None and not area_comes_last(state) else 0
    if state.age is None and not state.age_refused:
        rest += 1
    if needs_role(state) and state.role is None:
        rest += 1
    if assess(state.case).colour is Colour.RED and state.age is not None:
        wanted = len(_at_red(state))
    else:
        needed = {s for name in state.behaviours for s in scales(name).needs_known} - set(state.factors)
        wanted = sum(1 for slug in needed if state.case.answer(slug) is Answer.UNKNOWN)
    return max(0, min(answers_left(state) + (1 if state.area is None else 0), rest + wanted))


def of_use(behaviours: tuple[str, ...]) -> set[str]:
    """The factors that may change the colour of these behaviours, or what to do about them."""
    weighed = {slug for name in behaviours for slug in library().behaviours[name].relevant}
    return weighed | {slug for step in library().steps.values() for slug in step.when.factor}


def another_child(behaviours: tuple[str, ...]) -> bool:
    """Whether another child is part of it."""
    found = [library().behaviours[name] for name in behaviours]
    return any(one.involves.another_child or one.image for one in found)


def needs_role(state: State) -> bool:
    """Whether it matters which child the writer speaks of, and the behaviour does not say."""
    behaviours = [library().behaviours[name] for name in state.behaviours]
    with_someone = any(
        one.mutuality is not Mutuality.MUTUAL and (one.involves.someone_else or one.image) for one in behaviours
    )
    return with_someone and state.words_for in (Audience.PARENT, Audience.HELPLINE)
