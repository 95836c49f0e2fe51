"""Which question comes next: the one that could change the outcome most; one that cannot change it is not asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.age import Age
from knowledge.case import Case
from knowledge.colour import Colour
from knowledge.dialogue.agenda import MOST_ANSWERS, MOST_FURTHER, next_question
from knowledge.dialogue.state import State
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.triage import assess

BEHAVIOURS = sorted(library().behaviours)
HARMFUL = [name for name in BEHAVIOURS if library().behaviours[name].harmful_kind]


def colour(case: Case) -> int:
    """The colour as a number of steps."""
    found = assess(case).colour
    assert found is not None
    return int(found)


def known(case: Case, **answers: Answer) -> Case:
    return replace(case, factors={**case.factors, **answers})


def change(case: Case, slug: str, others: tuple[str, ...]) -> int:
    """By how many steps the answer to one factor could change the colour: a yes as things stand, or a no where it is
    all that keeps the colour up.
    """
    by_yes = colour(known(case, **{slug: Answer.YES})) - colour(case)
    rest = known(case, **dict.fromkeys((one for one in others if one != slug), Answer.NO))
    by_no = colour(known(rest, **{slug: Answer.UNKNOWN})) - colour(known(rest, **{slug: Answer.NO}))
    return max(by_yes, by_no)


def change_by_development(state: State) -> int:
    """The same of the question whether the child works at a younger age."""
    if state.send is not None or state.age is None or not state.age[0]:
        return 0
    return colour(replace(state.case, developmental_age=Age(0, state.age[0] - 1))) - colour(state.case)


def open_factors(state: State) -> tuple[str, ...]:
    relevant = {slug for name in state.behaviours for slug in library().behaviours[name].relevant}
    return tuple(sorted(relevant - set(state.factors)))


def asked(state: State, answers: Iterator[str]) -> Iterator[tuple[State, str | None]]:
    """Each question with the state that it is asked in, the last one that is none included."""
    while True:
        word = next_question(state)
        yield state, word
        if word == "send":
            state = state.but(send="no")
        elif word and word.startswith("factor:"):
            state = state.with_factor(word.partition(":")[2], next(answers))
        else:
            return
        state = state.but(answers=state.answers + 1, trail=(*state.trail, word))


CASES = st.builds(
    State,
    audience=st.just("professional"),
    area=st.just("stoke"),
    behaviours=st.lists(st.sampled_from(HARMFUL), min_size=1, max_size=2, unique=True).map(tuple),
    age=st.integers(0, 17).map(lambda years: (years, years)),
    answers=st.integers(1, MOST_ANSWERS - 3),
    trail=st.just(("story",)),
)
ANSWERS = st.lists(st.sampled_from(["no", "no", "unknown", "yes"]), min_size=MOST_ANSWERS, max_size=MOST_ANSWERS)


@given(CASES, ANSWERS)
@settings(max_examples=40)
def test_the_question_that_could_change_the_outcome_most_comes_first(state: State, answers: list[str]) -> None:
    for now, word in asked(state, iter(answers)):
        if word is None or assess(now.case).colour in (None, Colour.RED):
            return
        others = open_factors(now)
        changes = {f"factor:{slug}": change(now.case, slug, others) for slug in others}
        changes["send"] = change_by_development(now)
        assert changes[word] == max(changes.values()), (word, changes)
        assert changes[word] > 0, "a question that cannot change the answer"


@given(CASES, ANSWERS)
@settings(max_examples=40)
def test_questions_end_only_when_none_could_change_the_outcome_or_enough_were_asked(
    state: State, answers: list[str]
) -> None:
    asked_further = 0
    for now, word in asked(state, iter(answers)):
        if word is not None:
            asked_further += 1
            continue
        if "adult_involved" in now.case.known(Answer.YES) or assess(now.case).colour in (None, Colour.RED):
            return
        others = open_factors(now)
        left = [slug for slug in others if change(now.case, slug, others) > 0]
        assert not left or now.answers >= MOST_ANSWERS or asked_further >= MOST_FURTHER, left
