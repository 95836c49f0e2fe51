"""Turn after turn of one conversation, for the cost by turn number."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import aiohttp

_TEXTS = ("my son is eight and I am worried about something he did", "he is nine", "not sure", "what should I do now")
Turn = Callable[[int], Awaitable[None]]


def of_waymark(address: str) -> Callable[[aiohttp.ClientSession], Turn]:
    """Turn 0 opens a session, each other says something."""

    def make(http: aiohttp.ClientSession) -> Turn:
        session = ""

        async def turn(number: int) -> None:
            nonlocal session
            if number == 0:
                async with http.post(f"{address}/api/session", json={"audience": "parent", "area": "stoke"}) as opened:
                    session = (await opened.json())["session"]
                return
            body = {"session": session, "text": _TEXTS[number % len(_TEXTS)]}
            async with http.post(f"{address}/api/message", json=body) as said:
                assert said.status == 200, said.status
                await said.read()

        return turn

    return make


def of_stock(address: str) -> Callable[[aiohttp.ClientSession], Turn]:
    """The same to the stock project."""
    people = iter(range(1_000_000))

    def make(http: aiohttp.ClientSession) -> Turn:
        sender = f"turns-{next(people)}"

        async def turn(number: int) -> None:
            body = {"sender": sender, "message": _TEXTS[number % len(_TEXTS)]}
            async with http.post(f"{address}/webhooks/rest/webhook", json=body) as said:
                assert said.status == 200, said.status
                await said.read()

        return turn

    return make
