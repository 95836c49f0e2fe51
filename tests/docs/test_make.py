"""The commands of the README: what they are told reaches the program."""

from __future__ import annotations

import os
import subprocess

import pytest

from tests.running import ROOT


def would_run(environment: dict[str, str], *arguments: str) -> str:
    command = ["make", "--dry-run", "--assume-old=.venv/.installed-runtime", "run", *arguments]
    found = subprocess.run(
        command,
        cwd=ROOT,
        env={**{n: v for n, v in os.environ.items() if n != "PORT"}, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return next(line for line in found.stdout.splitlines() if "bot.start" in line)


@pytest.mark.parametrize(("environment", "arguments"), [({"PORT": "9000"}, ()), ({}, ("PORT=9000",))])
def test_a_port_may_stand_before_or_after_the_command(environment: dict[str, str], arguments: tuple[str, ...]) -> None:
    assert '--port "9000"' in would_run(environment, *arguments)


def test_the_name_of_the_machine_in_the_environment_opens_nothing() -> None:
    line = would_run({"HOST": "anywhere.example"})
    assert '--host "127.0.0.1"' in line and '--port "8000"' in line
