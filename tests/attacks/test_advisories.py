"""No known hole of a package without a reason why it cannot be reached, and no reason for ever."""

from __future__ import annotations

import re
from datetime import date, timedelta

from packaging.specifiers import SpecifierSet

from tests.attacks.audit import LOCKS, Fit, fits, known, pinned, uncovered
from tests.running import ROOT


def test_every_advisory_that_fits_the_lock_has_a_waiver_with_a_reason_and_an_end() -> None:
    assert uncovered(fits(pinned()), known()["looked_up_on"]) == []
    for waiver in known()["waivers"]:
        assert len(waiver["because"].split()) >= 8, waiver
        assert known()["looked_up_on"] < waiver["until"] <= known()["looked_up_on"] + timedelta(days=200), waiver


def test_a_waiver_that_has_run_out_counts_no_more() -> None:
    found = fits(pinned())
    assert found
    assert uncovered(found, date(2031, 1, 1)) == found


def test_no_waiver_is_left_that_nothing_needs() -> None:
    needed = {(fit.package, fit.id) for fit in fits(pinned())}
    waived = {(waiver["package"], number) for waiver in known()["waivers"] for number in waiver["ids"]}
    assert waived - needed == set()


def test_a_package_with_a_known_hole_is_noticed() -> None:
    old = {"rasa": "3.6.20", "sanic": "21.12.1", "redis": "4.5.1"}
    noticed = {fit.package for fit in uncovered(fits(old), known()["looked_up_on"])}
    assert noticed == set(old)


def test_the_old_database_is_asked_too() -> None:
    assert {fit.source for fit in fits({"pyyaml": "5.1"})} == {"safety-db"}


def test_what_is_listed_names_packages_of_the_lock_and_ranges_that_can_be_read() -> None:
    for package, advisories in known()["advisories"].items():
        assert package in pinned(), package
        for advisory in advisories:
            assert re.fullmatch(r"(CVE|PYSEC|GHSA)-[\w-]+", advisory["id"])
            assert SpecifierSet(advisory["affected"])
            assert isinstance(Fit(package, "0", advisory["id"], advisory["about"], ""), Fit)


def test_every_package_is_pinned_with_hashes() -> None:
    for lock in (*LOCKS, "requirements-dev.lock"):
        entries = re.split(r"^(?=[A-Za-z0-9])", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
        packages = [entry for entry in entries if entry and entry[0].isalnum()]
        assert packages
        assert [entry.split()[0] for entry in packages if "==" not in entry or "--hash=sha256:" not in entry] == []
