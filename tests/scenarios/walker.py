"""One random walk through the real server, held against what every walk must be.

A walk takes offered choices and types words at random, then goes on to an end. It goes astray at an error, at a breach
of the contract of the chat API, at a question met a third time in a row with nothing new beside it, at words that are
met with what was said before, at an end that does not come, and at a colour that is not the one `knowledge` gives for
the same answers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from knowledge.case import AREAS
from knowledge.words import Audience
from tests.running import Caller
from tests.scenarios import walk_words
from tests.scenarios.contract import breaches
from tests.scenarios.playing import Exchange
from tests.scenarios.scenario import Scenario, Step
from tests.scenarios.told import Told
from tests.scenarios.transcript import transcript

MOST_TURNS = 24  # at random
MOST_TO_THE_END = 24  # from there on by choices to an end
MOST_MEETINGS = 2  # of one question in the same words, in a row, with nothing new beside it
MOST_WORDINGS = 3  # of one question in a row before there is a person beside it
CHANGED = 0.2  # how often a fact of the case card is asked again, where there is one
CHILD = 0.1  # how many walks begin at the child's door
TYPED = (0.0, 0.25, 0.5)  # how much of a walk is typed; one walk in three only chooses, so that all it tells is known
ENDS = {"assessment": "result", "route": "route", "contact": "person"}
BESIDE = {"case", "script"}  # cards that go with every question of the helpline door
NOT_ONWARDS = {"none_of_these", "child", "stop", "another", "another_behaviour"}


class Astray(AssertionError):
    """A walk that did not go as every walk must."""


@dataclass
class Walk:
    """One walk: what was said, how it ended, and how many answers its first result took."""

    seed: int
    exchanges: list[Exchange] = field(default_factory=list)
    end: str = ""
    door: str = "-"
    answers_to_result: int | None = None

    def text(self) -> str:
        """The walk as a person reads it."""
        opening = Scenario(name=f"walk {self.seed}", steps=(Step(),))
        return transcript(opening, self.exchanges)


class Walker:
    """Goes one walk. Raises `Astray`, with the walk so far in `walk`."""

    def __init__(self, caller: Caller, seed: int) -> None:
        self.walk = Walk(seed)
        self._caller, self._random = caller, Random(seed)
        self._typed = TYPED[seed % len(TYPED)]
        self._told = Told()
        self._session = ""
        self._meetings: list[tuple[str, str]] = []

    def go(self) -> Walk:
        """The whole walk: some turns at random, then on to an end."""
        self._open()
        for _ in range(self._random.randint(0, MOST_TURNS)):
            self._turn()
        for _ in range(MOST_TO_THE_END):
            self.walk.end = self._end()
            if self.walk.end:
                return self.walk
            self._onwards()
        raise Astray(f"no end after {MOST_TO_THE_END} more answers")

    @property
    def _last(self) -> Exchange:
        return self.walk.exchanges[-1]

    def _open(self) -> None:
        random = self._random
        opening: dict[str, str] = {}
        if random.random() < 0.8:
            opening["audience"] = random.choice([audience.value for audience in Audience])
        if random.random() < 0.5:
            opening["area"] = random.choice(AREAS)
        self.walk.door = opening.get("audience", "-")
        status, _, body = self._caller.call("POST", "/api/session", opening)
        if status != 201:
            raise Astray(f"the session did not open: {status}")
        self._session = body["session"]
        self._keep(None, status, body)
        if not opening.get("audience") and random.random() < CHILD / 0.2:
            self.walk.door = "child"
            self._choose("child")

    def _turn(self) -> None:
        if self._last.changes and self._random.random() < CHANGED:
            self._choose(self._random.choice(self._last.changes))
        elif self._last.choices and self._random.random() >= self._typed:
            self._choose(self._random.choice(list(self._last.choices)))
        else:
            kind = self._random.choices(walk_words.EVERYTHING, walk_words.WEIGHTS)[0]
            self._say(self._random.choice(kind))

    def _onwards(self) -> None:
        ways = [value for value in self._last.choices if value not in NOT_ONWARDS]
        if ways:
            self._choose(self._random.choice(ways))
        else:
            self._say(self._random.choice(walk_words.STORIES))

    def _end(self) -> str:
        """How the walk has ended, if it has. What is opened after a result or a route has no card of its own."""
        exchanges = self.walk.exchanges if self._last.asks == "next" else self.walk.exchanges[-1:]
        for exchange in reversed(exchanges):
            kinds = {card["kind"] for card in exchange.cards}
            for kind, end in ENDS.items():
                if kind in kinds:
                    return end
        return ""

    def _choose(self, value: str) -> None:
        asks = self._last.asks
        title = self._last.choices.get(value, value)
        self._send(f"[{title}]", {"choice": value})
        self._told.chose(asks or "", value)
        self._after(answered=True)

    def _say(self, text: str) -> None:
        self._told.said()
        before = self._last.messages
        self._send(text, {"text": text})
        self._after(answered=text not in walk_words.NO_ANSWERS)
        if self._last.messages == before and not self._last.cards:
            raise Astray("words are met with word for word what was said before, and nothing beside it")

    def _send(self, shown: str, body: dict[str, Any]) -> None:
        status, _, answer = self._caller.call("POST", "/api/message", {"session": self._session, **body})
        self._keep(shown, status, answer)
        if status != 200:
            raise Astray(f"status {status}")

    def _keep(self, sent: str | None, status: int, body: Any) -> None:
        body = body if isinstance(body, dict) else {}
        self.walk.exchanges.append(Exchange(sent, status, tuple(body.get("messages", ())), body.get("error")))

    def _after(self, answered: bool) -> None:
        last = self._last
        problems = breaches(last.status, last.messages, last.error)
        if last.sent and len(last.sent) >= 20 and last.sent.casefold() in str(last.messages).casefold():
            problems.append("the words are repeated")
        for card in last.cards:
            if card["kind"] == "assessment":
                problems += self._told.differences(card)
            ended = card["kind"] == ("route" if self.walk.door == "child" else "assessment")
            if ended and self.walk.answers_to_result is None:
                self.walk.answers_to_result = len(self.walk.exchanges) - 1
        problems += self._met(answered)
        if problems:
            raise Astray("; ".join(problems))

    def _met(self, answered: bool) -> list[str]:
        """A question that was not understood may come back in other words, but not for ever: never a third time in
        the same words, and after some tries with a person beside it.
        """
        question = next((m for m in reversed(self._last.messages) if m.get("asks")), None)
        if question is None or question["asks"] == "next":
            self._meetings.clear()
            return []
        # Another menu under the same name is another question.
        asks, words = f"{question['asks']} {question.get('choices')}", question["text"]
        if self._meetings and self._meetings[-1][0] != asks:
            self._meetings.clear()
        if not answered:
            return []
        self._meetings.append((asks, words))
        if any(card["kind"] not in BESIDE for card in self._last.cards):
            return []
        same = self._meetings.count((asks, words))
        if same > MOST_MEETINGS or len(self._meetings) > MOST_WORDINGS + 1:
            return [
                f"{asks} {len(self._meetings)} times in a row, {same} in the same words, with nothing new beside it"
            ]
        return []
