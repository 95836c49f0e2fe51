"""The door alone: what it lets through to a process, what it refuses, what it says when nobody is there."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.processes import free_port
from tests.attacks.raw_http import connected, until_it_hangs_up
from tests.bench.resources import family
from tests.nginx_server import NginxServer
from tests.privacy.canaries import invent
from tests.privacy.searching import in_memory
from tests.running import Caller

CANARY = "Zebediah-07700900123"
LINE = b"POST /api/message HTTP/1.1\r\nHost: waymark\r\n"


class Behind:
    """A server that keeps every request as it came and answers each with `{}`."""

    def __init__(self) -> None:
        self.requests: list[bytes] = []
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection:
            data = b""
            while b"\r\n\r\n" not in data:
                data += connection.recv(65536)
            head, _, body = data.partition(b"\r\n\r\n")
            fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line)
            while len(body) < int(fields.get(b"content-length", b"0")):
                body += connection.recv(65536)
            self.requests.append(head + b"\r\n\r\n" + body)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(scope="module")
def behind() -> Iterator[Behind]:
    server = Behind()
    yield server
    server.close()


@pytest.fixture(scope="module")
def nginx(behind: Behind, tmp_path_factory: pytest.TempPathFactory) -> Iterator[NginxServer]:
    server = NginxServer(tmp_path_factory.mktemp("nginx"), [behind.port])
    yield server
    server.stop()


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NginxServer]:
    """With nothing behind it."""
    server = NginxServer(tmp_path_factory.mktemp("alone"), [free_port(), free_port()])
    yield server
    server.stop()


def raw(nginx: NginxServer, request: bytes) -> bytes:
    """What comes back for these very bytes, until nginx hangs up."""
    with connected(f"http://127.0.0.1:{nginx.port}") as connection:
        connection.sendall(request)
        return until_it_hangs_up(connection)


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


def test_what_a_browser_says_about_its_owner_does_not_get_past_it(nginx: NginxServer, behind: Behind) -> None:
    body = json.dumps({"session": "s", "text": "hello"}).encode()
    private = (
        "User-Agent",
        "Cookie",
        "Referer",
        "X-Forwarded-For",
        "Forwarded",
        "X-Real-IP",
        "Accept-Language",
        "From",
    )
    heads = "".join(f"{name}: {CANARY}\r\n" for name in private).encode()
    request = LINE + heads + b"Content-Type: application/json\r\nOrigin: https://a.example\r\nConnection: close\r\n"
    answer = raw(nginx, request + b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    assert status(answer) == 200
    sent = behind.requests[-1]
    assert sent.endswith(body)
    assert b"Origin: https://a.example" in sent
    assert CANARY.encode() not in sent
    assert b"127.0.0.1" not in sent


@pytest.mark.parametrize(
    "heads",
    [
        b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
        b"Content-Length: 2\r\nContent-Length: 3\r\n",
        b"Transfer-Encoding: chunked, identity\r\n",
        b"Content-Length: -1\r\n",
        b"Content-Length: 2 3\r\n",
    ],
)
def test_a_request_that_two_servers_could_read_in_two_ways_is_refused(
    nginx: NginxServer, behind: Behind, heads: bytes
) -> None:
    before = len(behind.requests)
    answer = raw(nginx, LINE + heads + b"Connection: close\r\n\r\n{}GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")
    assert 400 <= status(answer) <= 501
    assert not any(b"smuggled" in request for request in behind.requests)
    assert len(behind.requests) == before


def test_chunks_reach_the_process_as_one_body_of_known_length(nginx: NginxServer, behind: Behind) -> None:
    body = b"2\r\n{}\r\n0\r\n\r\n"
    answer = raw(nginx, LINE + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + body)
    assert status(answer) == 200
    assert b"Content-Length: 2" in behind.requests[-1]
    assert b"Transfer-Encoding" not in behind.requests[-1]


@pytest.mark.parametrize(
    ("request_bytes", "expected"),
    [
        (LINE + b"Content-Length: 140000\r\n\r\n", 413),
        (b"GET /" + b"a" * 20000 + b" HTTP/1.1\r\nHost: w\r\n\r\n", 413),
        (b"GET / HTTP/1.1\r\nHost: w\r\nX: " + b"a" * 20000 + b"\r\n\r\n", 400),
        (b"NONSENSE\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (b"TRACE / HTTP/1.1\r\nHost: w\r\nConnection: close\r\n\r\n", 405),
        (b"PUT / HTTP/1.1\r\nHost: w\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", 405),
        (b"POST /rules HTTP/1.1\r\nHost: w\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", 405),
        (b"GET /503.json HTTP/1.1\r\nHost: w\r\nConnection: close\r\n\r\n", 404),
        (b"GET /../../etc/passwd HTTP/1.1\r\nHost: w\r\nConnection: close\r\n\r\n", 400),
    ],
)
def test_what_is_too_large_or_no_request_is_refused_at_the_door(
    nginx: NginxServer, behind: Behind, request_bytes: bytes, expected: int
) -> None:
    before = len(behind.requests)
    answer = raw(nginx, request_bytes)
    assert status(answer) == expected
    assert len(behind.requests) == before


def test_a_refusal_has_the_shape_of_every_other_error_and_the_same_headers(nginx: NginxServer) -> None:
    code, headers, body = Caller(nginx.address).call("POST", "/api/message", b"x" * 140_000)
    assert code == 413
    assert body["error"]["code"] == "too_large"
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]


@pytest.mark.parametrize("repeated", [1, 200, 550])
def test_a_body_that_is_a_little_too_long_is_left_to_waymark_and_not_in_its_memory(
    nginx: NginxServer, behind: Behind, repeated: int
) -> None:
    person = invent()
    text = person.story * repeated
    assert Caller(nginx.address).call("POST", "/api/message", {"text": text})[0] == 200
    assert text.encode() in behind.requests[-1]
    behind.requests.clear()
    assert [str(hit) for pid in family(nginx.pid) for hit in in_memory(pid, [person])] == []


def test_a_flood_on_one_connection_is_refused_and_another_is_not_hindered(nginx: NginxServer) -> None:
    once = b"GET /api/health HTTP/1.1\r\nHost: w\r\n\r\n"
    last = b"GET /api/health HTTP/1.1\r\nHost: w\r\nConnection: close\r\n\r\n"
    answers = raw(nginx, once * 400 + last)
    assert b"HTTP/1.1 429" in answers
    assert answers.count(b"HTTP/1.1 200") >= 100
    assert b'"too_many"' in answers
    assert Caller(nginx.address).call("GET", "/api/health")[0] == 200


@pytest.mark.slow
def test_senders_that_never_come_to_an_end_are_let_go(nginx: NginxServer) -> None:
    begun = [
        b"GET / HTTP/1.1\r\nHost: w\r\nX-Slow: ",
        b"P",
        LINE + b"Content-Length: 100\r\n\r\n{",
        LINE + b"Transfer-Encoding: chunked\r\n\r\n5\r\n{",
    ]
    with ThreadPoolExecutor(len(begun)) as pool:
        answers = list(pool.map(lambda request: raw(nginx, request), begun))
    assert all(status(answer) in (0, 408) for answer in answers)


def test_when_nobody_is_there_the_answer_says_whom_to_ring(alone: NginxServer) -> None:
    code, headers, body = Caller(alone.address).call("POST", "/api/message", {"session": "s" * 32, "text": CANARY})
    assert code == 503
    assert headers["cache-control"] == "no-store"
    assert body["error"]["code"] == "not_ready"
    phones = {message["card"]["phone"] for message in body["messages"]}
    assert {"999", "0808 800 5000", "101", "0800 1111"} <= phones
    assert {message["card"]["open_now"] for message in body["messages"]} == {None}


def test_the_page_too_says_whom_to_ring(alone: NginxServer) -> None:
    code, headers, page = Caller(alone.address).call("GET", "/")
    assert code == 503
    assert headers["content-type"].startswith("text/html")
    assert b'href="tel:999"' in page
    assert b'href="tel:08088005000"' in page
    assert b"closed now" not in page


def test_nothing_about_anybody_is_written(nginx: NginxServer, alone: NginxServer) -> None:
    for server in (nginx, alone):
        caller = Caller(server.address)
        caller.call("POST", "/api/message", {"text": CANARY * 10_000})
        caller.call("GET", f"/{CANARY}")
        raw(server, b"GET /" + CANARY.encode() * 2000 + b" HTTP/1.1\r\nHost: w\r\n\r\n")
        for file in server.written():
            text = file.read_text(errors="replace")
            assert CANARY not in text
            assert "127.0.0.1" not in text


def test_what_it_refuses_is_made_from_the_contacts_at_every_start(nginx: NginxServer, tmp_path: Path) -> None:
    from bot.refusals import main, refusals

    assert main([str(tmp_path)]) == 0
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == refusals()
    assert main([]) == 2
