"""Tables of what each n-gram says, side by side in memory and looked up at once.

Every n-gram is another place of a large table, and going there costs more than the sum: one walk instead of one for each
table.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from bot.nlu.ridge import Floats
from bot.nlu.word_features import Rows


class JoinedTables:
    """Tables [bins, labels] by name. Each is a view of the whole: what was given can be let go."""

    def __init__(self, tables: Mapping[str, Floats]) -> None:
        self._whole = np.hstack(list(tables.values()))
        ends = np.cumsum([table.shape[1] for table in tables.values()]).tolist()
        self._columns = {name: slice(start, end) for name, start, end in zip(tables, [0, *ends], ends, strict=False)}

    def __getitem__(self, name: str) -> Floats:
        """One of the tables."""
        return self._whole[:, self._columns[name]]

    def say(self, rows: Rows) -> dict[str, Floats]:
        """What the n-grams of each sentence say, [sentences, labels] by table."""
        said = rows @ self._whole
        return {name: said[:, columns] for name, columns in self._columns.items()}
