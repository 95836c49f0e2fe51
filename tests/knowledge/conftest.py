"""How hypothesis works here: the same examples on every machine and no clock, so that a busy one fails nothing; and content to spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from knowledge.content import HERE

settings.register_profile(
    "knowledge",
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.load_profile("knowledge")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real behaviours and factors, to spoil."""
    for name in ("behaviours", "factors"):
        shutil.copytree(HERE / name, tmp_path / name)
    return tmp_path
