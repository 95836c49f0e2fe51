"""Rasa's graph, run straight: one component after the other, in an order that is worked out once.

Rasa gives every prediction and every message to dask, which copies the schema, sorts the graph and keeps the books of a
scheduler anew each time. That took more of a turn than most of the components it ran. The components, their inputs and
their results are the same.
"""

from __future__ import annotations

from typing import Any

from rasa.engine.runner.dask import DaskGraphRunner


class StraightRunner:
    """Runs the components of a loaded graph. Takes the place of `DaskGraphRunner` for predictions."""

    def __init__(self, loaded: DaskGraphRunner) -> None:
        self._schema, self._components = loaded._graph_schema, loaded._instantiated_nodes
        self._orders: dict[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]] = {}

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """The outputs of `targets` by name, from `inputs` by name, as Rasa's own runner gives them."""
        wanted = tuple(targets or self._schema.target_names)
        order = self._orders.get(wanted)
        if order is None:
            order = self._orders[wanted] = self._order(wanted)
        found: dict[str, Any] = {name: (name, value) for name, value in (inputs or {}).items()}
        for name, needs in order:
            # An input that nobody gave is passed by its name: the component then says what it misses.
            found[name] = self._components[name](*(found.get(need, need) for need in needs))
        return dict(found[name] for name in wanted)

    def _order(self, targets: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What has to run for `targets`, each after all that it needs, with the names of what it needs."""
        nodes = self._schema.minimal_graph_schema(list(targets)).nodes
        order: dict[str, tuple[str, ...]] = {}

        def visit(name: str) -> None:
            if name in order or name not in nodes:
                return
            needs = tuple(nodes[name].needs.values())
            for need in needs:
                visit(need)
            order[name] = needs

        for target in targets:
            visit(target)
        return tuple(order.items())
