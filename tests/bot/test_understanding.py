"""Asking the process that reads messages: in order, within bounds, and whatever happens to it."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from async_timeout import timeout

from bot.errors import ApiError
from bot.model_file import ModelProblem
from bot.settings import Settings
from bot.understanding import Understanding

LONG = 60.0  # seconds that a busy machine may need for what takes one


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """What the process is told when it starts."""
    file = tmp_path / "told"
    file.write_text("")
    return file


@asynccontextmanager
async def understanding(told: Path, **settings: Any) -> AsyncIterator[Understanding]:
    work = Understanding(told, Settings(**settings), "tests.bot.pretended_reader")
    await work.start()
    await work.wait_until_ready()
    try:
        yield work
    finally:
        await work.close()


async def until(reached: Callable[[], bool]) -> None:
    async with timeout(LONG):
        while not reached():
            await asyncio.sleep(0.01)


def stands_still(process: int) -> bool:
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "T"


async def refusal(call: Any) -> int:
    with pytest.raises(ApiError) as refused:
        async with timeout(LONG):
            await call
    return refused.value.status


async def test_it_gives_what_the_process_says(told: Path) -> None:
    async with understanding(told) as work:
        parsed = await work.parse("hello \N{WAVING HAND SIGN} \ud800")
        assert (parsed["intent"], parsed["text"]) == ({"name": "tell"}, "hello \N{WAVING HAND SIGN} \ud800")
        assert parsed["process"] != os.getpid()


async def test_everybody_gets_their_own_answer(told: Path) -> None:
    async with understanding(told) as work:
        texts = [f"text {number} {'x' * number * 40}" for number in range(50)]
        assert [one["text"] for one in await asyncio.gather(*map(work.parse, texts))] == texts


async def test_other_people_are_served_while_it_computes(told: Path) -> None:
    async with understanding(told) as work:
        parse = asyncio.ensure_future(work.parse("slow"))
        turns = 0
        while not parse.done():
            await asyncio.sleep(0.01)
            turns += 1
        assert turns > 5


async def test_when_too_many_wait_the_next_one_is_asked_to_come_back(told: Path) -> None:
    async with understanding(told, parse_waiting=3) as work:
        answers = await asyncio.gather(*(work.parse("slow") for _ in range(5)), return_exceptions=True)
        refused = [answer for answer in answers if isinstance(answer, ApiError)]
        assert [error.status for error in refused] == [429, 429]
        assert await work.parse("hello")


async def test_a_text_that_cannot_be_read_makes_room_for_the_next(told: Path) -> None:
    async with understanding(told, parse_waiting=1) as work:
        process = (await work.parse("hello"))["process"]
        assert await refusal(work.parse("bad")) == 503
        assert (await work.parse("good"))["process"] == process


async def test_an_answer_that_nobody_waits_for_any_more_reaches_nobody_else(told: Path) -> None:
    async with understanding(told) as work:
        given_up = [asyncio.ensure_future(work.parse("slow")) for _ in range(2)]
        waiting = asyncio.ensure_future(work.parse("never sent"))
        await asyncio.sleep(0)
        for one in (*given_up, waiting):
            one.cancel()
        assert (await work.parse("mine"))["text"] == "mine"


@pytest.mark.parametrize("fault", ["end", "unasked"])
async def test_a_process_that_ends_or_speaks_out_of_turn_is_replaced(told: Path, fault: str) -> None:
    async with understanding(told) as work:
        before = (await work.parse("hello"))["process"]
        calls = asyncio.gather(work.parse(fault), work.parse("behind it"), return_exceptions=True)
        await until(lambda: not work.answers())
        await calls
        await until(work.answers)
        assert (await work.parse("hello"))["process"] != before


async def test_whoever_waits_for_a_process_that_ends_is_told_so(told: Path) -> None:
    async with understanding(told) as work:
        assert await refusal(work.parse("end")) == 503


async def test_a_process_that_hangs_is_replaced_when_the_next_one_asks_too_late(told: Path) -> None:
    async with understanding(told, turn_seconds=0.2) as work:
        before = (await work.parse("hello"))["process"]
        hanging = asyncio.ensure_future(work.parse("hang"))
        await until(lambda: work._process.silent_for() > 0.2)
        assert await refusal(work.parse("next")) == 503
        assert await refusal(hanging) == 503
        await until(work.answers)
        assert (await work.parse("hello"))["process"] != before


async def test_it_is_tried_again_until_it_starts(told: Path) -> None:
    async with understanding(told) as work:
        told.write_text("end")
        process = (await work.parse("hello"))["process"]
        os.kill(process, signal.SIGKILL)
        await until(lambda: not work.answers())
        assert await refusal(work.parse("hello")) == 503
        told.write_text("")
        await until(work.answers)
        assert await work.parse("hello")


async def test_one_that_hangs_while_it_loads_is_ended_and_tried_again(told: Path) -> None:
    async with understanding(told) as work:
        process = (await work.parse("hello"))["process"]
        told.write_text("hang")
        work._longest_start = 2.0
        os.kill(process, signal.SIGKILL)
        await until(lambda: not work.answers())
        await until(lambda: work._starting.child.pid != process)
        hanging = work._starting.child.pid
        await until(lambda: stands_still(hanging))
        told.write_text("")
        await until(lambda: not Path(f"/proc/{hanging}").exists())
        work._longest_start = LONG
        await until(work.answers)
        assert await work.parse("hello")


@pytest.mark.parametrize(
    ("fault", "seconds", "said"), [("end", LONG, "stopped while it was starting"), ("hang", 0.5, "did not load within")]
)
async def test_a_server_does_not_start_without_it(told: Path, fault: str, seconds: float, said: str) -> None:
    told.write_text(fault)
    work = Understanding(told, Settings(reading_start_seconds=seconds), "tests.bot.pretended_reader")
    await work.start()
    process = work._starting.child.pid
    with pytest.raises(ModelProblem, match=said):
        await work.wait_until_ready()
    await work.close()
    assert not Path(f"/proc/{process}").exists()


async def test_it_ends_with_the_server(told: Path) -> None:
    async with understanding(told) as work:
        process = (await work.parse("hello"))["process"]
    assert not Path(f"/proc/{process}").exists()
