"""The texts of the audit, the briefings, the practice cases and the confidence check: all for professionals."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.audit_statement import domains, scale
from knowledge.briefing import briefings
from knowledge.confidence_area import confidence_areas, survey_findings
from knowledge.contact_terms import Caller
from knowledge.content import HERE
from knowledge.entry_file import entry_file
from knowledge.practice_case import practice_cases
from knowledge.practice_matter import FILE as MATTERS
from knowledge.practice_matter import matters
from knowledge.word_check.text import Kind, Text

LINE = 300  # characters of a line that is easy to take in on a phone


def staff_texts() -> Iterator[Text]:
    """The texts of those content files."""
    yield from _audit()
    yield from _briefings()
    for case in practice_cases().values():
        yield _text(entry_file("practice_case", case.id), case.id, "story", "practice", case.story)
    for matter in matters().values():
        yield _label(MATTERS.relative_to(HERE.parent).as_posix(), matter.id, "title", "practice", matter.title)
    for area in confidence_areas().values():
        file = entry_file("confidence_area", area.id)
        yield _label(file, area.id, "title", "confidence", area.title)
        yield _text(file, area.id, "says", "confidence", area.says)
        yield _text(file, area.id, "support", "confidence", "\n".join(area.support))
    for finding in survey_findings().values():
        yield _text(entry_file("survey_finding", finding.id), finding.id, "says", "confidence", finding.says)


def _audit() -> Iterator[Text]:
    for point in scale().values():
        file = entry_file("audit_scale", point.id)
        yield _label(file, point.id, "title", "audit", point.title)
        yield _text(file, point.id, "means", "audit", point.means)
    for domain in domains().values():
        file = entry_file("audit_statement", domain.statements[0].id)
        yield _label(file, domain.id, "title", "audit", domain.title)
        yield _text(file, domain.id, "about", "audit", domain.about)
        for number, says in domain.groups.items():
            yield _text(file, number, "groups", "audit", says)
        for one in domain.statements:
            yield _text(file, one.id, "says", "audit", one.says)
            yield _text(file, one.id, "helps", "audit", "\n".join(one.helps))
            for field in ("evidence", "covers", "leads"):
                for words in getattr(one, field):
                    yield _label(file, one.id, field, "audit", words)


def _briefings() -> Iterator[Text]:
    for sheet in briefings().values():
        file = entry_file("briefing", sheet.id)
        yield _label(file, sheet.id, "theme", "briefings", sheet.theme)
        yield _label(file, sheet.id, "title", "briefings", sheet.title)
        yield _text(file, sheet.id, "facts", "briefings", "\n".join(fact.says for fact in sheet.facts))
        yield _text(file, sheet.id, "questions", "briefings", "\n".join(sheet.questions))


def _text(file: str, entry: str, field: str, group: str, words: str) -> Text:
    return Text(file, entry, field, Caller.PROFESSIONAL, words, Kind.SENTENCES, group, LINE)


def _label(file: str, entry: str, field: str, group: str, words: str) -> Text:
    return Text(file, entry, field, Caller.PROFESSIONAL, words, Kind.LABEL, group, LINE)
