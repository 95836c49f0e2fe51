"""HTTP as an attacker writes it: bytes on a connection."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

LAST = b"GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


@contextmanager
def connected(address: str) -> Iterator[socket.socket]:
    """A connection to the server at `address`."""
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=120) as connection:
        yield connection


def until_it_hangs_up(connection: socket.socket) -> bytes:
    """All that the server says before it closes the connection."""
    said = b""
    try:
        while block := connection.recv(65536):
            said += block
    except ConnectionError:
        pass
    return said


def answered(address: str, sent: bytes) -> bytes:
    """What the server says to `sent`, and to a last request behind it that ends the connection."""
    with connected(address) as connection:
        connection.sendall(sent + LAST)
        return until_it_hangs_up(connection)
