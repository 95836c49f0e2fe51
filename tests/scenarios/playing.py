"""One scenario played over HTTP: every exchange is kept, every expectation and the API's contract looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from knowledge import clock
from tests.running import Caller
from tests.scenarios.contract import breaches
from tests.scenarios.looking import differences
from tests.scenarios.scenario import ANY, Scenario, Step

UNKNOWN_SESSION = "u" * 32
CARDS_THAT_END = {"result": "assessment", "route": "route", "person": "contact"}


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was sent, as a person would see it (`None` for the opening), and what came back (`error` for a refusal)."""

    sent: str | None
    status: int
    messages: tuple[dict[str, Any], ...]
    error: dict[str, Any] | None

    @property
    def asks(self) -> str | None:
        """What is asked at the end of it."""
        return next((message["asks"] for message in reversed(self.messages) if message.get("asks")), None)

    @property
    def choices(self) -> dict[str, str]:
        """The choices that may come back: value to title."""
        for message in reversed(self.messages):
            if "choices" in message:
                return {choice["value"]: choice["title"] for choice in message["choices"]}
        return {}

    @property
    def changes(self) -> dict[str, str]:
        """What the case card offers to ask again: value to title."""
        facts = [fact for card in self.cards if card["kind"] == "case" for fact in (*card["known"], *card["unknown"])]
        return {fact["change"]: fact["title"] for fact in facts}

    @property
    def cards(self) -> list[dict[str, Any]]:
        """The cards of it, in order."""
        return [message["card"] for message in self.messages if message.get("card")]


class Mismatch(AssertionError):
    """The conversation did not go as the scenario says. `exchanges` is what was said until then."""

    def __init__(self, problem: str, exchanges: list[Exchange]) -> None:
        super().__init__(problem)
        self.exchanges = exchanges


class Playing:
    """A conversation under way. `tell_time` sets the server's clock, where that can be done."""

    def __init__(self, scenario: Scenario, caller: Caller, tell_time: Callable[[str], None] | None = None) -> None:
        self.scenario, self.exchanges = scenario, list[Exchange]()
        self._caller, self._tell_time = caller, tell_time
        self._moment = clock.parse(scenario.at)
        self._session = UNKNOWN_SESSION

    def play(self) -> list[Exchange]:
        """The whole conversation. Raises `Mismatch` at the first step that does not go as it should."""
        self._set_clock()
        self._open()
        for number, step in enumerate(self.scenario.steps, start=1):
            where = f"step {number} ({step.action or 'opening'})"
            self._do(step, where)
            self._look(step, where)
        return self.exchanges

    @property
    def last(self) -> Exchange:
        """The newest exchange."""
        return self.exchanges[-1]

    def _open(self) -> None:
        given = {"audience": self.scenario.audience, "area": self.scenario.area}
        opening = {name: getattr(value, "value", value) for name, value in given.items() if value}
        status, _, body = self._caller.call("POST", "/api/session", opening)
        self._keep(None, status, body)
        if status != 201:
            raise self._mismatch(f"the session did not open: {status}")
        self._session = body["session"]

    def _do(self, step: Step, where: str) -> None:
        if step.minutes_pass:
            self._moment += timedelta(minutes=step.minutes_pass)
            self._set_clock()
        elif step.say is not None:
            self._send(step, step.say * step.times, {"text": step.say * step.times})
        elif step.choose is not None:
            self._choose(step, step.choose)
        elif step.choose_many is not None:
            titles = [self.last.choices.get(value, value) for value in step.choose_many]
            self._send(step, f"[{' + '.join(titles)}]", {"choices": list(step.choose_many)})
        elif step.delete:
            status, _, body = self._caller.call("DELETE", "/api/session", {"session": self._of(step)})
            self._keep("(ends the conversation)", status, body)
        elif step.answers is not None:
            self._answer_until(step, where)

    def _answer_until(self, step: Step, where: str) -> None:
        assert step.answers is not None and step.until is not None
        for _ in range(step.at_most):
            if self._reached(step.until):
                return
            self._answer(step, step.answers, where)
        if not self._reached(step.until):
            raise self._mismatch(f"{where}: no {step.until} after {step.at_most} answers; asked now: {self.last.asks}")

    def _answer(self, step: Step, answers: dict[str, str], where: str) -> None:
        asks, offered = self.last.asks, self.last.choices
        if asks is None:
            raise self._mismatch(f"{where}: nothing is asked, and no {step.until} has come")
        # The menus lead from a subject to a behaviour under either name.
        names = ("behaviour", "subject") if asks in ("behaviour", "subject") else (asks,)
        wanted = [answers[name] for name in (*names, ANY) if name in answers]
        # Of two ages in one message each is offered as a span: 9-9.
        wanted += [f"{value}-{value}" for value in wanted if asks == "age" and value.isdecimal()]
        if not wanted:
            raise self._mismatch(f"{where}: the scenario has no answer to {asks!r}")
        for value in wanted:
            if value in offered:
                self._choose(step, value)
                self._well(where)
                return
        if wanted[0].startswith("say: "):
            said = wanted[0].removeprefix("say: ")
            self._send(step, said, {"text": said})
            self._well(where)
            return
        raise self._mismatch(f"{where}: {asks!r} does not offer {' or '.join(wanted)}, only: {', '.join(offered)}")

    def _reached(self, until: str) -> bool:
        kind = CARDS_THAT_END.get(until)
        if kind == "assessment" and self.last.asks == "behaviour":
            return False  # a first answer, which the person has yet to confirm
        return any(card["kind"] == kind for card in self.last.cards) if kind else self.last.asks == until

    def _choose(self, step: Step, value: str) -> None:
        titles = {**self.last.changes, **self.last.choices}
        self._send(step, f"[{titles.get(value, value)}]", {"choice": value})

    def _send(self, step: Step, shown: str, body: dict[str, Any]) -> None:
        status, _, answer = self._caller.call("POST", "/api/message", {"session": self._of(step), **body})
        self._keep(shown, status, answer)

    def _of(self, step: Step) -> str:
        return self._session if step.in_session == "own" else UNKNOWN_SESSION

    def _keep(self, sent: str | None, status: int, body: Any) -> None:
        body = body if isinstance(body, dict) else {}
        self.exchanges.append(Exchange(sent, status, tuple(body.get("messages", ())), body.get("error")))

    def _well(self, where: str) -> None:
        problems = breaches(self.last.status, self.last.messages, self.last.error)
        if self.last.status != 200:
            problems.append(f"status {self.last.status}")
        if problems:
            raise self._mismatch(f"{where}: " + "; ".join(problems))

    def _look(self, step: Step, where: str) -> None:
        if step.minutes_pass:
            return
        last = self.last
        problems = breaches(last.status, last.messages, last.error)
        wanted = step.expect.status
        if wanted == 200:
            wanted = {None: 201, "delete": 204}.get(step.action, 200)
        if last.status != wanted:
            problems.append(f"status {last.status} instead of {wanted}")
        problems += differences(step.expect, last.messages, last.error)
        said = "\n".join(str(message) for message in last.messages).casefold()
        problems += [f"{text!r} must never be said" for text in self.scenario.never if text.casefold() in said]
        if problems:
            raise self._mismatch(f"{where}: " + "; ".join(problems))

    def _mismatch(self, problem: str) -> Mismatch:
        return Mismatch(problem, self.exchanges)

    def _set_clock(self) -> None:
        if self._tell_time:
            self._tell_time(self._moment.isoformat(timespec="seconds"))
