"""The server with a leak planted on purpose: the search for canaries must find each of them.

The file named by WAYMARK_LEAK_FILE says which leak is open; an empty one closes them all.
"""

from __future__ import annotations

if __name__ == "__main__":
    from bot import privacy

    privacy.start_with_overwritten_memory("tests.privacy.leaky_server")

import base64
import logging
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot import conversation, server
from bot.conversation import Conversation
from bot.request_shape import Said

_kept_in_memory: list[str] = []


def log_line(said: Said) -> None:
    logging.getLogger("waymark.planted").warning("heard: %s", said.text)


def printed(said: Said) -> None:
    print(said.text.lower(), flush=True)


def exception_message(said: Said) -> None:
    try:
        raise ValueError(said.text)
    except ValueError:
        print(traceback.format_exc(), file=sys.stderr, flush=True)


def file_in_temporary_folder(said: Said) -> None:
    with tempfile.NamedTemporaryFile("w", delete=False, suffix=".waymark-planted") as file:
        file.write(said.text)


def coded_file_in_home(said: Said) -> None:
    Path.home().joinpath(".waymark-planted").write_bytes(base64.b64encode(said.text.encode("utf-8")))


def wide_characters_in_a_file(said: Said) -> None:
    Path(os.environ["WAYMARK_LEAK_FILE"]).with_name("planted.bin").write_bytes(said.text.encode("utf-16"))


def metric_label(said: Said) -> None:
    from bot.counts import Cell

    counts = CONVERSATIONS[-1]._counts
    counts._counts._published[Cell("2026-11", colour=said.text)] += 5


def redis_key(said: Said) -> None:
    import redis

    redis.Redis(port=int(os.environ["WAYMARK_LEAK_REDIS"])).set(said.text, 1)


def kept(said: Said) -> None:
    _kept_in_memory.append(said.text)


LEAKS: dict[str, Callable[[Said], None]] = {
    leak.__name__: leak
    for leak in (
        log_line,
        printed,
        exception_message,
        file_in_temporary_folder,
        coded_file_in_home,
        wide_characters_in_a_file,
        metric_label,
        redis_key,
        kept,
    )
}
CONVERSATIONS: list[Any] = []
_answer = Conversation._answer


async def leaky_answer(self: Conversation, sent: Any, counted: Any) -> list[dict[str, Any]]:
    CONVERSATIONS[:] = [self]
    open_leak = Path(os.environ["WAYMARK_LEAK_FILE"]).read_text() if isinstance(sent, Said) else ""
    if open_leak in LEAKS:
        LEAKS[open_leak](sent)
    conversation.NOT_KEPT = sent.text if open_leak == "tracker_text" else "[not kept]"  # type: ignore[misc]
    messages = await _answer(self, sent, counted)
    return [*messages, {"text": sent.text}] if open_leak == "echo" else messages


if __name__ == "__main__":
    Conversation._answer = leaky_answer  # type: ignore[method-assign]
    sys.exit(server.main())
