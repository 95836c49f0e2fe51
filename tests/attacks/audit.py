"""The packages of the lock against known advisories: `python -m tests.attacks.audit` (`make audit`).

Ends with 1 when an advisory fits the lock and no waiver covers it today.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name

from tests.running import ROOT

LOCKS = ("requirements.lock", "requirements-encoder.lock")
ADVISORIES = ROOT / "tests" / "attacks" / "advisories.yml"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[\w,-]+\])?==([^\s;\\]+)", re.MULTILINE)


@dataclass(frozen=True)
class Fit:
    """An advisory that the pinned version of a package is affected by."""

    package: str
    version: str
    id: str
    about: str
    source: str


def pinned() -> dict[str, str]:
    """Every package of the run-time locks with its version."""
    found = {}
    for lock in LOCKS:
        for name, number in _PIN.findall((ROOT / lock).read_text(encoding="utf-8")):
            found[canonicalize_name(name)] = number
    return found


def known() -> dict[str, Any]:
    """What advisories.yml holds."""
    read: dict[str, Any] = yaml.safe_load(ADVISORIES.read_text(encoding="utf-8"))
    return read


def fits(packages: dict[str, str]) -> list[Fit]:
    """The advisories of both sources that fit `packages`."""
    ours = [
        Fit(package, packages[package], advisory["id"], advisory["about"], "advisories.yml")
        for package, advisories in known()["advisories"].items()
        for advisory in advisories
        if package in packages and packages[package] in SpecifierSet(advisory["affected"], prereleases=True)
    ]
    return ours + _safety_db(packages)


def uncovered(found: list[Fit], today: date) -> list[Fit]:
    """Those that no waiver covers on `today`."""
    covered = {
        (waiver["package"], number)
        for waiver in known()["waivers"]
        if waiver["until"] >= today
        for number in waiver["ids"]
    }
    return [fit for fit in found if (fit.package, fit.id) not in covered]


def _safety_db(packages: dict[str, str]) -> list[Fit]:
    spec = find_spec("safety_db")  # its own loader asks for a file of the current folder
    if spec is None or spec.origin is None:
        return []
    entries = json.loads(Path(spec.origin).with_name("insecure_full.json").read_text(encoding="utf-8"))
    found = []
    for name, advisories in entries.items():
        package = canonicalize_name(name)
        for advisory in advisories if package in packages else ():
            if any(_within(packages[package], specifier) for specifier in advisory["specs"]):
                label = advisory.get("cve") or advisory["id"]
                found.append(Fit(package, packages[package], label, advisory["advisory"][:80], "safety-db"))
    return found


def _within(number: str, specifier: str) -> bool:
    try:
        return number in SpecifierSet(specifier, prereleases=True)
    except InvalidSpecifier:
        return True  # what cannot be read is not taken to be well


def main() -> int:
    """Print a line for each advisory that fits. Gives the exit status."""
    packages, today = pinned(), date.today()
    found = fits(packages)
    open_ones = uncovered(found, today)
    for fit in found:
        state = "OPEN  " if fit in open_ones else "waived"
        print(f"{state}  {fit.package} {fit.version}  {fit.id}  {fit.about}")
    print(
        f"{len(packages)} packages; advisories looked up on {known()['looked_up_on']}, safety-db {version('safety-db')}: "
        f"{len(found)} fit, {len(open_ones)} without a waiver on {today}"
    )
    return 1 if open_ones else 0


if __name__ == "__main__":
    sys.exit(main())
