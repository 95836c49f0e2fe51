"""One turn of one session: codes in, messages out, or the session as it was before."""

import json
import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, TypeVar

from async_timeout import timeout
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from bot.codes import intent_of, kept_codes
from bot.counts_keeper import CountsKeeper
from bot.errors import ApiError, not_offered, not_ready, unknown_session
from bot.privacy import named
from bot.request_shape import Chosen, Opening, Said
from bot.sessions import SessionEnded, SessionStore
from bot.settings import Settings
from bot.understanding import Understanding
from knowledge.dialogue.typed_choice import meant

log = logging.getLogger("waymark.conversation")

NOT_KEPT: Final = "[not kept]"  # stands where Rasa keeps the text of a message
_CHANNEL: Final = "waymark"
_STATE: Final = "state"  # the slot of the actions; `offered` and `multiple` in it are the contract with them
_CHOICE: Final = {"name": "choice", "confidence": 1.0}

Message = dict[str, Any]
_T = TypeVar("_T")


class Conversation:
    """What the channel can do with sessions.

    Every method answers within `settings.turn_seconds` or raises ApiError 503.
    """

    def __init__(
        self,
        agent: Agent,
        store: SessionStore,
        understanding: Understanding,
        settings: Settings,
        counts: CountsKeeper | None = None,
    ) -> None:
        self._agent, self._store, self._understanding = agent, store, understanding
        self._counts = counts
        self._turn_seconds = settings.turn_seconds

    async def open(self, opening: Opening) -> tuple[str, list[Message]]:
        """Begin a session: its id (192 random bits) and the first messages.

        Raises ApiError 503, and then there is no session.
        """
        session = secrets.token_urlsafe(24)
        return session, await self._in_time(self._open(session, {"audience": opening.audience, "area": opening.area}))

    async def answer(self, sent: Said | Chosen, counted: Callable[[str], Awaitable[None]]) -> list[Message]:
        """Answer words or a choice. `counted` is awaited with the session, once it is known that there is one.

        Raises ApiError 404 for an unknown session, 422 for a choice that was not offered, 503 when no answer can be
        given, and what `counted` raises.
        """
        return await self._in_time(self._answer(sent, counted))

    async def end(self, session: str) -> None:
        """Forget a session. Raises ApiError 404 when there is none, 503 when sessions cannot be reached."""
        if not await self._in_time(self._store.sessions.end(session)):
            raise unknown_session()

    async def _open(self, session: str, codes: dict[str, Any]) -> list[Message]:
        async with self._store.first_turn(session):
            return await self._dialogue(session, {"name": "start", "confidence": 1.0}, codes)

    async def _answer(self, sent: Said | Chosen, counted: Callable[[str], Awaitable[None]]) -> list[Message]:
        kept = await self._store.sessions.look(sent.session)
        if kept is None:
            raise unknown_session()
        await counted(sent.session)
        if isinstance(sent, Chosen):
            return await self._turn(sent.session, _CHOICE, {"choices": list(sent.choices)}, sent)
        typed = _typed_choice(sent, json.loads(kept))
        if typed is not None:
            return await self._turn(sent.session, _CHOICE, {"choices": [typed]})
        parsed = await self._understanding.parse(sent.text)
        return await self._turn(sent.session, intent_of(parsed), kept_codes(parsed))

    async def _in_time(self, call: Awaitable[_T]) -> _T:
        try:
            async with timeout(self._turn_seconds):
                return await call
        except ApiError:
            raise
        except Exception as error:  # whatever it is, the person gets the emergency contacts
            log.error("no answer: %s", named(error))
            raise not_ready() from None

    async def _turn(
        self, session: str, intent: dict[str, Any], codes: dict[str, Any], chosen: Chosen | None = None
    ) -> list[Message]:
        """One turn, after any that the same session has under way. A turn that fails leaves the session as it was."""
        try:
            async with self._store.turn(session) as turn:
                if chosen is not None and not _offered(json.loads(turn.before), chosen):
                    raise not_offered()
                messages = await self._dialogue(session, intent, codes)
        except SessionEnded:
            raise unknown_session() from None
        if self._counts is not None:
            self._counts.turn(turn.before, turn.after, messages)
        return messages

    async def _dialogue(self, session: str, intent: dict[str, Any], codes: dict[str, Any]) -> list[Message]:
        parse_data = {"text": NOT_KEPT, "intent": intent, "entities": [], "codes": codes}
        collected = CollectingOutputChannel()
        message = UserMessage(NOT_KEPT, collected, session, parse_data=parse_data, input_channel=_CHANNEL)
        if self._agent.processor is None:
            raise not_ready()
        await self._agent.processor.handle_message(message)
        messages = [sent["custom"] for sent in collected.messages if "custom" in sent]
        if not messages or len(messages) != len(collected.messages) or not all(map(_is_message, messages)):
            # Rasa goes on without an action that failed: the only trace is that nothing, or nothing sensible, was said.
            log.error("no answer from the actions")
            raise not_ready()
        return messages


def _typed_choice(said: Said, slots: Mapping[str, Any]) -> str | None:
    """The offered choice whose title or code was typed, if it was."""
    state = slots.get(_STATE) or {}
    return meant(said.text, state.get("offered") or (), state.get("audience"))


def _offered(slots: Mapping[str, Any], chosen: Chosen) -> bool:
    state = slots.get(_STATE)
    if not isinstance(state, Mapping) or not isinstance(state.get("offered"), list):
        return False
    several = len(chosen.choices) > 1
    return all(choice in state["offered"] for choice in chosen.choices) and (bool(state.get("multiple")) or not several)


def _is_message(message: Any) -> bool:
    return isinstance(message, dict) and isinstance(message.get("text"), str)
