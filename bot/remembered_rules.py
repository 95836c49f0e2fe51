"""What the rules say, remembered. There are six rules, and a tracker holds one turn only (bot.sessions), so what comes
next follows from its intent and its last action.

Rasa builds the states of the whole dialogue anew for every prediction and compares them with every rule, twice a turn.
That took more time than the action between the two.
"""

from __future__ import annotations

from copy import copy
from typing import Any, Final

from rasa.core.policies.policy import PolicyPrediction
from rasa.engine.constants import PLACEHOLDER_TRACKER
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from bot.straight_runner import StraightRunner

_MOST: Final = 100  # six intents, and the actions that may have gone before


class RememberedRules:
    """Runs a graph; of the predictions for `target`, each is worked out once.

    Where slots, entities or forms have a say in what comes next, nothing is remembered.
    """

    def __init__(self, runner: StraightRunner, domain: Domain, target: str | None) -> None:
        self._runner, self._targets = runner, [target]
        self._remembers = not (
            domain.entities or domain.form_names or any(slot.influence_conversation for slot in domain.slots)
        )
        self._predictions: dict[tuple[str | None, str | None], PolicyPrediction] = {}

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """See `StraightRunner.run`."""
        tracker = (inputs or {}).get(PLACEHOLDER_TRACKER)
        if not self._remembers or targets != self._targets or not isinstance(tracker, DialogueStateTracker):
            return self._runner.run(inputs, targets)
        said = tracker.latest_message.intent.get("name") if tracker.latest_message else None
        key = (said, tracker.latest_action_name)
        if key not in self._predictions:
            found: PolicyPrediction = self._runner.run(inputs, targets)[targets[0]]
            if len(self._predictions) < _MOST:
                self._predictions[key] = _own(found)
            return {targets[0]: found}
        return {targets[0]: _own(self._predictions[key])}


def _own(prediction: PolicyPrediction) -> PolicyPrediction:
    """The prediction with lists and events of its own: a turn may do with them what it likes."""
    own = copy(prediction)
    own.probabilities = list(prediction.probabilities)
    own.events = [copy(event) for event in prediction.events]
    own.optional_events = [copy(event) for event in prediction.optional_events]
    return own
