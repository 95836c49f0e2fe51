"""From words to codes, beside the event loop: one message at a time would otherwise hold up everybody else's clicks."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from rasa.core.agent import Agent

from bot.errors import too_many
from bot.settings import Settings


class Understanding:
    """The agent's parser in a bounded pool of threads. The words live in it for the milliseconds of one call."""

    def __init__(self, agent: Agent, settings: Settings) -> None:
        self._agent = agent
        self._pool = ThreadPoolExecutor(settings.parse_threads, thread_name_prefix="parse")
        self._most_waiting = settings.parse_waiting
        self._waiting = 0

    async def parse(self, text: str) -> dict[str, Any]:
        """What Rasa's parser says about `text` (which must have been through `plain_words`).

        Raises ApiError 429 when too many messages wait already.
        """
        if self._waiting >= self._most_waiting:
            raise too_many(1)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, self._parse, text)
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """Let the threads end."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _parse(self, text: str) -> dict[str, Any]:
        """Run `Agent.parse_message`, which is a coroutine that never waits as long as the parser is in this process."""
        parsing = self._agent.parse_message(text)
        try:
            parsing.send(None)
        except StopIteration as done:
            parsed: dict[str, Any] = done.value
            return parsed
        parsing.close()
        raise RuntimeError("the parser is not in this process")
