"""Two hundred conversations at once while the action server fails again and again: each gets its own answers, word for
word, or whom to ring; never another's, and it goes on where it was.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest

from tests.faults.whom_to_ring import assert_whom_to_ring
from tests.running import Caller, Running

SESSIONS, AT_ONCE = 200, 24
FAULTS = ("cut", "garbled", "failing", "refusing")
TRIES = 60


@dataclass(frozen=True)
class Talk:
    """One conversation, told apart from the others by who asks, where, and the child's age."""

    audience: str
    area: str
    age: int

    @property
    def texts(self) -> tuple[str, ...]:
        return (f"A boy of {self.age} keeps showing his private parts to other children.", "yes")


TALKS = [
    Talk(audience, area, age)
    for audience, area, age in itertools.product(
        ("parent", "school", "helpline"),
        ("stoke", "staffordshire", "south_gloucestershire", "elsewhere"),
        (4, 8, 11, 15),
    )
]


def held(caller: Caller, talk: Talk, refused: list[Any]) -> list[Any]:
    """All answers of `talk`; what was refused on the way is tried again and put into `refused`."""

    def insist(call: Any) -> Any:
        for _ in range(TRIES):
            answer = call()
            if answer[0] < 300:
                return answer[2]
            refused.append(answer)
        raise AssertionError(answer)

    opened = insist(lambda: caller.call("POST", "/api/session", {"audience": talk.audience, "area": talk.area}))
    answers = [opened["messages"]]
    for text in talk.texts:
        answers.append(insist(lambda text=text: caller.say(opened["session"], text))["messages"])
    assert caller.end(opened["session"]) == 204
    return answers


@pytest.fixture
def failing_now_and_then(running: Running) -> Iterator[None]:
    """The action server fails in one way after another, and answers in between, until the test is over."""
    over = threading.Event()

    def fail() -> None:
        for fault in itertools.cycle(FAULTS):
            with running.line.faulty(fault):
                over.wait(0.15)
            if over.wait(1.0):
                return

    failing = threading.Thread(target=fail)
    failing.start()
    yield
    over.set()
    failing.join()


def test_each_of_two_hundred_gets_its_own_answers_word_for_word(
    running: Running, caller: Caller, failing_now_and_then: None
) -> None:
    refused: list[Any] = []
    talks = [TALKS[number % len(TALKS)] for number in range(SESSIONS)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        together = list(pool.map(lambda talk: held(caller, talk, refused), talks))
    assert refused  # the faults were felt
    for answer in refused:
        assert_whom_to_ring(answer)
    running.wait_until_ready()
    alone = {talk: held(caller, talk, []) for talk in TALKS}
    assert len({str(answers) for answers in alone.values()}) > 30  # an answer of another's would be seen
    assert [talk for talk, answers in zip(talks, together, strict=True) if answers != alone[talk]] == []
