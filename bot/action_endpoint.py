"""The way to the action server: kept connections, a short time limit, and no words in what goes wrong."""

import asyncio
from typing import Any
from urllib.parse import urlsplit

import ujson
from aiohttp import ClientConnectionError
from async_timeout import timeout
from rasa.utils.endpoints import EndpointConfig

from bot.kept_connections import KeptConnections

_KEPT_SECONDS = 15.0  # less than the action server keeps them, so that it is never the one to hang up first
_HEALTH_SECONDS = 1.0


class ActionServerAway(ClientConnectionError):
    """The action server did not answer, not in time, or with something that is no answer.

    Rasa knows this type and goes on.
    """


class ActionEndpoint(EndpointConfig):
    """Rasa's endpoint, made fit for a person who waits.

    Rasa opens a new connection for every action and waits five minutes for it; its errors quote the answer, and the
    answer of a failing action server quotes the request. Here connections are kept, the limit is `seconds`, and errors
    name a type at most.
    """

    def __init__(self, endpoint: EndpointConfig, seconds: float) -> None:
        """Take address and options from `endpoint` (endpoints.yml)."""
        super().__init__(endpoint.url, endpoint.params, endpoint.headers, **endpoint.kwargs)
        self._seconds = seconds
        self._path = urlsplit(str(endpoint.url)).path or "/"
        self._connections = KeptConnections(str(endpoint.url), _KEPT_SECONDS)

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Any:
        """Call the action server with `kwargs["json"]` and give its JSON answer.

        Raises ActionServerAway for no answer, a slow one, a status other than 200 or an answer that is not JSON.
        """
        body = ujson.dumps(kwargs.get("json"), escape_forward_slashes=False).encode()
        try:
            async with timeout(self._seconds):
                status, answer = await self._connections.call("POST", self._path, body)
            if status != 200:
                raise ActionServerAway(f"status {status}")
            return ujson.loads(answer)
        except (asyncio.TimeoutError, OSError, ValueError) as error:
            raise ActionServerAway(type(error).__name__) from None

    async def answers(self) -> bool:
        """Whether the action server says that it is well, within a second."""
        try:
            async with timeout(_HEALTH_SECONDS):
                status, _ = await self._connections.call("GET", "/health")
            return status == 200
        except (asyncio.TimeoutError, OSError):
            return False

    async def close(self) -> None:
        """Close the kept connections."""
        self._connections.close()
