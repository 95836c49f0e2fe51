import asyncio
import json
from collections.abc import AsyncIterator, Iterator

import pytest
from aiohttp import web
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig

from bot import answer_check
from bot.action_endpoint import ActionEndpoint, ActionServerAway
from bot.processes import free_port
from tests.line import Line


class Echo:
    """An action server that answers with what it was asked, and counts connections."""

    def __init__(self) -> None:
        self.connections: set[int] = set()
        self.waits_for: dict[str, asyncio.Event] = {}

    async def webhook(self, request: web.Request) -> web.Response:
        self.connections.add(id(request.transport))
        asked = await request.json()
        if asked.get("turn") in self.waits_for:
            await self.waits_for[asked["turn"]].wait()
        return web.json_response({"events": [], "responses": [], "asked": asked})

    async def health(self, _: web.Request) -> web.Response:
        return web.json_response({})


@pytest.fixture
async def echo() -> AsyncIterator[tuple[Echo, int]]:
    server, port = Echo(), free_port()
    app = web.Application(client_max_size=2_000_000)
    app.add_routes([web.post("/webhook", server.webhook), web.get("/health", server.health)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield server, port
    await runner.cleanup()


@pytest.fixture
def line(echo: tuple[Echo, int]) -> Iterator[Line]:
    made = Line(echo[1])
    yield made
    made.close()


@pytest.fixture
async def endpoint(line: Line) -> AsyncIterator[ActionEndpoint]:
    made = ActionEndpoint(EndpointConfig(f"http://127.0.0.1:{line.port}/webhook", enable_selective_domain=True), 0.3)
    yield made
    await made.close()


async def test_it_asks_and_gives_the_answer(endpoint: ActionEndpoint) -> None:
    answer = await endpoint.request(json={"next_action": "action_tell"}, timeout=300)
    assert answer["asked"] == {"next_action": "action_tell"}


async def test_it_keeps_the_options_of_endpoints_yml(endpoint: ActionEndpoint) -> None:
    assert endpoint.kwargs == {"enable_selective_domain": True}


async def test_it_keeps_its_connection(endpoint: ActionEndpoint, echo: tuple[Echo, int]) -> None:
    for _ in range(5):
        await endpoint.request(json={})
    assert len(echo[0].connections) == 1


@pytest.mark.parametrize("fault", ["cut", "silent", "failing", "refusing"])
async def test_whatever_goes_wrong_it_says_that_the_server_is_away_and_quotes_nothing(
    endpoint: ActionEndpoint, line: Line, fault: str
) -> None:
    with line.faulty(fault), pytest.raises(ActionServerAway) as caught:
        await endpoint.request(json={"sender_id": "Tatiana"})
    assert "Tatiana" not in str(caught.value)
    assert await endpoint.request(json={})


async def test_it_does_not_wait_longer_than_it_may(endpoint: ActionEndpoint, line: Line) -> None:
    begun = asyncio.get_running_loop().time()
    with line.faulty("silent"), pytest.raises(ActionServerAway):
        await endpoint.request(json={})
    assert asyncio.get_running_loop().time() - begun < 1.0


async def test_an_answer_that_comes_too_late_is_nobody_elses(endpoint: ActionEndpoint, echo: tuple[Echo, int]) -> None:
    echo[0].waits_for["slow"] = asyncio.Event()
    with pytest.raises(ActionServerAway):
        await endpoint.request(json={"turn": "slow"})
    echo[0].waits_for["slow"].set()
    for turn in range(5):
        assert (await endpoint.request(json={"turn": turn}))["asked"] == {"turn": turn}


async def test_calls_at_the_same_time_get_each_their_own_answer(line: Line) -> None:
    patient = ActionEndpoint(EndpointConfig(f"http://127.0.0.1:{line.port}/webhook"), 30)
    answers = await asyncio.gather(*(patient.request(json={"turn": turn}) for turn in range(200)))
    await patient.close()
    assert [answer["asked"]["turn"] for answer in answers] == list(range(200))


async def test_a_long_answer_comes_whole(line: Line) -> None:
    patient, long = (
        ActionEndpoint(EndpointConfig(f"http://127.0.0.1:{line.port}/webhook"), 30),
        {"turn": "x" * 1_000_000},
    )
    assert (await patient.request(json=long))["asked"] == long
    await patient.close()


async def test_a_connection_that_died_while_nobody_spoke_costs_no_answer(endpoint: ActionEndpoint, line: Line) -> None:
    await endpoint.request(json={})
    with line.faulty("cut"):
        pass  # everybody is hung up on, and then the line is well again
    assert await endpoint.request(json={})


async def test_it_knows_whether_the_server_is_well(endpoint: ActionEndpoint, line: Line) -> None:
    assert await endpoint.answers()
    for fault in ("cut", "failing"):
        with line.faulty(fault):
            assert not await endpoint.answers()


@pytest.mark.parametrize(
    "answer",
    [
        {"events": "none", "responses": []},
        {"events": [], "responses": 5},
        {"events": [], "responses": ["a"]},
        {"events": [{"event": "no such"}], "responses": []},
        {"events": [{"event": "restart"}], "responses": []},
        {"events": [{"event": "followup", "name": "action_tell"}], "responses": []},
        {"events": [{"event": "slot", "name": "state"}], "responses": []},
        {"events": []},
        {"responses": []},
        [],
        None,
        "ok",
        5,
    ],
)
def test_an_answer_that_no_action_of_ours_gives_is_refused(answer: object) -> None:
    answer_check.install()
    with pytest.raises(ActionServerAway):
        RemoteAction("action_tell", None)._validate_action_result(answer)


def test_an_answer_of_our_actions_is_taken() -> None:
    answer_check.install()
    answer = {"events": [{"event": "slot", "name": "state", "value": {}, "timestamp": None}], "responses": [{}]}
    assert RemoteAction("action_tell", None)._validate_action_result(json.loads(json.dumps(answer)))


async def test_what_every_action_of_ours_really_gives_is_taken() -> None:
    from rasa_sdk.executor import ActionExecutor

    answer_check.install()
    executor = ActionExecutor()
    executor.register_package("actions")
    assert len(executor.actions) >= 6
    for name in executor.actions:
        tracker = {
            "sender_id": "s",
            "slots": {"state": None},
            "latest_message": {"codes": {"choices": ["parent"]}},
            "events": [],
        }
        answer = await executor.run({"next_action": name, "tracker": tracker, "domain": {}})
        assert RemoteAction(name, None)._validate_action_result(json.loads(json.dumps(answer)))
