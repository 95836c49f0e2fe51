"""A conversation that is walked: every answer held against what every walk must be.

It goes astray at an error, at a breach of the contract of the chat API, at a question met a third time in a row in the
same words, at words that are met with what was said before, at an end that does not come, and at a colour
that is not the one `knowledge` gives for the same answers.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.running import Caller
from tests.scenarios import walk_words
from tests.scenarios.contract import breaches
from tests.scenarios.playing import Exchange
from tests.scenarios.scenario import Scenario, Step
from tests.scenarios.told import Told
from tests.scenarios.transcript import transcript

MOST_MEETINGS = 2  # of one question in the same words, in a row
MOST_TRIES = 4  # at one question in a row (as first asked, two other wordings, the buttons) before there is a person
MOST_TO_THE_END = 24  # answers, from where the walk stops wandering
ENDS = {"assessment": "result", "route": "route", "contact": "person"}
BESIDE = {"case", "script"}  # cards that go with every question of the helpline door
CHILD = "child"
NOT_ONWARDS = {"none_of_these", CHILD, "stop", "another", "another_behaviour"}


class Astray(AssertionError):
    """A walk that did not go as every walk must."""


@dataclass
class Walk:
    """One walk by its name: what was said, how it ended, and how many answers its first result took."""

    name: str
    exchanges: list[Exchange] = field(default_factory=list)
    end: str = ""
    door: str = "-"
    answers_to_result: int | None = None

    def text(self) -> str:
        """The walk as a person reads it."""
        opening = Scenario(name=self.name, steps=(Step(),))
        return transcript(opening, self.exchanges)


class Going:
    """One walk under way. Every step raises `Astray` where it is not as it must be, with the walk so far in `walk`."""

    def __init__(self, caller: Caller, name: str) -> None:
        self.walk = Walk(name)
        self._caller = caller
        self._told = Told()
        self._session = ""
        self._meetings: list[tuple[str, str]] = []
        self._tries = 0

    @property
    def last(self) -> Exchange:
        """The newest exchange."""
        return self.walk.exchanges[-1]

    def open(self, opening: dict[str, str]) -> None:
        """Begin the session."""
        self.walk.door = opening.get("audience", "-")
        status, body = self._call("/api/session", opening)
        if status != 201:
            raise Astray(f"the session did not open: {status}")
        self._session = body["session"]
        self._keep(None, status, body)

    def close(self) -> None:
        """End the session, so that the server holds no more of them than are under way."""
        if self._session:
            with suppress(OSError):  # a server that does not answer has been said to be astray already
                self._caller.end(self._session)

    def choose(self, value: str) -> None:
        """Take a choice that is offered."""
        asks = self.last.asks
        if asks == "audience" or value == CHILD:
            self.walk.door = value
        title = {**self.last.changes, **self.last.choices}.get(value, value)
        self._send(f"[{title}]", {"choice": value})
        self._told.chose(asks or "", value)
        self._after(answered=not value.startswith("change:"))  # who asks for a question gets it, however often

    def say(self, text: str) -> None:
        """Type something."""
        self._told.said()
        before = self.last
        self._send(text, {"text": text})
        self._after(answered=text not in walk_words.NO_ANSWERS)
        # A command does the same each time, and there are two words for starting again.
        again = text in walk_words.COMMANDS and (before.sent == text or {before.sent, text} <= walk_words.RESTARTS)
        if self.last.messages == before.messages and not self.last.cards and not again:
            raise Astray("words are met with word for word what was said before, and nothing beside it")

    def to_the_end(self, random: Random) -> Walk:
        """On from here by choices to an end; which ones, `random` says."""
        for _ in range(MOST_TO_THE_END):
            self.walk.end = self.end()
            if self.walk.end:
                return self.walk
            ways = [value for value in self.last.choices if value not in NOT_ONWARDS]
            if ways:
                self.choose(random.choice(ways))
            else:
                self.say(random.choice(walk_words.STORIES))
        raise Astray(f"no end after {MOST_TO_THE_END} more answers")

    def end(self) -> str:
        """How the walk has ended, if it has. What is opened after a result or a route has no card of its own."""
        exchanges = self.walk.exchanges if self.last.asks == "next" else self.walk.exchanges[-1:]
        for exchange in reversed(exchanges):
            kinds = {card["kind"] for card in exchange.cards}
            for kind, end in ENDS.items():
                if kind in kinds:
                    return end
        return ""

    def _send(self, shown: str, body: dict[str, Any]) -> None:
        status, answer = self._call("/api/message", {"session": self._session, **body})
        self._keep(shown, status, answer)
        if status != 200:
            raise Astray(f"status {status}")

    def _call(self, path: str, body: dict[str, Any]) -> tuple[int, Any]:
        try:
            status, _, answer = self._caller.call("POST", path, body)
        except OSError as error:
            raise Astray(f"no answer: {error}") from error
        return status, answer

    def _keep(self, sent: str | None, status: int, body: Any) -> None:
        body = body if isinstance(body, dict) else {}
        self.walk.exchanges.append(Exchange(sent, status, tuple(body.get("messages", ())), body.get("error")))

    def _after(self, answered: bool) -> None:
        last = self.last
        problems = breaches(last.status, last.messages, last.error)
        if last.sent and len(last.sent) >= 20 and last.sent.casefold() in str(last.messages).casefold():
            problems.append("the words are repeated")
        for card in last.cards:
            if card["kind"] == "assessment":
                problems += self._told.differences(card)
            ended = card["kind"] == ("route" if self.walk.door == CHILD else "assessment")
            if ended and self.walk.answers_to_result is None:
                self.walk.answers_to_result = len(self.walk.exchanges) - 1
        problems += self._met(answered)
        if problems:
            raise Astray("; ".join(problems))

    def _met(self, answered: bool) -> list[str]:
        """A question may come back, but not for ever: never a third time in a row in the same words, whatever was said
        between; and one that was not understood only after so many tries with a person beside it.
        """
        question = next((m for m in reversed(self.last.messages) if m.get("asks")), None)
        if question is None or question["asks"] == "next":
            self._meetings.clear()
            self._tries = 0
            return []
        # Another menu under the same name is another question.
        asks, words = f"{question['asks']} {question.get('choices')}", question["text"]
        if self._meetings and self._meetings[-1][0] != asks:
            self._meetings.clear()
            self._tries = 0
        if self.last.sent in walk_words.RESTARTS:
            self._meetings.clear()  # nothing is left of what was before
        if self.last.sent in walk_words.RESTARTS or any(card["kind"] not in BESIDE for card in self.last.cards):
            self._tries = 0  # there is something to go on with
        self._meetings.append((asks, words))
        self._tries += answered
        same = self._meetings.count((asks, words))
        if same > MOST_MEETINGS or self._tries > MOST_TRIES:
            return [f"{asks} {len(self._meetings)} times in a row, {same} in the same words, {self._tries} tries"]
        return []
