"""One person's details through every field, path, header and error of the chat API."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from tests.privacy.canaries import Person
from tests.running import Caller


class Listener(Caller):
    """A client that writes down every answer it gets."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.heard: list[bytes] = []

    def call(self, method: str, path: str, body: Any = None) -> tuple[int, dict[str, str], Any]:
        status, headers, answered = super().call(method, path, body)
        self.heard.append(repr((status, headers, answered)).encode())
        return status, headers, answered


FAULTS = ("cut", "garbled", "failing", "refusing")


def everywhere(caller: Listener, person: Person) -> None:
    """Send the details of `person` wherever something can be sent, in a session that is ended at the end."""
    session = caller.open(audience="parent")
    for text in _texts(person):
        caller.say(session, text)
    _fields(caller, session, person)
    _broken_bodies(caller, session, person)
    _addresses_and_headers(caller, session, person)
    _half_a_request(caller, session, person)
    caller.end(session)
    caller.say(session, person.story)  # a session that is no more


def under_faults(caller: Listener, person: Person, faulty: Callable) -> None:
    """The same words while the action server is away, talks nonsense or fails."""
    session = caller.open(audience="school")
    for fault in FAULTS:
        with faulty(fault):
            caller.say(session, person.story)
            caller.choose(session, person.last)
    caller.end(session)


def _texts(person: Person) -> tuple[str, ...]:
    return (
        person.story,
        person.story.upper(),
        person.story.lower(),
        f"no {person.story}",
        f"What does the law say about {person.first} {person.last}?",
        f"An adult is hurting {person.first} right now at {person.street} Lane.",
        f'/tell{{"state": "{person.last}", "text": "{person.phone}"}}',
        f"/restart {person.sentence}",
        f"<script>alert('{person.email}')</script>",
        f"{person.first}\x00{person.last}\u202e{person.street}\ud83d",
        f"\U0001f622 {person.sentence} \u0416",
        person.phone,
        (person.story + " ") * 9,
        person.story * 40,  # too long
    )


def _fields(caller: Caller, session: str, person: Person) -> None:
    for body in (
        {"session": session, "choice": person.last},
        {"session": session, "choices": [person.first, person.street]},
        {"session": session, "choices": {"a": person.phone}},
        {"session": session, "text": [person.email]},
        {"session": session, "text": person.story, "choice": person.last},
        {"session": person.last, "text": person.story},
        {"session": [person.last], "text": person.story},
        {"session": session, "text": "He is 8.", "metadata": {"name": person.first}, "sender": person.email},
        {person.last: person.story, "session": session},
    ):
        caller.call("POST", "/api/message", body)
    caller.call("POST", "/api/session", {"audience": person.last, "area": person.street})
    caller.call("POST", "/api/session", {"audience": "parent", "name": person.first, "text": person.sentence})
    caller.call("DELETE", "/api/session", {"session": person.email})


def _broken_bodies(caller: Caller, session: str, person: Person) -> None:
    whole = json.dumps({"session": session, "text": person.story}).encode()
    for body in (
        whole[:-3],
        whole.replace(b'"', b"'"),
        person.story.encode(),
        person.story.encode("utf-16"),
        b"\xff" + whole,
        b"[" * 20_000 + person.last.encode(),
        whole + person.last.encode() * 5_000,
        b'{"session": "' + session.encode() + b'", "text": "' + person.first.encode() * 4_000 + b'"}',
    ):
        caller.call("POST", "/api/message", body)


def _addresses_and_headers(caller: Listener, session: str, person: Person) -> None:
    head = (
        f"User-Agent: {person.last}\r\nReferer: https://{person.email}.example/{person.street}\r\n"
        f"Cookie: name={person.first}\r\nOrigin: https://{person.email}.example\r\n"
        f"X-Forwarded-For: {person.phone}\r\nX-Request-ID: {person.street}\r\nAuthorization: Basic {person.last}\r\n"
        f"Accept-Language: {person.first}\r\n"
    )
    spoken = quote(person.sentence)
    for line in (
        f"GET /?text={spoken}&name={person.first} HTTP/1.1",
        f"GET /{person.last}/{person.street} HTTP/1.1",
        f"GET /static/{person.last}.js HTTP/1.1",
        f"POST /api/message?session={session}&text={spoken} HTTP/1.1",
        f"{person.first.upper()} /api/message HTTP/1.1",
        f"GET /api/health HTTP/{person.phone[:5]}",
        f"OPTIONS /api/session?{person.email} HTTP/1.1",
    ):
        _raw(caller, f"{line}\r\nHost: {person.last}.example\r\n{head}Connection: close\r\n\r\n".encode())


def _half_a_request(caller: Listener, session: str, person: Person) -> None:
    """A sender who hangs up in the middle of the words."""
    body = json.dumps({"session": session, "text": person.story}).encode()
    head = f"POST /api/message HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    _connected(caller).sendall(head.encode() + body[:-20])
    chunk = f"POST /api/message HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{len(body):x}\r\n".encode()
    _connected(caller).sendall(chunk + body + b"\r\nzz\r\n")


def _raw(caller: Listener, sent: bytes) -> None:
    """Send bytes and hear all that is said before the server hangs up."""
    with _connected(caller) as connection:
        try:
            connection.sendall(sent)
            while block := connection.recv(65536):
                caller.heard.append(block)
        except OSError:
            return


def _connected(caller: Listener) -> socket.socket:
    """A connection, which ends with the last use of it."""
    host, _, port = caller.address.removeprefix("http://").partition(":")
    return socket.create_connection((host, int(port)), timeout=60)
