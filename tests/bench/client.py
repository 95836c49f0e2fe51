"""The client of the measurements. It runs on the cores of what it measures, so it does as little as it can: a client for
the whole web took more than a millisecond of each call.
"""

from __future__ import annotations

import asyncio
import json
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from bot.kept_connections import KeptConnections

ANSWER_SECONDS = 30.0
_KEPT_SECONDS = 30.0  # less than any server here keeps its end of an idle connection
_MOST = 10_000  # calls at the same time: those who wait, wait in the server


class Client:
    """Calls to any server, over connections that are kept. Closed when its `async with` ends."""

    def __init__(self) -> None:
        self._servers: dict[str, KeptConnections] = {}

    async def __aenter__(self) -> Client:
        return self

    async def __aexit__(
        self, _: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for server in self._servers.values():
            server.close()

    async def call(self, method: str, address: str, body: dict[str, Any]) -> tuple[int, Any]:
        """The status and the JSON of the answer (of a refusal, None); 0 when there was no answer in time."""
        parts = urlsplit(address)
        server = self._servers.get(parts.netloc)
        if server is None:
            server = self._servers[parts.netloc] = KeptConnections(address, _KEPT_SECONDS, _MOST)
        try:
            sent = json.dumps(body).encode()
            status, answer = await asyncio.wait_for(server.call(method, parts.path, sent), ANSWER_SECONDS)
            return status, json.loads(answer) if answer and status < 400 else None
        except (asyncio.TimeoutError, OSError, ValueError):
            return 0, None
