"""What a person must get when no answer can be given."""

from __future__ import annotations

from typing import Any


def assert_whom_to_ring(answer: tuple[int, dict[str, str], Any]) -> None:
    """A 503 in plain words, with when to try again and the numbers that take anybody from anywhere."""
    status, headers, body = answer
    assert status == 503, answer
    assert headers["retry-after"]
    assert body["error"]["code"] == "not_ready"
    assert "999" in body["error"]["message"]
    assert {"999", "0808 800 5000", "101"} <= {message["card"]["phone"] for message in body["messages"]}
