"""How the server asks the process that reads messages: frames on a socket, one answer for each text, in order.

A frame is four bytes that say how long, and so many bytes: a text in UTF-8 one way; JSON the other, or nothing when the
text could not be read. A first empty frame says that the process is ready. Whoever closes the socket ends both.
"""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import select
import socket
from collections.abc import Callable
from typing import Any

from bot.privacy import named

log = logging.getLogger("waymark.reading")

_LENGTH_BYTES = 4
_COLLECT_SECONDS = 1.0


def framed(body: bytes) -> bytes:
    """A frame around `body`."""
    return len(body).to_bytes(_LENGTH_BYTES, "big") + body


async def next_frame(stream: asyncio.StreamReader) -> bytes:
    """What the next frame holds. Raises EOFError or OSError when the other side is gone."""
    length = await stream.readexactly(_LENGTH_BYTES)
    return await stream.readexactly(int.from_bytes(length, "big"))


def serve(link: socket.socket, read: Callable[[str], dict[str, Any]]) -> None:
    """Say that it is ready, then answer with what `read` makes of each text until the other side closes the link."""
    link.sendall(framed(b""))
    while _answered(link, read):
        # What refers to itself, such as an error and the frames it came through, would hold somebody's words until
        # Python happened to look.
        if not select.select([link], [], [], _COLLECT_SECONDS)[0]:
            gc.collect()


def _answered(link: socket.socket, read: Callable[[str], dict[str, Any]]) -> bool:
    """Answer one text; whether the link is still open. Nothing of the text is held when it returns."""
    length = _received(link, _LENGTH_BYTES)
    body = length and _received(link, int.from_bytes(length, "big"))
    if body is None:
        return False
    try:
        answer = json.dumps(read(body.decode("utf-8", "surrogatepass"))).encode()
    except Exception as error:  # whatever it is, the next message is read
        log.error("a message could not be read: %s", named(error))
        answer = b""
    link.sendall(framed(answer))
    return True


def _received(link: socket.socket, length: int) -> bytes | None:
    """So many bytes, or None when the other side is gone."""
    parts: list[bytes] = []
    while length:
        part = link.recv(length)
        if not part:
            return None
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
