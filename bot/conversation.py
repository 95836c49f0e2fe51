"""One turn of one session: codes in, messages out, or the session as it was before."""

import asyncio
import json
import logging
import secrets
from collections.abc import Mapping
from typing import Any, Final

from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from bot.codes import intent_of, kept_codes
from bot.errors import ApiError, not_offered, not_ready, unknown_session
from bot.privacy import named
from bot.request_shape import Chosen, Opening, Said
from bot.sessions import SessionStore
from bot.settings import Settings
from bot.understanding import Understanding
from knowledge.dialogue.typed_choice import meant

log = logging.getLogger("waymark.conversation")

NOT_KEPT: Final = "[not kept]"  # stands where Rasa keeps the text of a message
_CHANNEL: Final = "waymark"
_STATE: Final = "state"  # the slot of the actions; `offered` and `multiple` in it are the contract with them
_LOCK_LOOK_SECONDS: Final = 0.01  # how often a message that waits for the one before it looks whether it is its turn
_CHOICE: Final = {"name": "choice", "confidence": 1.0}

Message = dict[str, Any]


class Conversation:
    """What the channel can do with sessions.

    Every method answers within `settings.turn_seconds` or raises ApiError 503.
    """

    def __init__(self, agent: Agent, store: SessionStore, understanding: Understanding, settings: Settings) -> None:
        self._agent, self._store, self._understanding = agent, store, understanding
        self._turn_seconds = settings.turn_seconds

    async def open(self, opening: Opening) -> tuple[str, list[Message]]:
        """Begin a session: its id (192 random bits) and the first messages.

        Raises ApiError 503, and then there is no session.
        """
        session = secrets.token_urlsafe(24)
        self._store.open(session)
        codes = {"audience": opening.audience, "area": opening.area}
        try:
            return session, await self._in_time(self._turn(session, {"name": "start", "confidence": 1.0}, codes))
        except BaseException:
            self._store.end(session)
            raise

    async def say(self, said: Said) -> list[Message]:
        """Answer words. Raises ApiError 404 for an unknown session, 503 when no answer can be given."""
        self.require(said.session)
        return await self._in_time(self._say(said))

    async def choose(self, chosen: Chosen) -> list[Message]:
        """Answer a choice. Raises ApiError 404 (unknown session), 422 (choice not offered) or 503 (no answer)."""
        self.require(chosen.session)
        codes = {"choices": list(chosen.choices)}
        return await self._in_time(self._turn(chosen.session, _CHOICE, codes, chosen))

    def require(self, session: str) -> None:
        """Raise ApiError 404 unless there is such a session."""
        if self._store.kept(session) is None:
            raise unknown_session()

    def end(self, session: str) -> None:
        """Forget a session. Raises ApiError 404 when there is none."""
        if not self._store.end(session):
            raise unknown_session()

    async def _say(self, said: Said) -> list[Message]:
        typed = self._typed_choice(said)
        if typed is not None:
            return await self._turn(said.session, _CHOICE, {"choices": [typed]})
        parsed = await self._understanding.parse(said.text)
        return await self._turn(said.session, intent_of(parsed), kept_codes(parsed))

    def _typed_choice(self, said: Said) -> str | None:
        """The offered choice whose title or code was typed, if it was."""
        state = json.loads(self._store.kept(said.session) or "{}").get(_STATE) or {}
        return meant(said.text, state.get("offered") or (), state.get("audience"))

    async def _in_time(self, turn: Any) -> list[Message]:
        try:
            messages: list[Message] = await asyncio.wait_for(turn, self._turn_seconds)
            return messages
        except ApiError:
            raise
        except Exception as error:  # whatever it is, the person gets the emergency contacts
            log.error("no answer: %s", named(error))
            raise not_ready() from None

    async def _turn(
        self, session: str, intent: dict[str, Any], codes: dict[str, Any], chosen: Chosen | None = None
    ) -> list[Message]:
        """One turn, after any that the same session has under way. A turn that fails leaves the session as it was."""
        async with self._agent.lock_store.lock(session, wait_time_in_seconds=_LOCK_LOOK_SECONDS):
            before = self._store.kept(session)
            if before is None:
                raise unknown_session()
            if chosen is not None and not _offered(json.loads(before), chosen):
                raise not_offered()
            try:
                return await self._dialogue(session, intent, codes)
            except BaseException:
                self._store.put_back(session, before)
                raise

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


def _offered(slots: Mapping[str, Any], chosen: Chosen) -> bool:
    state = slots.get(_STATE)
    if not isinstance(state, Mapping) or not isinstance(state.get("offered"), list):
        return False
    several = len(chosen.choices) > 1
    return all(choice in state["offered"] for choice in chosen.choices) and (bool(state.get("multiple")) or not several)


def _is_message(message: Any) -> bool:
    return isinstance(message, dict) and isinstance(message.get("text"), str)
