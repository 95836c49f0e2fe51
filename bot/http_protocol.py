"""One connection of a caller: a request has so many seconds from its first byte, however its bytes drip in.

Sanic counts from the last byte, so a byte now and then holds a connection for ever; and when half a body never comes to
its end, it answers and then waits for the rest without any limit.
"""

from asyncio import BaseTransport, TimerHandle

from sanic.http import Stage
from sanic.server.protocols.http_protocol import HttpProtocol


class ImpatientProtocol(HttpProtocol):
    """Sanic's protocol with a time for the whole of a request: REQUEST_TIMEOUT, at the very most twice that."""

    __slots__ = ("_limit",)  # the end of the time of the request that is under way

    def connection_made(self, transport: BaseTransport) -> None:
        """Begin a connection."""
        self._limit: TimerHandle | None = None
        super().connection_made(transport)  # type: ignore[no-untyped-call]

    def data_received(self, data: bytes) -> None:
        """Take bytes. Only the first of a request begin its time anew."""
        if self._under_way():
            begun = self._time
            super().data_received(data)
            self._time = begun
            return
        self._stop_counting()
        self._limit = self.loop.call_later(2 * self.request_timeout, self._let_go)
        super().data_received(data)

    def connection_lost(self, error: Exception | None) -> None:
        """End: nothing may refer to the connection any more, for what it was sent goes with it."""
        self._stop_counting()
        super().connection_lost(error)  # type: ignore[no-untyped-call]

    def _stop_counting(self) -> None:
        if self._limit is not None:
            self._limit.cancel()

    def _under_way(self) -> bool:
        """Whether a request has begun and not been read and answered to its end."""
        http = getattr(self, "_http", None)  # not there before the connection's task has begun, nor after its end
        if http is None:
            return False
        return http.stage is not Stage.IDLE or not http.keep_alive or bool(getattr(http, "request_body", None))

    def _let_go(self) -> None:
        """Hang up when the request is still under way."""
        if self.transport is not None and self._under_way():
            self.transport.abort()
