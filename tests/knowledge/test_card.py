"""The assessment card holds every field of the contract and can be sent as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given

from knowledge.age import Age
from knowledge.card import Card, assessment_card, cite, topic_card
from knowledge.case import Case
from knowledge.colour import Colour
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.plan import plan
from knowledge.provenance import Certainty, Citation, sources
from knowledge.topic import Topic
from knowledge.triage import assess
from knowledge.words import Audience
from tests.knowledge.cases import cases

FIELDS = {
    "kind", "colour", "continuum", "provisional", "behaviours", "age", "reasons", "unknowns", "do_now", "avoid",
    "sources", "topics",
}  # fmt: skip
STEPS = {"normal", "inappropriate", "problematic", "abusive", "violent", None}


def card_of(case: Case) -> Card:
    assessment = assess(case)
    return assessment_card(assessment, plan(case, assessment))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from strings(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)


@given(cases)
def test_every_card_has_the_fields_of_the_contract_and_survives_the_wire(case: Case) -> None:
    card = card_of(case)
    assert card.keys() >= FIELDS
    assert card["kind"] == "assessment"
    assert card["colour"] in {colour.slug for colour in Colour} | {None}
    assert card["continuum"] in STEPS
    assert isinstance(card["provisional"], bool)
    assert card["behaviours"] == list(case.behaviours)
    assert set(card["age"]) == {"low", "high"}
    assert card["reasons"] and all(isinstance(one, str) and one for one in card["reasons"])
    assert set(card["unknowns"]) <= set(library().factors)
    assert card["do_now"] and all(isinstance(one, str) and one for one in card["do_now"] + card["avoid"])
    assert card["sources"] and all(set(one) == {"title", "ref"} and one["title"] for one in card["sources"])
    assert len(card["topics"]) == len(set(card["topics"])) and all(card["topics"])
    assert json.loads(json.dumps(card)) == card


def test_the_card_of_one_case() -> None:
    card = card_of(Case(("nude_own_shared",), Age.of(14), {"coercion": Answer.NO}))
    assert (card["colour"], card["continuum"], card["provisional"]) == ("amber", "inappropriate", False)
    assert card["age"] == {"low": 14, "high": 14}
    assert card["behaviours"] == ["nude_own_shared"]
    assert "do_not_share_image" in card["topics"]
    assert "coercion" not in card["unknowns"] and "power" in card["unknowns"]


def test_a_range_and_an_age_that_nobody_knows() -> None:
    assert card_of(Case(("peeping",), Age(7, 9)))["age"] == {"low": 7, "high": 9}
    assert card_of(Case(("peeping",)))["age"] == {"low": None, "high": None}


@pytest.mark.parametrize("name", ["body_changes", "gender_sexuality_questions"])
def test_what_is_not_harmful_has_no_colour_on_its_card(name: str) -> None:
    card = card_of(Case((name,), Age.of(12)))
    assert (card["colour"], card["continuum"], card["provisional"], card["unknowns"]) == (None, None, False, [])
    assert card["reasons"] and card["do_now"]


def test_sources_stand_once_each_with_their_titles() -> None:
    cited = [Citation("brook", "a"), Citation("brook", "b"), Citation("brook", "a"), Citation("procedures")]
    titles = sources()["brook"].title, sources()["procedures"].title
    assert cite(cited) == [
        {"title": titles[0], "ref": "a"},
        {"title": titles[0], "ref": "b"},
        {"title": titles[1], "ref": ""},
    ]
    assert cite([]) == []


def test_the_sources_are_those_of_the_reasons_and_of_the_steps_to_do_now() -> None:
    case = Case(("act_out_sex",), Age.of(4))
    assessment = assess(case)
    titles = {(one["title"], one["ref"]) for one in card_of(case)["sources"]}
    for reason in assessment.reasons:
        for one in reason.sources:
            assert (one.as_card()["title"], one.ref) in titles


def a_topic(long: str | None) -> Topic:
    return Topic(
        id="what",
        title="What",
        question="What is it?",
        short="It is this.",
        long=long,
        sources=(Citation("brook", "page 1"),),
        certainty=Certainty.SEEN,
    )


@pytest.mark.parametrize("audience", list(Audience))
def test_a_topic_card_opens_the_long_form_for_professionals_only(audience: Audience) -> None:
    card = topic_card(a_topic("It is all this."), audience)
    assert (card["kind"], card["topic"], card["title"]) == ("topic", "what", "What")
    assert card["sources"] == [{"title": sources()["brook"].title, "ref": "page 1"}]
    assert card.get("more") == (None if audience is Audience.PARENT else "It is all this.")
    assert "more" not in topic_card(a_topic(None), audience)
    assert json.loads(json.dumps(card)) == card


@pytest.mark.parametrize("audience", list(Audience))
def test_no_card_calls_a_child_or_a_parent_names(audience: Audience) -> None:
    for name in library().behaviours:
        for years in (3, 7, 11, 15):
            card = card_of(Case((name,), Age.of(years), audience=audience))
            words = " ".join(strings({**card, "sources": [], "unknowns": [], "topics": []})).lower()
            for label in ("victim", "abuser", "offender", "perpetrator", "pervert", "predator", "your fault"):
                assert label not in words, (name, years, label)
