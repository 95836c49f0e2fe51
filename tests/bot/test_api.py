"""The chat API over real HTTP: what each call answers when it is used as it should be."""

import concurrent.futures
import http.client

import pytest

from tests.running import HOST_SITE, Caller


def offered(messages: list[dict]) -> list[str]:
    return [choice["value"] for message in messages for choice in message.get("choices", [])]


def test_health_says_ok_once_a_message_can_be_answered(caller: Caller) -> None:
    assert caller.call("GET", "/api/health")[::2] == (200, {"status": "ok"})


def test_a_session_begins_with_messages_and_an_id_that_cannot_be_guessed(caller: Caller) -> None:
    status, _, first = caller.call("POST", "/api/session", {})
    _, _, second = caller.call("POST", "/api/session")
    assert status == 201
    assert first["messages"]
    assert all(isinstance(message["text"], str) for message in first["messages"])
    assert len(first["session"]) == 32
    assert first["session"] != second["session"]


@pytest.mark.parametrize("audience", ["parent", "school", "helpline"])
@pytest.mark.parametrize("area", ["stoke", "staffordshire", "south_gloucestershire", "elsewhere"])
def test_a_session_may_begin_with_who_asks_and_where(caller: Caller, audience: str, area: str) -> None:
    status, _, body = caller.call("POST", "/api/session", {"audience": audience, "area": area})
    assert status == 201
    assert "audience" not in [message.get("asks") for message in body["messages"]]


def test_words_are_answered(caller: Caller) -> None:
    session = caller.open(audience="parent")
    status, _, body = caller.say(session, "My daughter is five and she keeps lifting her dress up at nursery.")
    assert status == 200
    assert body["messages"]
    assert all(set(message) <= {"text", "asks", "choices", "multiple", "card"} for message in body["messages"])


def test_an_offered_choice_is_taken(caller: Caller) -> None:
    _, _, opened = caller.call("POST", "/api/session", {})
    choice = offered(opened["messages"])[0]
    status, _, body = caller.choose(opened["session"], choice)
    assert status == 200
    assert body["messages"] != opened["messages"]


def test_a_choice_may_also_come_as_a_list_of_one(caller: Caller) -> None:
    _, _, opened = caller.call("POST", "/api/session", {})
    sent = {"session": opened["session"], "choices": offered(opened["messages"])[:1]}
    assert caller.call("POST", "/api/message", sent)[0] == 200


def test_several_choices_are_refused_where_one_is_asked_for(caller: Caller) -> None:
    _, _, opened = caller.call("POST", "/api/session", {})
    assert not any(message.get("multiple") for message in opened["messages"])
    sent = {"session": opened["session"], "choices": offered(opened["messages"])[:2]}
    assert caller.call("POST", "/api/message", sent)[0] == 422


def test_what_was_offered_before_is_not_offered_any_more(caller: Caller) -> None:
    _, _, opened = caller.call("POST", "/api/session", {})
    first = offered(opened["messages"])[0]
    _, _, body = caller.choose(opened["session"], first)
    assert first not in offered(body["messages"])
    assert caller.choose(opened["session"], first)[0] == 422


def test_a_session_that_was_ended_is_gone(caller: Caller) -> None:
    session = caller.open()
    assert caller.end(session) == 204
    status, _, body = caller.say(session, "hello")
    assert (status, body["error"]["code"]) == (404, "unknown_session")
    assert caller.end(session) == 404


def test_two_messages_at_once_in_one_session_are_both_answered(caller: Caller) -> None:
    session = caller.open(audience="parent")
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda text: caller.say(session, text), ["He is 8.", "I don't know.", "no", "help"]))
    assert [status for status, _, _ in answers] == [200] * 4
    assert all(body["messages"] for _, _, body in answers)


def test_sessions_at_once_do_not_get_each_others_answers(caller: Caller) -> None:
    audiences = ["parent", "school", "helpline"] * 8
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        sessions = list(pool.map(lambda audience: caller.open(audience=audience), audiences))
        said = list(pool.map(lambda session: caller.say(session, "He is 8 and was looking at pictures."), sessions))
    alone = {
        audience: caller.say(caller.open(audience=audience), "He is 8 and was looking at pictures.")[2]
        for audience in set(audiences)
    }
    assert all(body == alone[audience] for audience, (_, _, body) in zip(audiences, said, strict=True))


def test_every_answer_carries_the_security_headers(caller: Caller) -> None:
    for method, path in (("GET", "/api/health"), ("POST", "/api/session"), ("GET", "/"), ("GET", "/nothing")):
        _, headers, _ = caller.call(method, path)
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "set-cookie" not in headers
        assert "access-control-allow-origin" not in headers
        assert "server" not in headers


@pytest.mark.parametrize(("origin", "allowed"), [("https://evil.example", None), (HOST_SITE, HOST_SITE)])
def test_only_a_site_that_was_named_may_call_from_a_browser(caller: Caller, origin: str, allowed: str | None) -> None:
    connection = http.client.HTTPConnection(caller.address.removeprefix("http://"))
    for method, path in (("OPTIONS", "/api/session"), ("OPTIONS", "/api/message"), ("GET", "/static/waymark-chat.js")):
        connection.request(method, path, headers={"Origin": origin, "Access-Control-Request-Method": "POST"})
        answer = connection.getresponse()
        answer.read()
        assert answer.status in (200, 204)
        assert answer.headers["Access-Control-Allow-Origin"] == allowed
        assert answer.headers["Access-Control-Allow-Credentials"] is None
    connection.close()


def test_the_page_and_its_files_are_served(caller: Caller) -> None:
    status, headers, body = caller.call("GET", "/")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert b"<!doctype html>" in body.lower()
    status, headers, _ = caller.call("GET", "/static/page.css")
    assert (status, headers["content-type"], headers["cache-control"]) == (200, "text/css; charset=utf-8", "no-cache")


def test_a_file_that_the_browser_has_is_not_sent_again(caller: Caller) -> None:
    tag = caller.call("GET", "/static/page.css")[1]["etag"]
    connection = http.client.HTTPConnection(caller.address.removeprefix("http://"))
    connection.request("GET", "/static/page.css", headers={"If-None-Match": tag})
    assert connection.getresponse().status == 304
    connection.close()


@pytest.mark.parametrize(
    "path",
    [
        "/static/../server.py",
        "/static/%2e%2e/server.py",
        "/static/..%2f..%2fdomain.yml",
        "/static//etc/passwd",
        "/static/",
        "/static/nothing.js",
        "/model",
        "/conversations/a/tracker",
        "/webhooks/rest/webhook",
        "/webhooks/waymark",
        "/version",
        "/status",
        "/api",
        "/api/",
        "/api/session/x",
    ],
)
def test_nothing_else_is_there(caller: Caller, path: str) -> None:
    status, _, body = caller.call("GET", path)
    assert (status, body["error"]["code"]) == (404, "not_found")
