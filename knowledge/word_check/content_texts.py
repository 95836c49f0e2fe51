"""Every text of the content that a person may read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from knowledge.contact import Contact
from knowledge.contact_book import contact_book
from knowledge.contact_role import roles
from knowledge.contact_terms import Caller
from knowledge.content import HERE
from knowledge.dialogue.checklists import checklists
from knowledge.dialogue.phrases import phrases
from knowledge.dialogue.script import script
from knowledge.entry_file import entry_file
from knowledge.library import library
from knowledge.provenance import sources
from knowledge.rule import rules
from knowledge.word_check.staff_texts import staff_texts
from knowledge.word_check.text import Kind, Text
from knowledge.words import Audience, Words

# Characters that fit where the text is shown, on a phone.
BUTTON, QUESTION, LINE, STAFF_LINE, MESSAGE = 80, 140, 170, 240, 260
SHORT_ANSWER, LONG_ANSWER = 700, 2000

_OPENED_AT_ONCE = ("next_", "audience_", "role_", "area_")  # phrases that are buttons


def content_texts() -> Iterator[Text]:
    """The texts of all content files."""
    yield from _behaviours()
    yield from _factors()
    yield from _rules()
    yield from _steps()
    yield from _routes()
    yield from _topics()
    yield from _contacts(contact_book().live)
    yield from _phrases()
    yield from staff_texts()
    yield from _script()
    yield from _checklists()
    for source in sources().values():
        yield _name("sources.yml", source.id, "title", source.title)
    for role in roles().values():
        yield _name("contact_roles.yml", role.id, "title", role.title)


def _behaviours() -> Iterator[Text]:
    known = library()
    for behaviour in known.behaviours.values():
        file = entry_file("behaviour", behaviour.id)
        for field in ("title", "everyday", "understood"):
            group, most = f"behaviours: {field}", QUESTION if field == "understood" else BUTTON
            yield Text(file, behaviour.id, field, Caller.PARENT, getattr(behaviour, field), Kind.LABEL, group, most)
        staff, group = Caller.PROFESSIONAL, "behaviours: clinical"
        yield Text(file, behaviour.id, "clinical", staff, behaviour.clinical, Kind.LABEL, group, QUESTION)
    for subject in known.subjects.values():
        file = entry_file("behaviour", subject.behaviours[0])
        yield Text(file, subject.id, "title", Caller.PARENT, subject.title, Kind.LABEL, "behaviours: subject", BUTTON)


def _factors() -> Iterator[Text]:
    for factor in library().factors.values():
        file = entry_file("factor", factor.id)
        yield from _words(file, factor.id, "asks", factor.asks, Kind.LABEL, "factors: asks", QUESTION)
        for field in ("name", "present", "if_present"):
            words, group = getattr(factor, field), f"factors: {field}"
            yield Text(file, factor.id, field, Caller.PARENT, words, Kind.LABEL, group, QUESTION)


def _rules() -> Iterator[Text]:
    for rule in rules().values():
        yield Text(_path("rules.yml"), rule.id, "says", Caller.PARENT, rule.says, Kind.SENTENCES, "rules", LINE)


def _steps() -> Iterator[Text]:
    for step in library().steps.values():
        group = f"guidance: {step.section.value}"
        yield from _words(entry_file("guidance", step.id), step.id, "text", step.text, Kind.SENTENCES, group, LINE)


def _routes() -> Iterator[Text]:
    """A route's lines are read together, one after the other."""
    for route in library().routes.values():
        file = entry_file("route", route.id)
        yield Text(file, route.id, "title", Caller.PROFESSIONAL, route.title, Kind.LABEL, "routes: title", BUTTON)
        for audience in Audience:
            lines = [words for says in route.says if (words := getattr(says, audience.value))]
            if lines:
                whole, reader = "\n".join(lines), Caller(audience.value)
                yield Text(file, route.id, f"says.{audience.value}", reader, whole, Kind.SENTENCES, "routes", LINE)


def _topics() -> Iterator[Text]:
    for topic in library().topics.values():
        file = entry_file("topic", topic.id)
        for field in ("title", "question"):
            words, group = getattr(topic, field), f"topics: {field}"
            yield Text(file, topic.id, field, Caller.PARENT, words, Kind.LABEL, group, BUTTON, beside=topic.short)
        yield Text(file, topic.id, "short", Caller.PARENT, topic.short, Kind.SENTENCES, "topics: short", SHORT_ANSWER)
        if topic.long:
            staff, group = Caller.PROFESSIONAL, "topics: long"
            yield Text(file, topic.id, "long", staff, topic.long, Kind.SENTENCES, group, LONG_ANSWER)


def _contacts(live: Iterable[Contact]) -> Iterator[Text]:
    for contact in live:
        file, group = entry_file("contact", contact.id), "contacts: note"
        yield _name(Path(file).relative_to(HERE.name).as_posix(), contact.id, "name", contact.name)
        if contact.note:
            # What is written for a parent is read by others where no parent may use the contact.
            instead = {} if Caller.PARENT in contact.audiences else {Caller.PARENT: Caller.PROFESSIONAL}
            yield from _words(file, contact.id, "note", contact.note, Kind.SENTENCES, group, STAFF_LINE, instead)
        if contact.note_to_child:
            words, child = contact.note_to_child, Caller.CHILD
            yield Text(file, contact.id, "note_to_child", child, words, Kind.SENTENCES, group, LINE)
        if contact.hours:
            words, group = contact.hours.words, "contacts: hours"
            yield Text(file, contact.id, "hours.words", Caller.PARENT, words, Kind.LABEL, group, LINE)


def _phrases() -> Iterator[Text]:
    for phrase in phrases().values():
        button = phrase.id.startswith(_OPENED_AT_ONCE)
        kind, most = (Kind.LABEL, BUTTON) if button else (Kind.SENTENCES, MESSAGE)
        group = "dialogue: buttons" if button else "dialogue: phrases"
        yield from _words(_path("dialogue/phrases.yml"), phrase.id, "text", phrase.text, kind, group, most)


def _script() -> Iterator[Text]:
    """What is read aloud is a parent's to understand; what to listen for is the worker's."""
    file = _path("dialogue/script.yml")
    for step in script().values():
        for number, said in enumerate(step.read, 1):
            yield Text(file, step.id, f"read.{number}", Caller.PARENT, said, Kind.SENTENCES, "script: read", LINE)
        for number, said in enumerate(step.listen_for, 1):
            group = "script: listen for"
            yield Text(file, step.id, f"listen_for.{number}", Caller.HELPLINE, said, Kind.SENTENCES, group, LINE)


def _checklists() -> Iterator[Text]:
    file = _path("dialogue/checklists.yml")
    for one in checklists().values():
        yield Text(file, one.id, "title", Caller.PROFESSIONAL, one.title, Kind.LABEL, "checklists: title", BUTTON)
        for item in one.items:
            yield from _words(file, one.id, item.id, item.text, Kind.SENTENCES, "checklists", LINE)


def _words(
    file: str,
    entry: str,
    field: str,
    words: Words,
    kind: Kind,
    group: str,
    most: int,
    instead: Mapping[Caller, Caller] | None = None,
) -> Iterator[Text]:
    """One text for each audience with words of its own. `instead` are those who read what was written for another."""
    for audience in Audience:
        said: str | None = getattr(words, audience.value)
        if said:
            reader = Caller(audience.value)
            reader = (instead or {}).get(reader, reader)
            fits = STAFF_LINE if reader in (Caller.SCHOOL, Caller.PROFESSIONAL) else most
            yield Text(file, entry, f"{field}.{audience.value}", reader, said, kind, group, max(most, fits))


def _name(path: str, entry: str, field: str, words: str) -> Text:
    return Text(_path(path), entry, field, Caller.PROFESSIONAL, words, Kind.NAME, "names", LONG_ANSWER)


def _path(name: str) -> str:
    return f"{HERE.name}/{name}"
