"""HTTP calls to one server of our own, over connections that are kept.

A turn makes one such call. A client for the whole web builds headers, cookies, redirects and time limits for each,
which took a sixth of a turn; here a call is one write, and the answer is read by the parser that Sanic reads with.
"""

from __future__ import annotations

import asyncio
from typing import Final, cast
from urllib.parse import urlsplit

from httptools import HttpParserError, HttpResponseParser

_MOST: Final = 64


class BadAnswer(ConnectionError):
    """What came back is no HTTP answer, or the server hung up before the end of it."""


class KeptConnections:
    """Connections to the server of `url` (http or https), each for one call at a time.

    A connection that has been idle for `idle_seconds` is not used again: the server must not be the first to hang up.
    `most` calls are made at the same time; more wait.
    """

    def __init__(self, url: str, idle_seconds: float, most: int = _MOST) -> None:
        parts = urlsplit(url)
        self._host, self._tls = parts.hostname or "", parts.scheme == "https"
        self._port = parts.port or (443 if self._tls else 80)
        self._named = parts.netloc.rpartition("@")[2]
        self._idle_seconds = idle_seconds
        self._free: list[_Connection] = []
        self._room = asyncio.Semaphore(most)

    async def call(self, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
        """The status and the body of the answer. What is asked must be safe to ask twice: when a kept connection turns
        out to be dead, it is asked again over a new one.

        Raises OSError (BadAnswer among them). A call that is cancelled takes its connection with it, so that no other
        call can get its answer.
        """
        head = f"{method} {path} HTTP/1.1\r\nHost: {self._named}\r\nContent-Length: {len(body)}\r\n"
        head += "Content-Type: application/json\r\n\r\n" if body else "\r\n"
        request = head.encode("ascii") + body
        async with self._room:
            kept = self._kept()
            if kept is not None:
                try:
                    return await self._ask(kept, request)
                except OSError:
                    pass  # of a server that has been started anew
            return await self._ask(await self._new(), request)

    def close(self) -> None:
        """Hang up."""
        while self._free:
            self._free.pop().hang_up()

    async def _ask(self, connection: _Connection, request: bytes) -> tuple[int, bytes]:
        try:
            answer = await connection.ask(request)
        except BaseException:
            connection.hang_up()
            raise
        if connection.lasts:
            self._free.append(connection)
        else:
            connection.hang_up()
        return answer

    def _kept(self) -> _Connection | None:
        oldest = asyncio.get_running_loop().time() - self._idle_seconds
        while self._free:
            connection = self._free.pop()
            if connection.lasts and connection.last_used > oldest:
                return connection
            connection.hang_up()
        return None

    async def _new(self) -> _Connection:
        loop = asyncio.get_running_loop()
        _, connection = await loop.create_connection(_Connection, self._host, self._port, ssl=self._tls or None)
        return connection


class _Connection(asyncio.Protocol):
    """One connection. `lasts` while another call may follow, `last_used` in the loop's seconds."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._parser = HttpResponseParser(self)
        self._body: list[bytes] = []
        self.lasts, self.last_used = True, self._loop.time()

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        if self._transport is None or self._transport.is_closing():
            raise BadAnswer("hung up")
        self._parser, self._body = HttpResponseParser(self), []
        self._answer = self._loop.create_future()
        self._transport.write(request)
        return await self._answer

    def hang_up(self) -> None:
        self.lasts = False
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # another loop's transports are of another class

    def data_received(self, data: bytes) -> None:
        if self._answer is None or self._answer.done():
            self.hang_up()  # nobody asked
            return
        try:
            self._parser.feed_data(data)
        except HttpParserError:
            self._answer.set_exception(BadAnswer("not HTTP"))

    def connection_lost(self, _: Exception | None) -> None:
        self.lasts = False
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(BadAnswer("hung up"))

    # The parser calls these.

    def on_body(self, part: bytes) -> None:
        self._body.append(part)

    def on_message_complete(self) -> None:
        self.lasts = self.lasts and self._parser.should_keep_alive()
        self.last_used = self._loop.time()
        if self._answer is not None and not self._answer.done():
            self._answer.set_result((self._parser.get_status_code(), b"".join(self._body)))
        self._body = []
