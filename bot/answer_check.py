"""The check of what the action server answers: what our actions give, and nothing else.

Rasa reads its own JSON schema anew for every answer, which takes 18 ms of a 20 ms turn, and it lets through whatever an
action server of any project may send: restarts, follow-up actions, whole user messages. An action of ours sets a slot
and sends messages; anything else is no answer.
"""

from collections.abc import Mapping
from typing import Any

from rasa.core.actions.action import RemoteAction

from bot.action_endpoint import ActionServerAway


def install() -> None:
    """Let every remote action of this process use this check."""

    def validate(_: RemoteAction, answer: Any) -> bool:
        if not _is_answer(answer):
            raise ActionServerAway("not an answer")
        return True

    setattr(RemoteAction, "_validate_action_result", validate)  # noqa: B010 (a method of Rasa's, replaced on purpose)


def _is_answer(answer: Any) -> bool:
    if not isinstance(answer, Mapping):
        return False
    events, responses = answer.get("events"), answer.get("responses")
    return (
        isinstance(events, list)
        and isinstance(responses, list)
        and all(map(_sets_a_slot, events))
        and all(isinstance(response, Mapping) for response in responses)
    )


def _sets_a_slot(event: Any) -> bool:
    return (
        isinstance(event, Mapping)
        and event.get("event") == "slot"
        and isinstance(event.get("name"), str)
        and "value" in event
    )
