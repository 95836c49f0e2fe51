"""From words to codes, in a process of their own: reading one message would otherwise hold up everybody's clicks.

The process (bot/reading_process.py) is started with the server, started again when it ends, and ended when it hangs.
The words are sent to it and not kept here.
"""

from __future__ import annotations

import asyncio
import json
import logging
import socket
from collections import deque
from pathlib import Path
from typing import Any

from bot.errors import not_ready, too_many
from bot.model_file import ROOT, ModelProblem
from bot.privacy import named
from bot.processes import Child
from bot.reading_link import framed, next_frame
from bot.settings import Settings

log = logging.getLogger("waymark.understanding")

# One is read and the next is there when it is done; the others wait here, where they can still be called off.
_SENT_AT_ONCE = 2
_RESTART_SECONDS = 1.0  # a process that ends at once is not started without a pause
_END_SECONDS = 2.0  # it ends by itself when its link is closed, at the latest after the message that it reads


class Understanding:
    """Asks the reading process, one message after the other, for as long as the server runs."""

    def __init__(self, model: Path, settings: Settings, module: str = "bot.reading_process") -> None:
        self._model, self._module = model, module
        self._most_waiting, self._longest = settings.parse_waiting, settings.turn_seconds
        self._longest_start = settings.reading_start_seconds
        self._waiting = 0
        self._room = asyncio.Semaphore(_SENT_AT_ONCE)
        self._starting: _Process | None = None
        self._process: _Process | None = None  # when it is ready
        self._keeping: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start the process; it loads by itself while this one goes on (`wait_until_ready`)."""
        self._starting = await _Process.start(self._module, self._model)

    async def wait_until_ready(self) -> None:
        """Return when texts can be read. Raises ModelProblem when the process ends instead, having said why."""
        if self._starting is None:
            raise RuntimeError("`start` comes first")
        try:
            await self._starting.ready(self._longest_start)
        except asyncio.TimeoutError:
            self._starting.child.kill()
            raise ModelProblem(f"What reads messages did not load within {self._longest_start:.0f} seconds.") from None
        except (EOFError, OSError):
            raise ModelProblem("What reads messages stopped while it was starting.") from None
        self._process = self._starting
        self._keeping = asyncio.get_running_loop().create_task(self._keep(self._process))

    async def parse(self, text: str) -> dict[str, Any]:
        """`intent` and `codes` of `text` (which must have been through `plain_words`).

        Raises ApiError 429 when too many messages wait already, 503 when the message cannot be read.
        """
        if self._waiting >= self._most_waiting:
            raise too_many(1)
        self._waiting += 1
        try:
            async with self._room:
                answer = await self._running().ask(text)
        finally:
            self._waiting -= 1
        if not answer:
            raise not_ready()
        parsed: dict[str, Any] = json.loads(answer)
        return parsed

    def answers(self) -> bool:
        """Whether messages can be read now."""
        return self._process is not None

    async def close(self) -> None:
        """End the process; what is asked is not answered any more."""
        if self._keeping is not None:
            self._keeping.cancel()
        process = self._process or self._starting
        self._process = None
        if process is not None:
            process.let_go()
            await asyncio.get_running_loop().run_in_executor(None, process.child.wait, _END_SECONDS)

    def _running(self) -> _Process:
        process = self._process
        if process is not None and process.silent_for() > self._longest:
            log.error("what reads messages does not answer")
            self._process = None
            process.child.kill()  # its end is heard, and another is started
        if self._process is None:
            raise not_ready()
        return self._process

    async def _keep(self, process: _Process) -> None:
        """Hand over the answers of one process after the other."""
        while True:
            try:
                await process.hand_over()
            except (EOFError, OSError, IndexError):
                self._process = None
            process.let_go()
            process.child.kill()
            log.error("what reads messages has stopped; starting it again")
            await asyncio.sleep(_RESTART_SECONDS)
            try:
                process = self._starting = await _Process.start(self._module, self._model)
                await process.ready(self._longest_start)
                self._process = process
            except (EOFError, OSError, asyncio.TimeoutError) as error:
                process.child.kill()
                log.error("what reads messages could not be started: %s", named(error))


class _Process:
    """One reading process and the link to it."""

    def __init__(self, child: Child, answers: asyncio.StreamReader, texts: asyncio.StreamWriter) -> None:
        self.child, self._answers, self._texts = child, answers, texts
        self._asked: deque[tuple[float, asyncio.Future[bytes]]] = deque()  # since when, in the order of asking

    @classmethod
    async def start(cls, module: str, model: Path) -> _Process:
        """A process that loads. Raises OSError when none can be started."""
        ours, its = socket.socketpair()
        with its:
            child = Child(module, ("--model", str(model)), {}, ROOT, stdin=its.fileno())
        return cls(child, *await asyncio.open_connection(sock=ours))

    async def ready(self, seconds: float) -> None:
        """Return when it can read. Raises EOFError or OSError when it ends instead, TimeoutError after `seconds`."""
        await asyncio.wait_for(next_frame(self._answers), seconds)

    def ask(self, text: str) -> asyncio.Future[bytes]:
        """What it answers; empty when it could not read the text or has ended."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[bytes] = loop.create_future()
        self._asked.append((loop.time(), answer))
        self._texts.write(framed(text.encode("utf-8", "surrogatepass")))
        return answer

    def silent_for(self) -> float:
        """The seconds for which the first who asked has been waiting."""
        return asyncio.get_running_loop().time() - self._asked[0][0] if self._asked else 0.0

    async def hand_over(self) -> None:
        """Give every answer to whoever asked. Raises EOFError or OSError when the process ends, IndexError when it
        answers what nobody asked.
        """
        while True:
            answer = await next_frame(self._answers)
            _, asked = self._asked.popleft()
            if not asked.done():  # else nobody waits any more
                asked.set_result(answer)

    def let_go(self) -> None:
        """Close the link, which ends the process; whoever waits is told that there is no answer."""
        self._texts.close()
        while self._asked:
            _, asked = self._asked.popleft()
            if not asked.done():
                asked.set_result(b"")
