"""Turn after turn of one conversation, for the cost by turn number."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tests.bench.client import Client

_TEXTS = ("my son is eight and I am worried about something he did", "he is nine", "not sure", "what should I do now")
Turn = Callable[[int], Awaitable[None]]


def of_waymark(address: str) -> Callable[[Client], Turn]:
    """Turn 0 opens a session, each other says something."""

    def make(client: Client) -> Turn:
        session = ""

        async def turn(number: int) -> None:
            nonlocal session
            if number == 0:
                opening = {"audience": "parent", "area": "stoke"}
                session = (await client.call("POST", f"{address}/api/session", opening))[1]["session"]
                return
            body = {"session": session, "text": _TEXTS[number % len(_TEXTS)]}
            status, _ = await client.call("POST", f"{address}/api/message", body)
            assert status == 200, status

        return turn

    return make


def of_stock(address: str) -> Callable[[Client], Turn]:
    """The same to the stock project."""
    people = iter(range(1_000_000))

    def make(client: Client) -> Turn:
        sender = f"turns-{next(people)}"

        async def turn(number: int) -> None:
            body = {"sender": sender, "message": _TEXTS[number % len(_TEXTS)]}
            status, _ = await client.call("POST", f"{address}/webhooks/rest/webhook", body)
            assert status == 200, status

        return turn

    return make
