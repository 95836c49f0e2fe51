"""Somebody who talks to a system under measurement: one call at a time, conversation after conversation."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from tests.bench.client import Client
from tests.bench.mix import Call, Person


class Talker(Protocol):
    """`step` makes the next call and gives its kind and whether it was answered well."""

    async def step(self, http: Client) -> tuple[str, bool]: ...


class WaymarkTalker:
    """Goes through the scenarios over the chat API. `heard` notes what was said, for the stock project to hear."""

    def __init__(self, address: str, people: Iterator[Person], heard: list[list[list[str]]] | None = None) -> None:
        self._address, self._people, self._heard = address, people, heard
        self._person: Person | None = None
        self._next: Call | None = None

    async def step(self, http: Client) -> tuple[str, bool]:
        """The next call of the conversation, or the first of the next one."""
        if self._person is None or self._next is None:
            self._person = next(self._people)
            self._next = self._person.opening()
            if self._heard is not None:
                self._heard.append([])
        call, person = self._next, self._person
        if self._heard is not None and call.kind in ("click", "text"):
            self._heard[-1].append([call.kind, call.words])
        status, answer = await http.call(call.method, self._address + call.path, call.body)
        self._next = None
        if call.kind == "end" or status not in (200, 201):
            return call.kind, status == 204
        if call.kind == "open":
            person.session = answer["session"]
        self._next = person.next(answer["messages"]) or person.ending()
        return call.kind, True


class StockTalker:
    """Says the same to the stock project: words as words, clicks as the payload of a button, which it need not read."""

    _numbers = itertools.count()

    def __init__(self, address: str, conversations: Iterator[list[list[str]]]) -> None:
        self._address, self._conversations = address, conversations
        self._sender, self._left = "", list[list[str]]()

    async def step(self, http: Client) -> tuple[str, bool]:
        """The next message."""
        while not self._left:
            self._left = list(next(self._conversations))
            self._sender = f"person-{next(self._numbers)}"
        kind, words = self._left.pop(0)
        body = {"sender": self._sender, "message": "/answer.no" if kind == "click" else words}
        status, answer = await http.call("POST", f"{self._address}/webhooks/rest/webhook", body)
        return kind, status == 200 and isinstance(answer, list)


class EchoTalker:
    """Sends a message of usual size to a server that does nothing."""

    def __init__(self, address: str) -> None:
        self._address = address

    async def step(self, http: Client) -> tuple[str, bool]:
        """One message."""
        body = {"session": "s" * 32, "text": "my son is eight and I am worried about something he did"}
        status, _ = await http.call("POST", f"{self._address}/api/message", body)
        return "text", status == 200


def keep(heard: list[list[list[str]]], file: Path) -> None:
    """Keep what was said. These are the sentences of the scenario files."""
    file.write_text(json.dumps([one for one in heard if one]), encoding="utf-8")


def kept(file: Path) -> Iterator[list[list[str]]]:
    """What was said, over and over."""
    return itertools.cycle(json.loads(file.read_text(encoding="utf-8")))
