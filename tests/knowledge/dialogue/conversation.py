"""A conversation with the dialogue alone: codes in, messages out, the state written down and read back at every turn as the tracker does."""

from __future__ import annotations

import json
from typing import Any

from knowledge import clock
from knowledge.dialogue import turns
from knowledge.dialogue.heard import Heard
from knowledge.dialogue.message import Message, each_contact_once
from knowledge.dialogue.state import State

OFFICE, EVENING = "2026-11-23T11:00", "2026-11-21T23:10"


class Conversation:
    """One conversation. `said` are the messages of the newest turn."""

    def __init__(self, audience: str | None = "parent", area: str | None = None, at: str = EVENING) -> None:
        self.moment = clock.parse(at)
        self.said: list[Message] = []
        self.state = State()
        self._keep(turns.start(audience, area, self.moment))

    def tell(self, **codes: Any) -> Conversation:
        """A message in words, given as its codes; a route, a command or a question goes the way the rules send it."""
        heard = Heard.from_codes(codes)
        if heard.routes:
            self._keep(turns.route(self.state, heard, self.moment))
        elif heard.command:
            self._keep(turns.command(self.state, heard.command, self.moment))
        elif codes.get("question"):
            self._keep(turns.answer_question(self.state, heard, self.moment))
        else:
            self._keep(turns.tell(self.state, heard, self.moment))
        return self

    def story(self, *names: str, **codes: Any) -> Conversation:
        """A description of behaviours, the likeliest first."""
        ranked = [{"id": name, "score": 0.9 - 0.1 * place} for place, name in enumerate(names)]
        return self.tell(behaviours=ranked, in_scope=0.95, **codes)

    def choose(self, *values: str) -> Conversation:
        """Offered choices; the channel would refuse any other."""
        assert set(values) <= set(self.state.offered), f"{values} not among {self.state.offered}"
        self._keep(turns.choose(self.state, values, self.moment))
        return self

    @property
    def asks(self) -> str | None:
        """What the newest turn wants to know."""
        return next((message["asks"] for message in reversed(self.said) if "asks" in message), None)

    def card(self, kind: str) -> dict[str, Any]:
        """The first card of a kind in the newest turn. Fails when there is none."""
        cards = [message["card"] for message in self.said if message.get("card", {}).get("kind") == kind]
        assert cards, f"no {kind} card in {self.said}"
        return dict(cards[0])

    @property
    def text(self) -> str:
        """Everything said in the newest turn."""
        return "\n".join(message["text"] for message in self.said)

    def _keep(self, turn: turns.Turn) -> None:
        state, messages = turn
        self.said = each_contact_once(messages)
        self.state = State.from_codes(json.loads(json.dumps(state.as_codes())))
        json.dumps(self.said)


def touching(**codes: object) -> Conversation:
    """A story about touching between children, with more codes; it waits to be confirmed."""
    return Conversation().story("touch_child_private_parts", "curious_bodies", "mutual_sexual_touching", **codes)
