import asyncio
import time
from typing import Any

import pytest

from bot.errors import ApiError
from bot.settings import Settings
from bot.understanding import Understanding


class SlowParser:
    """As much of Rasa's agent as the understanding uses: a parser that computes for a while and never waits."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.at_once = self.most_at_once = 0

    async def parse_message(self, text: str) -> dict[str, Any]:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        time.sleep(self.seconds)  # the computing, which holds its thread
        self.at_once -= 1
        if text == "bad":
            raise ValueError(text)
        return {"intent": {"name": "tell"}, "length": len(text)}


def understanding(parser: Any, **settings: int) -> Understanding:
    return Understanding(parser, Settings(**settings))


async def test_it_gives_what_the_parser_says() -> None:
    assert await understanding(SlowParser(0)).parse("hello") == {"intent": {"name": "tell"}, "length": 5}


async def test_other_people_are_served_while_it_computes() -> None:
    parse = asyncio.ensure_future(understanding(SlowParser(0.3)).parse("hello"))
    turns = 0
    while not parse.done():
        await asyncio.sleep(0.01)
        turns += 1
    assert turns > 5


async def test_no_more_messages_are_computed_at_once_than_there_are_threads() -> None:
    parser = SlowParser(0.02)
    work = understanding(parser)
    await asyncio.gather(*(work.parse("hello") for _ in range(5)))
    assert parser.most_at_once == 1


async def test_when_too_many_wait_the_next_one_is_asked_to_come_back() -> None:
    work = understanding(SlowParser(0.05), parse_waiting=3)
    answers = await asyncio.gather(*(work.parse("hello") for _ in range(5)), return_exceptions=True)
    refused = [answer for answer in answers if isinstance(answer, ApiError)]
    assert [error.status for error in refused] == [429, 429]
    assert await work.parse("hello")


async def test_a_parser_that_fails_makes_room_for_the_next() -> None:
    work = understanding(SlowParser(0), parse_waiting=1)
    with pytest.raises(ValueError, match="bad"):
        await work.parse("bad")
    assert await work.parse("good")


async def test_a_parser_that_is_somewhere_else_is_not_waited_for_in_a_thread() -> None:
    class Remote:
        async def parse_message(self, text: str) -> dict[str, Any]:
            await asyncio.sleep(0)
            return {}

    with pytest.raises(RuntimeError):
        await understanding(Remote()).parse("hello")
