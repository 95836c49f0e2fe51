"""The way to the action server: kept connections, a short time limit, and no words in what goes wrong."""

import asyncio
import json
from typing import Any

import aiohttp
from rasa.utils.endpoints import EndpointConfig
from yarl import URL

_KEPT_SECONDS = 15.0  # less than the action server keeps them, so that it is never the one to hang up first
_HEALTH_SECONDS = 1.0


class ActionServerAway(aiohttp.ClientConnectionError):
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
        self._timeout = aiohttp.ClientTimeout(total=seconds)
        self._session: aiohttp.ClientSession | None = None

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
        body = json.dumps(kwargs.get("json"), separators=(",", ":")).encode()
        try:
            answer = await asyncio.wait_for(self._call(method, body), self._timeout.total)
            return json.loads(answer)
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError, ValueError) as error:
            raise ActionServerAway(type(error).__name__) from None

    async def answers(self) -> bool:
        """Whether the action server says that it is well, within a second."""
        address = URL(str(self.url)).with_path("/health")
        try:
            async with self._connections().get(
                address, timeout=aiohttp.ClientTimeout(total=_HEALTH_SECONDS)
            ) as response:
                return response.status == 200
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError):
            return False

    async def close(self) -> None:
        """Close the kept connections."""
        if self._session is not None:
            await self._session.close()

    async def _call(self, method: str, body: bytes) -> bytes:
        try:
            return await self._call_once(method, body)
        except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError):
            # A kept connection of an action server that has been started anew. Actions change nothing outside their
            # answer, so asking twice is asking once.
            return await self._call_once(method, body)

    async def _call_once(self, method: str, body: bytes) -> bytes:
        headers = {"Content-Type": "application/json"}
        async with self._connections().request(method, str(self.url), data=body, headers=headers) as response:
            if response.status != 200:
                raise ActionServerAway(f"status {response.status}")
            return await response.read()

    def _connections(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=64, keepalive_timeout=_KEPT_SECONDS)
            self._session = aiohttp.ClientSession(timeout=self._timeout, connector=connector, trust_env=False)
        return self._session
