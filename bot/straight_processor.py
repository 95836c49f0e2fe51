"""Rasa's processor without what it does for a log that Waymark does not keep.

Around every action Rasa copies the whole tracker, in case the action is refused and a policy's events must be undone,
and makes deep copies of all that was said, to log them. Before every action it looks for slots that the message fills.
Waymark logs nothing of a conversation, no action of it refuses, and its one slot is filled by the actions alone. Rasa
also makes each action anew, and looks for the class of each event among all that there are.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from rasa.core.actions.action import Action, ActionExecutionRejection, action_for_index
from rasa.core.channels.channel import OutputChannel
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.exceptions import ActionLimitReached
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.slot_mappings import SlotMappingType
from rasa.shared.core.trackers import DialogueStateTracker


class StraightProcessor(MessageProcessor):
    """Takes the same turns as Rasa's own processor: the same events on the tracker, the same messages sent."""

    _fills_slots: bool
    _actions: dict[int, Action]

    @classmethod
    def of(cls, processor: MessageProcessor) -> StraightProcessor:
        """The same processor, going straight."""
        straight = cls.__new__(cls)
        straight.__dict__.update(vars(processor))
        straight._fills_slots = fills_slots(processor.domain)
        straight._actions = {}
        _remember_the_kinds_of_events()
        return straight

    def predict_next_with_tracker_if_should(self, tracker: DialogueStateTracker) -> tuple[Action, PolicyPrediction]:
        """The next action and what predicts it. Raises ActionLimitReached when a turn takes too many."""
        if self.is_action_limit_reached(tracker, self.should_predict_another_action(tracker.latest_action_name)):
            raise ActionLimitReached("too many actions in one turn")
        prediction = self._predict_next_with_tracker(tracker)
        index = prediction.max_confidence_index
        action = self._actions.get(index)
        if action is None:
            action = self._actions[index] = action_for_index(index, self.domain, self.action_endpoint)
        return action, prediction

    async def run_action_extract_slots(
        self, output_channel: OutputChannel, tracker: DialogueStateTracker
    ) -> DialogueStateTracker:
        """The tracker with the slots that the message fills: none, where only actions fill any."""
        if self._fills_slots:
            return await super().run_action_extract_slots(output_channel, tracker)
        return tracker

    async def _run_action(
        self,
        action: Action,
        tracker: DialogueStateTracker,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        prediction: PolicyPrediction,
    ) -> bool:
        """Run an action, put its events on the tracker and send what it says; whether another may follow.

        Raises what the action raises: a turn that fails leaves the session as it was (bot.conversation).
        """
        try:
            events = await action.run(output_channel, nlg, tracker, self.domain) or []
        except ActionExecutionRejection:
            raise RuntimeError(f"{action.name()} was refused, which no action of Waymark may be") from None
        tracker.update_with_events(prediction.events, self.domain)
        tracker.update(action.event_for_successful_execution(prediction))
        tracker.update_with_events(events, self.domain)
        await self.execute_side_effects(events, tracker, output_channel)
        return bool(self.should_predict_another_action(action.name()))


def fills_slots(domain: Domain) -> bool:
    """Whether what is said may fill a slot without an action of ours: by any mapping that is not `custom`."""
    return any(
        mapping.get("type") != SlotMappingType.CUSTOM.value or mapping.get("action")
        for slot in domain.slots
        for mapping in slot.mappings
    )


def _remember_the_kinds_of_events() -> None:
    found: Any = cache(Event.resolve_by_type)
    setattr(Event, "resolve_by_type", staticmethod(found))  # noqa: B010 (a method of Rasa's, replaced on purpose)
