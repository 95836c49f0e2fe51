"""The line between the Rasa server and the action server, which a test can cut, block or garble."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_NONSENSE = b'{"events": "none", "responses": 5}'


class Line:
    """A TCP line on a port of its own to `target_port`, run by a thread.

    `fault` is how it behaves: None passes everything on; "cut" hangs up; "silent" takes everything and never answers;
    "garbled" answers HTTP 200 with JSON that is no answer; "failing" answers HTTP 500; "refusing" HTTP 400 with words.
    """

    def __init__(self, target_port: int) -> None:
        self.target_port = target_port
        self.fault: str | None = None
        self.port = 0
        self.requests: list[bytes] = []  # what went over it towards the action server
        self.keep_requests = False
        self._open: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        ready = threading.Event()
        threading.Thread(target=self._run, args=(ready,), daemon=True).start()
        ready.wait()

    @contextmanager
    def faulty(self, fault: str) -> Iterator[None]:
        """Behave like `fault` inside the block."""
        self._change(fault)
        try:
            yield
        finally:
            self._change(None)

    @contextmanager
    def overheard(self) -> Iterator[list[bytes]]:
        """Keep what goes towards the action server inside the block."""
        self.requests.clear()
        self.keep_requests = True
        try:
            yield self.requests
        finally:
            self.keep_requests = False

    def wait_for_a_caller(self) -> None:
        """Return when somebody is connected to this line."""
        while not self._open:
            time.sleep(0.01)

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _change(self, fault: str | None) -> None:
        """Set the fault and hang up on everybody, so that no kept connection escapes it."""
        done = threading.Event()

        def change() -> None:
            self.fault = fault
            for writer in self._open:
                writer.transport.abort()
            done.set()

        self._loop.call_soon_threadsafe(change)
        done.wait()

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        self._loop.run_forever()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            await self._behaviour()(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self._open.discard(writer)
            writer.close()

    def _behaviour(self) -> Callable:
        if self.fault is None:
            return self._pass_on
        if self.fault == "cut":
            return self._hang_up
        if self.fault == "silent":
            return self._say_nothing
        return self._answer

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_connection("127.0.0.1", self.target_port)
        self._open.add(there_writer)
        try:
            await asyncio.wait(
                {
                    asyncio.ensure_future(self._pump(reader, there_writer, outwards=True)),
                    asyncio.ensure_future(self._pump(there_reader, writer, outwards=False)),
                },
                return_when=asyncio.FIRST_COMPLETED,
            )
        finally:
            self._open.discard(there_writer)
            there_writer.close()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, outwards: bool) -> None:
        while block := await reader.read(65536):
            if outwards and self.keep_requests:
                self.requests.append(block)
            writer.write(block)
            await writer.drain()

    async def _hang_up(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    async def _say_nothing(self, reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        while await reader.read(65536):
            pass

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        status, body = {
            "garbled": ("200 OK", _NONSENSE),
            "failing": ("500 Internal Server Error", b'{"error": "failed"}'),
            "refusing": ("400 Bad Request", b'{"error": "no", "action_name": "action_tell"}'),
        }[self.fault or ""]
        head = f"HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n"
        writer.write(head.encode() + b"connection: close\r\n\r\n" + body)
        await writer.drain()
