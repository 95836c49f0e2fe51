"""The counts of a running server: told of each turn, shown at a port of this machine, written to a file once a day."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.core import CounterMetricFamily
from prometheus_client.registry import Collector

from bot import counts_file
from bot.counts import Counts, result_of_turn
from bot.privacy import named
from bot.settings import BadSetting, Settings
from knowledge import clock

log = logging.getLogger("waymark.counts")

LOOPBACK = "127.0.0.1"
METRIC = "waymark_results"


class CountsKeeper(Collector):
    """Counts when the operator has set a file or a port, and does nothing at all otherwise."""

    def __init__(self, settings: Settings) -> None:
        """Raises BadSetting for a setting or a file that cannot be read."""
        self.on = bool(settings.counts_file or settings.counts_port)
        self._file = Path(settings.counts_file) if settings.counts_file else None
        self._port = settings.counts_port
        self._by = counts_file.fields_of(settings.counts_by)
        self._written = counts_file.read(self._file, self._by) if self._file else {}
        self._counts = Counts(self._by, self._written)

    def turn(self, before: str, after: str | None, messages: Iterable[Mapping[str, Any]]) -> None:
        """Look at one turn: the session as it was kept before and after it (JSON), and what was answered.

        Never raises: nobody's answer waits for a statistic.
        """
        if not self.on or after is None:
            return
        try:
            result = result_of_turn(_state(before), _state(after), messages, clock.now())
            if result is not None:
                self._counts.add(result)
        except Exception as error:
            log.error("a result was not counted: %s", named(error))

    def serve(self) -> None:
        """Answer Prometheus at the port, on this machine only. Raises BadSetting when it cannot be listened on."""
        if not self._port:
            return
        registry = CollectorRegistry(auto_describe=False)
        registry.register(self)
        try:
            start_http_server(self._port, addr=LOOPBACK, registry=registry)
        except OSError as error:
            raise BadSetting(f"WAYMARK_COUNTS_PORT: cannot listen on {self._port} ({error.strerror}).") from None

    def write(self) -> None:
        """Write what has become visible since the last time. A file that cannot be written is tried again later."""
        if self._file is None:
            return
        published = self._counts.published()
        if published == self._written:
            return
        try:
            counts_file.write(self._file, published, self._by)
            self._written = published
        except OSError as error:
            log.error("the counts cannot be written: %s", named(error))

    def collect(self) -> Iterable[CounterMetricFamily]:
        """What Prometheus is told."""
        labels = ("month", *self._by)
        family = CounterMetricFamily(METRIC, "Results shown, in batches of five, up to yesterday.", labels=labels)
        for cell, number in self._counts.published().items():
            family.add_metric([getattr(cell, label) for label in labels], number)
        return [family]


def _state(kept: str) -> Mapping[str, Any]:
    state = json.loads(kept).get("state")
    return state if isinstance(state, Mapping) else {}
