"""The chat API: the only way in. A Rasa input channel at `/api`."""

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.shared.exceptions import RasaException
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json

from bot import privacy, request_shape
from bot.conversation import Conversation
from bot.errors import not_ready
from bot.rate_limit import RateLimits
from bot.settings import Settings


class ChatApi(InputChannel):
    """Sessions made here, words or offered choices in, messages out: a caller names neither a session nor an intent."""

    def __init__(self) -> None:
        self._settings = Settings.from_environment()
        self._limits = RateLimits(self._settings)

    @classmethod
    def name(cls) -> str:
        """The channel's name in Rasa."""
        return "waymark"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> "ChatApi":
        """Make the channel for Rasa. Raises RasaException in a process that could print what people write."""
        if not privacy.protected():
            raise RasaException(
                "Waymark is started with `make run` (python -m bot.start): `rasa run` would log what people write."
            )
        return cls()

    def url_prefix(self) -> str:
        """The leading slash puts the channel at the root: Rasa joins it to `/webhooks/`."""
        return "/api"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The four calls. Rasa's own `on_new_message` is not used: a turn needs the lock and the session around it."""
        api = Blueprint("chat_api")

        @api.post("/session")
        async def open_session(request: Request) -> HTTPResponse:
            await self._limits.call()
            opening = request_shape.opening(request.body, self._settings)
            await self._limits.new_session()
            session, messages = await _conversation(request).open(opening)
            return json({"session": session, "messages": messages}, status=201)

        @api.post("/message")
        async def message(request: Request) -> HTTPResponse:
            await self._limits.call()
            sent = request_shape.message(request.body, self._settings)
            return json({"messages": await _conversation(request).answer(sent, self._limits.message)})

        @api.delete("/session", ignore_body=False)
        async def end_session(request: Request) -> HTTPResponse:
            await self._limits.call()
            await _conversation(request).end(request_shape.ending(request.body, self._settings).session)
            return empty()

        @api.get("/health")
        async def health(request: Request) -> HTTPResponse:
            if not await request.app.ctx.ready():
                raise not_ready()
            return json({"status": "ok"})

        return api


def _conversation(request: Request) -> Conversation:
    conversation: Conversation | None = getattr(request.app.ctx, "conversation", None)
    if conversation is None:
        raise not_ready()
    return conversation
