"""What to ask next: what could still change the outcome most comes first, what cannot change it is not asked."""

from __future__ import annotations

from knowledge.age import Age
from knowledge.assessment import Assessment
from knowledge.behaviour import Mutuality
from knowledge.colour import Colour
from knowledge.dialogue.state import State
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.triage import assess
from knowledge.weighing import base, scales
from knowledge.words import Audience

# From the story to the result, the story itself included (a typical worry must not take more).
MOST_ANSWERS = 8
# At red nothing can change the colour; these still change what to do tonight.
ASKED_AT_RED = ("injury", "sibling")
MOST_AT_RED = 2


def next_question(state: State) -> str | None:
    """The stable word of the next question, or `None` when the result can be given."""
    if state.audience is None:
        return "audience"
    if not state.behaviours:
        return "behaviour"
    behaviours = [library().behaviours[name] for name in state.behaviours]
    about_harm = any(one.harmful_kind for one in behaviours)
    if about_harm and state.age is None and not state.age_refused:
        return "age"
    if about_harm:
        question = _about_the_case(state, behaviours_need_role=any(_needs_role(state, b.id) for b in behaviours))
        if question:
            return question
    return "area" if state.area is None else None


def _about_the_case(state: State, behaviours_need_role: bool) -> str | None:
    if behaviours_need_role and state.role is None:
        return "role"
    if "adult_involved" in state.case.known(Answer.YES):
        return None
    assessment = assess(state.case)
    if state.send is None and _younger_is_more_cautious(state, assessment):
        return "send"
    if state.send == Answer.YES.value and state.developmental_age is None and "developmental_age" not in state.trail:
        return "developmental_age"
    slug = next_factor(state, assessment)
    return f"factor:{slug}" if slug else None


def next_factor(state: State, assessment: Assessment) -> str | None:
    """The factor that could change the outcome most among those nobody has spoken of, within the number of answers a
    person is asked for.
    """
    if assessment.colour is None:
        return None
    left = MOST_ANSWERS - state.answers - (1 if state.area is None else 0)
    if left <= 0:
        return None
    if assessment.colour is Colour.RED:
        asked = sum(1 for word in state.trail if word.startswith("factor:"))
        at_red = [s for s in ASKED_AT_RED if s not in state.factors and _relevant(state, s)]
        return at_red[0] if at_red and asked < MOST_AT_RED and _contact(state) else None
    needed = [s for name in state.behaviours for s in scales(name).needs_known if s not in state.factors]
    open_ones = [change.factor for change in assessment.changes if change.factor not in state.factors]
    ordered = [*dict.fromkeys(s for s in needed if state.case.answer(s) is Answer.UNKNOWN), *open_ones]
    return ordered[0] if ordered else None


def questions_left(state: State) -> int:
    """About how many answers are still wanted, for the progress line."""
    if state.audience is None or not state.behaviours:
        return 0
    rest = 1 if state.area is None else 0
    if state.age is None and not state.age_refused:
        rest += 1
    needed = [s for name in state.behaviours for s in scales(name).needs_known if s not in state.factors]
    return min(MOST_ANSWERS - state.answers, rest + len(set(needed)))


def _needs_role(state: State, name: str) -> bool:
    behaviour = library().behaviours[name]
    with_someone = behaviour.involves.someone_else or behaviour.image
    one_sided = behaviour.mutuality is not Mutuality.MUTUAL and with_someone
    return one_sided and state.words_for in (Audience.PARENT, Audience.HELPLINE)


def _younger_is_more_cautious(state: State, assessment: Assessment) -> bool:
    """Whether the answer would be more serious if the child worked at a younger age than its years."""
    if assessment.colour in (None, Colour.RED) or state.age is None:
        return False
    younger = Age(0, max(0, state.age[0] - 1))
    return any(
        (base(name, younger).colour or 0) > (base(name, Age(*state.age)).colour or 0) for name in state.behaviours
    )


def _relevant(state: State, slug: str) -> bool:
    return any(slug in library().behaviours[name].relevant for name in state.behaviours)


def _contact(state: State) -> bool:
    return any(library().behaviours[name].contact for name in state.behaviours)
