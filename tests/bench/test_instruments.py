"""The instruments of `make bench`. Nothing of Waymark is timed here."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.bench import resources
from tests.bench.load import Measured, as_fast_as_it_goes, offered, run
from tests.bench.mix import Person, people, stories
from tests.bench.report import write
from tests.scenarios.scenario import Scenario, Step


class Slow:
    """One server for all that takes its time over every call."""

    def __init__(self, one_at_a_time: asyncio.Lock, seconds: float) -> None:
        self._turn, self._seconds = one_at_a_time, seconds

    async def step(self, _: object) -> tuple[str, bool]:
        async with self._turn:
            await asyncio.sleep(self._seconds)
        return "text", True


def test_calls_that_wait_for_a_slow_server_count_from_when_they_were_due() -> None:
    async def measure() -> Measured:
        turn = asyncio.Lock()
        return await offered(lambda: Slow(turn, 0.02), rate=200, seconds=1, warm_up=0)

    measured = run(measure())
    assert measured.calls > 100
    # Two hundred calls of 20 ms each, one after the other: the last ones had been due for seconds.
    assert measured.percentile(95) > 500


def test_a_closed_loop_makes_as_many_calls_as_it_is_told() -> None:
    async def measure() -> Measured:
        turn = asyncio.Lock()
        return await as_fast_as_it_goes(lambda: Slow(turn, 0.0), 3, calls=30)

    measured = run(measure())
    assert 30 <= measured.calls <= 33
    assert measured.failed == 0


def test_a_call_that_fails_is_counted_apart() -> None:
    measured = Measured(lasted=2)
    measured.note("text", True, 0.010)
    measured.note("click", True, 0.030)
    measured.note("text", False, 9.0)
    assert (measured.calls, measured.failed, measured.per_second) == (2, 1, 1.0)
    assert measured.percentile(50) == 20
    assert measured.percentile(50, "click") == 30


def test_every_story_can_be_told_to_its_end_whatever_comes_back() -> None:
    for story in stories():
        person, calls = Person(story), 0
        assert person.opening().path == "/api/session"
        answer = [{"text": "?", "asks": "age", "choices": [{"title": "Eight", "value": "8"}]}]
        while person.next(answer) is not None:
            calls += 1
            assert calls < 100
        assert person.ending().method == "DELETE"


def test_a_person_takes_what_the_story_says_if_it_is_offered_and_the_first_choice_otherwise() -> None:
    story = Scenario(name="one", steps=(Step(choose="yes"), Step(choose="later"), Step(say="hello")))
    person = Person(story, session="s")
    offered_now = [{"text": "?", "choices": [{"title": "No", "value": "no"}, {"title": "Yes", "value": "yes"}]}]
    calls = [person.next(offered_now) for _ in range(4)]
    assert [call and call.body.get("choice", call.body.get("text")) for call in calls] == ["yes", "no", "hello", None]


def test_the_order_of_people_is_set_by_its_seed() -> None:
    def names(seed: int) -> list[str]:
        everybody = people(seed)
        return [next(everybody).story.name for _ in range(20)]

    assert names(1) == names(1)
    assert names(1) != names(2)


def test_what_a_process_uses_is_found() -> None:
    import os

    own = resources.family(os.getpid())
    assert os.getpid() in own
    assert resources.resident_mb([os.getpid()]) > 10
    assert resources.cpu_seconds([os.getpid()]) > 0
    assert 0 < resources.own_mb([os.getpid()]) <= resources.resident_mb([os.getpid()]) * 1.1


def test_a_page_is_made_of_what_there_is(tmp_path: Path) -> None:
    step = {"offered": 50.0, "per_second": 49.0, "calls": 500, "failed": 0, "p50": 9.0, "p95": 20.0, "p99": 31.0}
    most = {**step, "per_second": 210.0, "cpu_ms": 8.0, "cpu_ms rasa": 8.0}
    one = {"name": "Waymark, one process", "started": 11.0, "resident_mb": 700.0, "own_mb": 600.0}
    one |= {"against_load": [step], "at_most": most, "by_turn": [10.0] * 100}
    stock = {"name": "stock Rasa", "at_most": {**most, "per_second": 42.0}}
    write({"one": one, "two": {**one, "name": "two"}, "stock": stock}, tmp_path)
    page = (tmp_path / "performance.md").read_text()
    assert "| at 50 calls/s: p50, p95 | 9 ms, 20 ms |" in page
    assert "Waymark, one process 5.0" in page
    assert "| 1.00 x |" in page
    assert len(list((tmp_path / "figures").glob("*.png"))) == 3
