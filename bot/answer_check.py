"""The check of what the action server answers: what our actions give, and nothing else.

Rasa reads its own JSON schema anew for every answer, which takes 18 ms of a 20 ms turn, and it lets through whatever an
action server of any project may send: restarts, follow-up actions, whole user messages. An action of ours sets a slot
and sends messages; anything else is no answer.
"""

from typing import Any, Final

from jsonschema import Draft202012Validator
from rasa.core.actions.action import RemoteAction

from bot.action_endpoint import ActionServerAway

_ANSWER: Final = {
    "type": "object",
    "properties": {
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"event": {"const": "slot"}, "name": {"type": "string"}},
                "required": ["event", "name", "value"],
            },
        },
        "responses": {"type": "array", "items": {"type": "object"}},
    },
    "required": ["events", "responses"],
}


def install() -> None:
    """Let every remote action of this process use this check."""
    check = Draft202012Validator(_ANSWER)

    def validate(_: RemoteAction, answer: Any) -> bool:
        if not check.is_valid(answer):
            raise ActionServerAway("not an answer")
        return True

    setattr(RemoteAction, "_validate_action_result", validate)  # noqa: B010 (a method of Rasa's, replaced on purpose)
