"""One connection of a caller: a request has so many seconds from its first byte, however its bytes drip in.

Sanic counts from the last byte, so a byte now and then holds a connection for ever; and when half a body never comes to
its end, it answers and then waits for the rest without any limit.
"""

from asyncio import BaseTransport

from sanic.http import Stage
from sanic.server.protocols.http_protocol import HttpProtocol


class ImpatientProtocol(HttpProtocol):
    """Sanic's protocol with a time for the whole of a request: REQUEST_TIMEOUT, at the very most twice that."""

    __slots__ = ("_number",)  # of the request that is under way on this connection

    def connection_made(self, transport: BaseTransport) -> None:
        """Begin a connection."""
        self._number = 0
        super().connection_made(transport)  # type: ignore[no-untyped-call]

    def data_received(self, data: bytes) -> None:
        """Take bytes. Only the first of a request begin its time anew."""
        if self._under_way():
            begun = self._time
            super().data_received(data)
            self._time = begun
            return
        self._number += 1
        self.loop.call_later(2 * self.request_timeout, self._let_go, self._number)
        super().data_received(data)

    def _under_way(self) -> bool:
        """Whether a request has begun and not been read and answered to its end."""
        http = getattr(self, "_http", None)  # not there before the connection's task has begun, nor after its end
        if http is None:
            return False
        return http.stage is not Stage.IDLE or not http.keep_alive or bool(getattr(http, "request_body", None))

    def _let_go(self, number: int) -> None:
        """Hang up when the request of this number is still under way."""
        if number == self._number and self.transport is not None and self._under_way():
            self.transport.abort()
