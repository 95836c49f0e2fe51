"""The frame of a graph component: how Rasa makes it, and how what it learnt is kept in the model and read back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

Learnt = TypeVar("Learnt")
_left_out = False


def leave_learnt_parts_out() -> None:
    """From now on, load components without what they learnt: another process reads the messages, and two times the
    same numbers would take the memory twice.
    """
    global _left_out
    _left_out = True


class RuleComponent(GraphComponent):
    """A component that goes by rules: nothing to configure, nothing to keep."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Any:
        """The component, ready."""
        return cls()


class LearningComponent(GraphComponent, Generic[Learnt]):
    """A component with a part that is learnt: it is there once the component was trained or loaded."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, learnt: Learnt | None = None
    ) -> None:
        self._config, self._storage, self._resource, self._learnt = config, storage, resource, learnt

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Any:
        """A component that `train` makes ready."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Any:
        """The component of a trained model."""
        if _left_out:
            return cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, cls.read(folder))

    @classmethod
    @abstractmethod
    def read(cls, folder: Path) -> Learnt:
        """What `keep` left in a folder of the model."""

    def keep(self, learnt: Learnt, write: Callable[[Path], None]) -> Resource:
        """Makes the component ready with what was learnt; `write` leaves it in the model's folder for `read`."""
        self._learnt = learnt
        with self._storage.write_to(self._resource) as folder:
            write(folder)
        return self._resource

    def learnt(self) -> Learnt:
        """The part that is learnt. Raises `RuntimeError` before training and loading, and where it was left out."""
        if self._learnt is None:
            raise RuntimeError(f"{type(self).__name__} is neither trained nor loaded")
        return self._learnt
