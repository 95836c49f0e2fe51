"""Each action: the exact event it returns and the messages it sends, for the codes it is given."""

from __future__ import annotations

import asyncio
import inspect
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from actions.choose import Choose
from actions.command import Command
from actions.question import Question
from actions.route import Route
from actions.start import Start
from actions.tell import Tell
from knowledge import clock
from knowledge.dialogue.state import State

EVENING = "2026-11-21T23:10"
WORRY = {"behaviours": [{"id": "peeping", "score": 0.9}, {"id": "curious_bodies", "score": 0.1}], "in_scope": 0.9}


@pytest.fixture(autouse=True)
def _evening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "clock"
    file.write_text(EVENING, encoding="utf-8")
    monkeypatch.setenv("WAYMARK_CLOCK_FILE", str(file))


def run(action: Action, codes: dict[str, Any], state: dict[str, Any] | None = None) -> tuple[Any, list[dict[str, Any]]]:
    """The events and the messages of one run of an action."""
    message = {"text": "[not kept]", "intent": {"name": "tell"}, "entities": [], "codes": codes}
    tracker = Tracker("someone", {"state": state}, message, [], False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    events = asyncio.run(action.run(dispatcher, tracker, {}))
    return events, [message["custom"] for message in dispatcher.messages]


def kept(events: Any) -> dict[str, Any]:
    """The new state, after checking that keeping it is the only event."""
    assert [(event["event"], event["name"]) for event in events] == [("slot", "state")]
    value: dict[str, Any] = events[0]["value"]
    return value


def test_start_asks_who_is_asking_and_keeps_only_the_open_question() -> None:
    events, messages = run(Start(), {"audience": None, "area": None})
    assert kept(events) == {
        "asked": "audience",
        "offered": ["parent", "school", "helpline", "professional", "child"],
        "met": 1,
        "met_as": "audience",
    }
    assert "999" in messages[0]["text"]
    assert messages[1]["asks"] == "audience"


def test_start_with_an_audience_and_an_area_asks_for_the_story_at_once() -> None:
    events, messages = run(Start(), {"audience": "parent", "area": "stoke"})
    state = kept(events)
    assert (state["audience"], state["area"], state["asked"]) == ("parent", "stoke", "story")
    assert messages[-1]["asks"] == "behaviour"


def test_tell_takes_the_story_and_asks_to_confirm_it() -> None:
    before = State(audience="parent", asked="story").as_codes()
    events, messages = run(Tell(), WORRY, before)
    assert kept(events) == {
        "audience": "parent",
        "candidates": ["peeping", "curious_bodies"],
        "asked": "confirm",
        "offered": ["peeping", "curious_bodies", "none_of_these"],
        "trail": ["story"],
        "answers": 1,
        "met": 1,
        "met_as": "confirm peeping",
    }
    assert [choice["value"] for choice in messages[-1]["choices"]] == ["peeping", "curious_bodies", "none_of_these"]


def test_tell_takes_an_answer_in_words() -> None:
    before = State(audience="parent", asked="age", behaviours=("nakedness",)).as_codes()
    events, _ = run(Tell(), {"age": [{"low": 7, "high": 7}]}, before)
    assert kept(events)["age"] == [7, 7]


def test_choose_takes_an_offered_choice() -> None:
    before = State(audience="parent", asked="age", offered=("7", "unknown"), behaviours=("nakedness",)).as_codes()
    events, _ = run(Choose(), {"choices": ["7"]}, before)
    assert kept(events)["age"] == [7, 7]


def test_route_answers_the_most_urgent_route_and_waits() -> None:
    codes = {"routes": [{"id": "r.image_online", "score": 0.9}, {"id": "r.immediate_danger", "score": 0.6}]}
    events, messages = run(Route(), codes, State(audience="parent", asked="story").as_codes())
    assert kept(events) == {
        "audience": "parent",
        "asked": "route",
        "offered": ["carry_on", "stop"],
        "shown_routes": ["r.immediate_danger"],
    }
    assert messages[0]["card"] == {"kind": "route", "route": "r.immediate_danger"}
    assert "emergency_999" in [message.get("card", {}).get("role") for message in messages]


def test_question_answers_and_picks_up_the_thread() -> None:
    before = State(audience="parent", asked="age", behaviours=("nakedness",)).as_codes()
    events, messages = run(Question(), {"topics": [{"id": "no_such_topic", "score": 0.9}]}, before)
    assert kept(events)["asked"] == "age"
    assert messages[-1]["asks"] == "age"
    assert messages[1]["card"]["role"] == "nspcc_helpline"


@pytest.mark.parametrize(
    ("command", "asked", "first"),
    [
        ("restart", "story", "We start again. Everything from before is gone."),
        ("stop", "story", None),
        ("back", "story", None),
        ("help", "age", None),
    ],
)
def test_command_does_what_it_says(command: str, asked: str, first: str | None) -> None:
    before = State(audience="parent", asked="age", behaviours=("nakedness",), trail=("story",), answers=1).as_codes()
    events, messages = run(Command(), {"command": command}, before)
    assert kept(events)["asked"] == asked
    if first:
        assert messages[0]["text"] == first


def test_a_message_without_codes_is_not_understood_but_answered() -> None:
    events, messages = run(Tell(), {}, State(audience="parent", asked="age", behaviours=("nakedness",)).as_codes())
    assert kept(events)["misses"] == 1
    assert messages[-1]["asks"] == "age"


def test_the_action_server_finds_exactly_the_actions_that_the_domain_names() -> None:
    executor = ActionExecutor()
    executor.register_package("actions")
    domain = yaml.safe_load((Path(__file__).parents[2] / "domain.yml").read_text(encoding="utf-8"))
    assert sorted(executor.actions) == sorted(domain["actions"])


def test_no_action_decides_anything_itself() -> None:
    for action in (Start, Tell, Choose, Route, Question, Command):
        source = inspect.getsource(action.turn)
        assert " if " not in source and "for " not in source


def test_the_clock_of_the_actions_can_be_set() -> None:
    assert clock.now().isoformat().startswith("2026-11-21T23:10")
