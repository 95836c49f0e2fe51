"""How long a caller may hold a connection, at a small server with a limit of half a second."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, text

from bot.errors import JsonErrors
from bot.http_protocol import ImpatientProtocol
from bot.processes import free_port

HEAD = b"POST / HTTP/1.1\r\nHost: x\r\n"
WHOLE = HEAD + b"Content-Length: 2\r\n\r\nhi"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Of a server that answers what it is sent. One for all tests: Sanic can be made ready once in a process."""
    port = free_port()
    loop, ready = asyncio.new_event_loop(), threading.Event()

    def serve() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(started(port))
        ready.set()
        loop.run_forever()

    threading.Thread(target=serve, daemon=True).start()
    ready.wait()
    yield port
    loop.call_soon_threadsafe(loop.stop)


async def started(port: int) -> None:
    app = Sanic(f"echo_{port}", configure_logging=False, error_handler=JsonErrors())
    app.config.update(REQUEST_TIMEOUT=0.5, RESPONSE_TIMEOUT=0.5, ACCESS_LOG=False)

    @app.post("/")
    async def echo(request: Request) -> HTTPResponse:
        return text(request.body.decode())

    server = await app.create_server(
        port=port, protocol=ImpatientProtocol, return_asyncio_server=True, access_log=False, debug=False
    )
    await server.startup()
    await server.start_serving()


async def dripped(port: int, begin: bytes, drop: bytes) -> bytes:
    """What the server says to a request that never comes to an end, until it hangs up."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(begin)
    answer = asyncio.ensure_future(reader.read())
    while not answer.done():
        await asyncio.wait({answer}, timeout=0.05)
        if not writer.is_closing():
            writer.write(drop)
    writer.close()
    try:
        return answer.result()
    except ConnectionError:
        return b""


@pytest.mark.parametrize("drop", [b"", b"a"], ids=["silent", "dripping"])
@pytest.mark.parametrize(
    "begin", [b"P", HEAD + b"X: ", HEAD + b"Content-Length: 9999\r\n\r\n{"], ids=["line", "head", "body"]
)
async def test_a_request_that_never_ends_is_hung_up_on_however_it_comes(port: int, begin: bytes, drop: bytes) -> None:
    assert b"200 OK" not in await dripped(port, begin, drop)


async def test_a_whole_request_is_answered_in_one_piece_and_in_several(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for pieces in ([WHOLE], [WHOLE[:10], WHOLE[10:40], WHOLE[40:]]):
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0.01)
        assert b"200 OK" in await reader.readuntil(b"hi")
    writer.close()


async def test_a_connection_that_was_used_well_may_be_used_again_after_the_time_of_a_request(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for pause in (0.0, 1.2):
        await asyncio.sleep(pause)
        writer.write(WHOLE)
        assert b"200 OK" in await reader.readuntil(b"hi")
    writer.close()
