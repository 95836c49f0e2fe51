"""What people send: the conversations of the scenario files, clicks and free text as they come there."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from tests.scenarios import scenario
from tests.scenarios.scenario import ANY, Scenario, Step

Kind = Literal["open", "click", "text", "end"]
LEFT_OUT = ("invalid_input",)  # refusals are cheap: they would flatter the figures
_ENDS = {"result": "assessment", "route": "route", "person": "contact"}
_MOST_TURNS = 25


@dataclass(frozen=True)
class Call:
    """One call of the chat API. `words` is what a person would have typed or the title of what they clicked."""

    kind: Kind
    method: str
    path: str
    body: dict[str, Any]
    words: str = ""


@dataclass
class Person:
    """Somebody who goes through one scenario, whatever comes back. `next` gives the next call, None at the end."""

    story: Scenario
    session: str = ""
    turns: int = 0
    _steps: list[Step] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._steps = [step for step in self.story.steps if step.action and step.in_session == "own"]

    def opening(self) -> Call:
        """The call that begins the conversation."""
        given = {"audience": self.story.audience, "area": self.story.area}
        return Call("open", "POST", "/api/session", {n: getattr(v, "value", v) for n, v in given.items() if v})

    def next(self, messages: list[dict[str, Any]]) -> Call | None:
        """The call after `messages`, None when the story is told."""
        self.turns += 1
        while self._steps and self.turns < _MOST_TURNS:
            step = self._steps[0]
            if step.answers is not None and step.until is not None:
                if not _reached(step.until, messages) and (call := self._answer(step.answers, messages)):
                    return call
                self._steps.pop(0)
                continue
            self._steps.pop(0)
            if step.say is not None:
                return self._text(step.say * step.times)
            if step.choose is not None or step.choose_many is not None:
                return self._click(step.choose or (step.choose_many or ("",))[0], messages)
        return None

    def ending(self) -> Call:
        """The call that ends the conversation."""
        return Call("end", "DELETE", "/api/session", {"session": self.session})

    def _answer(self, answers: dict[str, str], messages: list[dict[str, Any]]) -> Call | None:
        asks = next((one["asks"] for one in reversed(messages) if one.get("asks")), None)
        if asks is None:
            return None
        names = ("behaviour", "subject") if asks in ("behaviour", "subject") else (asks,)
        for value in [answers[name] for name in (*names, ANY) if name in answers]:
            if value.startswith("say: "):
                return self._text(value.removeprefix("say: "))
            if value in _offered(messages):
                return self._click(value, messages)
        return self._click("", messages)

    def _text(self, text: str) -> Call:
        return Call("text", "POST", "/api/message", {"session": self.session, "text": text}, text)

    def _click(self, value: str, messages: list[dict[str, Any]]) -> Call:
        """The choice, or the first that is offered when it is not, or words when nothing is."""
        offered = _offered(messages)
        if not offered:
            return self._text("not sure")
        value = value if value in offered else next(iter(offered))
        return Call("click", "POST", "/api/message", {"session": self.session, "choice": value}, offered[value])


@cache
def stories() -> tuple[Scenario, ...]:
    """Every scenario that is played; read once, for reading them takes longer than many calls."""
    return tuple(scenario.load(file) for file in scenario.files() if file.parent.name not in LEFT_OUT)


def people(seed: int = 0) -> Iterator[Person]:
    """One person after the other, without end: every story as often as any other, in an order that `seed` sets."""
    known, order = list(stories()), random.Random(seed)
    while True:
        order.shuffle(known)
        yield from (Person(story) for story in known)


def _offered(messages: list[dict[str, Any]]) -> dict[str, str]:
    for message in reversed(messages):
        if "choices" in message:
            return {choice["value"]: choice["title"] for choice in message["choices"]}
    return {}


def _reached(until: str, messages: list[dict[str, Any]]) -> bool:
    kind = _ENDS.get(until)
    if kind:
        return any((message.get("card") or {}).get("kind") == kind for message in messages)
    return any(message.get("asks") == until for message in messages)
