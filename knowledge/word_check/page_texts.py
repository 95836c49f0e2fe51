"""The texts of the pages and of the chat widget: what stands in bot/static, as far as it can be told from code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from knowledge.contact_terms import Caller
from knowledge.content import HERE
from knowledge.word_check.text import Kind, Text

ROOT = HERE.parent
STATIC = ROOT / "bot" / "static"
LINE = 260  # characters of a paragraph or a message that fit a phone

_BLOCKS = {
    "title",
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "button",
    "summary",
    "legend",
    "label",
    "figcaption",
    "td",
    "th",
    "dt",
    "dd",
}
_NOT_READ = {"script", "style", "template"}
_READ_ATTRIBUTES = ("alt", "aria-label", "placeholder", "title")

# A comment, or a text in quotes with the key before it, if there is one.
_JAVASCRIPT = re.compile(r'//[^\n]*|/\*.*?\*/|(?:\b(\w+):\s*\[?\s*)?("(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)', re.DOTALL)
_FILLED_IN = re.compile(r"\$\{[^}]*\}|\{\}")
_PROSE = re.compile(r"(?:[A-Za-z]{2,}|[aI(])[\w'“”()?!.,:;{} -]*")
# Pages and scripts that are for professionals, by the beginning of their name.
STAFF = ("audit", "briefings", "practice", "confidence", "staff")
WORDS_ONLY = "words.js"  # the home of the widget's words: all of its strings are read by people


def page_texts(folder: Path = STATIC) -> Iterator[Text]:
    """The texts of every page and script of the folder."""
    for path in sorted(folder.glob("*.html")):
        page = _Page()
        page.feed(path.read_text(encoding="utf-8"))
        file = _relative(path)
        yield Text(file, "page", "text", _reader(path), "\n".join(page.lines()), Kind.SENTENCES, "pages", LINE)
    for path in sorted(folder.glob("*.js")):
        for key, words in _script(path.read_text(encoding="utf-8"), all_of_it=path.name == WORDS_ONLY):
            yield Text(_relative(path), key, "text", _reader(path), words, Kind.LABEL, "widget", LINE)


def _reader(path: Path) -> Caller:
    return Caller.PROFESSIONAL if path.stem.split("-")[0] in STAFF else Caller.PARENT


def _script(code: str, all_of_it: bool) -> Iterator[tuple[str, str]]:
    """Each text of a script with the key it is under; unless all of it is read, only what has the look of prose."""
    key = "-"
    for match in _JAVASCRIPT.finditer(code):
        key = match[1] or key
        if match[2]:
            words = _FILLED_IN.sub("{}", match[2][1:-1].replace('\\"', '"')).strip()
            if words and (all_of_it or (" " in words and _PROSE.fullmatch(words))):
                yield key, words


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


class _Page(HTMLParser):
    """Collects a page's text, one line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[str] = []
        self._hidden = 0

    def lines(self) -> list[str]:
        return [line for part in "".join(self._parts).split("\n") if (line := " ".join(part.split()))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NOT_READ:
            self._hidden += 1
        if tag in _BLOCKS:
            self._parts.append("\n")
        given = dict(attrs)
        read = [given.get(name) for name in _READ_ATTRIBUTES]
        if tag == "meta" and given.get("name") == "description":
            read.append(given.get("content"))
        self._parts += [f"\n{words}\n" for words in read if words]

    def handle_endtag(self, tag: str) -> None:
        if tag in _NOT_READ:
            self._hidden -= 1
        if tag in _BLOCKS:
            self._parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._parts.append(data.replace("\n", " "))
