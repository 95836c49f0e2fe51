from types import SimpleNamespace

import pytest
from sanic.compat import Header

from bot.errors import ApiError
from bot.request_framing import refuse_unclear_framing


def request(*headers: tuple[str, str]) -> SimpleNamespace:
    return SimpleNamespace(headers=Header(list(headers)), stream=SimpleNamespace(keep_alive=True))


@pytest.mark.parametrize(
    "headers",
    [(), [("content-length", "0")], [("content-length", "17")], [("transfer-encoding", "chunked")]],
)
async def test_one_length_or_one_coding_is_clear(headers: list) -> None:
    asked = request(*headers)
    await refuse_unclear_framing(asked)  # type: ignore[arg-type]
    assert asked.stream.keep_alive


@pytest.mark.parametrize(
    "headers",
    [
        [("content-length", "5"), ("content-length", "17")],
        [("content-length", "5"), ("content-length", "5")],
        [("content-length", "5"), ("transfer-encoding", "chunked")],
        [("transfer-encoding", "chunked"), ("transfer-encoding", "identity")],
        [("transfer-encoding", "gzip, chunked")],
        [("content-length", "1_7")],
        [("content-length", "+5")],
        [("content-length", "\u0665")],
    ],
)
async def test_what_two_readers_could_cut_differently_is_refused_and_the_connection_ends(headers: list) -> None:
    asked = request(*headers)
    with pytest.raises(ApiError) as caught:
        await refuse_unclear_framing(asked)  # type: ignore[arg-type]
    assert caught.value.status == 400
    assert not asked.stream.keep_alive
