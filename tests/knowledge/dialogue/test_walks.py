"""Random walks through the dialogue: every choice, codes of every kind, corrections and nonsense."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from knowledge.case import Case
from knowledge.dialogue.agenda import MOST_ANSWERS
from knowledge.dialogue.state import State
from knowledge.library import library
from knowledge.triage import assess
from tests.knowledge.dialogue.conversation import Conversation

BATCHES, WALKS, STEPS = 20, 20, 40
AUDIENCES = ("parent", "school", "helpline", "professional", None)


def _codes(random: Random) -> dict[str, object]:
    """What one message may say."""
    known = library()
    kinds = random.random()
    if kinds < 0.15:
        return {}
    if kinds < 0.45:
        names = random.sample(sorted(known.behaviours), 3)
        ranked = [{"id": name, "score": 0.8 / (place + 1)} for place, name in enumerate(names)]
        years = random.randint(0, 17)
        return {
            "behaviours": ranked,
            "in_scope": random.random(),
            "age": random.choice(
                [[], [{"low": years, "high": years}], [{"low": years, "high": years}, {"low": 5, "high": 5}]]
            ),
            "factors": {
                slug: random.choice(["yes", "no"])
                for slug in random.sample(sorted(known.factors), random.randint(0, 2))
            },
            "role": random.choice(["displayed", "affected", "both", "unclear"]),
        }
    if kinds < 0.75:
        return {"answer": random.choice(["yes", "no", "unknown"])}
    if kinds < 0.85:
        return {"command": random.choice(["back", "help", "restart"])}
    if kinds < 0.93:
        return {
            "question": True,
            "topics": [
                {"id": name, "score": 0.9} for name in random.sample(sorted(known.topics), min(1, len(known.topics)))
            ],
        }
    if kinds < 0.97:
        return {
            "aside": random.choice(
                ["panic", "shame", "disbelief", "minimising", "anger", "keep_secret", "hello", "person"]
            )
        }
    return {"routes": [{"id": random.choice(sorted(known.routes)), "score": 0.9}]}


def judged(state: State) -> Case:
    """The case that an assessment card is about: what is confirmed, or what a first answer supposes."""
    if state.candidates:
        state = state.but(behaviours=(*state.kept, state.candidates[0]), factors={**state.factors, **state.heard})
    return state.case


def leads_on(value: str) -> bool:
    """Whether a choice is a way on: no end, nothing that is asked anew."""
    return value not in ("none_of_these", "child", "stop") and not value.startswith("change:")


@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_walks_always_end_in_a_result_a_route_or_a_person(batch: int) -> None:
    for seed in range(batch * WALKS, (batch + 1) * WALKS):
        walk(seed)


def walk(seed: int) -> None:
    """One walk. Fails when it meets an error, an empty message, a wrong colour, or the same question three times on its way to an end."""
    random = Random(seed)
    talk = Conversation(audience=random.choice(AUDIENCES), area=random.choice([None, "stoke", "south_gloucestershire"]))
    for _ in range(random.randint(0, STEPS)):
        if talk.state.offered and random.random() < 0.6:
            talk.choose(random.choice(talk.state.offered))
        else:
            talk.tell(**_codes(random))
        assert talk.said and all(message["text"].strip() for message in talk.said)
        assert talk.said[-1].get("choices") or "asks" not in talk.said[-1] or talk.asks
        for message in talk.said:
            card = message.get("card", {})
            if card.get("kind") == "assessment":
                expected = assess(judged(talk.state))
                assert card["colour"] == (expected.colour.slug if expected.colour else None)
                assert card["provisional"] or not talk.state.candidates
    asked: Counter[str] = Counter()
    if talk.state.child:
        talk.choose("adult_here")
    for _ in range(3 * MOST_ANSWERS):
        kinds = {message.get("card", {}).get("kind") for message in talk.said}
        if kinds & {"assessment", "route"} or talk.state.asked == "next":
            break
        word = talk.state.asked or "nothing"
        asked[word] += 1
        if word == "story" and not talk.state.offered:
            talk.story("peeping", "animals", "nakedness")
        else:
            talk.choose(random.choice([value for value in talk.state.offered if leads_on(value)]))
    else:
        raise AssertionError(f"no end in sight: {asked}")
    assert max(asked.values(), default=0) < 3


def test_every_behaviour_can_be_reached_by_choices_alone_and_ends_in_its_colour() -> None:
    for subject in library().subjects.values():
        for name in subject.behaviours:
            talk = Conversation(area="stoke").choose(subject.id).choose(name)
            steps = 0
            while talk.asks != "next":
                talk.choose("8" if talk.asks == "age" else "displayed" if talk.asks == "role" else "no")
                steps += 1
                assert steps <= MOST_ANSWERS
            expected = assess(talk.state.case).colour
            assert talk.card("assessment")["colour"] == (expected.slug if expected else None)
