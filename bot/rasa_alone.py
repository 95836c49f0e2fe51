"""Rasa without TensorFlow, which it imports for components that Waymark does not use (DIET, TED and their kin).

The server takes half of the memory and half of the time to start without it. What is left out of Rasa are the list of
its own components, of which config.yml names one; those that need TensorFlow, of which only the names are asked for;
and a module of training that only they call. A config.yml that names one of them is refused by Rasa as it refuses a
name that it does not know.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, Final

_COMPONENTS: Final = "rasa.engine.recipes.default_components"
_TRAINING: Final = "rasa.utils.train_utils"
# Rasa's check of the configuration asks whether a component is one of these.
_NAMES: Final = {
    "rasa.nlu.classifiers.diet_classifier": "DIETClassifier",
    "rasa.nlu.selectors.response_selector": "ResponseSelector",
    "rasa.core.policies.ted_policy": "TEDPolicy",
}


class _Components(ModuleType):
    """Stands for Rasa's list of its own components. Each registers itself when it is imported."""

    @property
    def DEFAULT_COMPONENTS(self) -> list[type]:  # Rasa's name
        from rasa.core.policies.rule_policy import RulePolicy

        return [RulePolicy]


class _LeftOut(ModuleType):
    """Stands for a module; whoever uses it after all is told why it is not there."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise ImportError(f"{self.__name__}.{name} needs TensorFlow, which Waymark leaves out (bot/rasa_alone.py)")


def leave_tensorflow_out() -> None:
    """Call it before anything of Rasa is imported. Safe to call again."""
    sys.modules.setdefault(_COMPONENTS, _Components(_COMPONENTS))
    for module in (_TRAINING, *_NAMES):
        sys.modules.setdefault(module, _LeftOut(module))
    for module, name in _NAMES.items():
        vars(sys.modules[module]).setdefault(name, type(name, (), {}))
