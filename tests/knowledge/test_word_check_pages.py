"""The words of pages, scripts and modules are found, and nothing else of them."""

from __future__ import annotations

from pathlib import Path

from knowledge.word_check.checking import all_texts, findings
from knowledge.word_check.code_texts import code_texts, domain_texts
from knowledge.word_check.page_texts import page_texts


def test_a_page_is_read_as_its_reader_sees_it(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<!doctype html><title>A page</title><style>p { color: red }</style><script>const normal = 1</script>"
        '<!-- normal --><p>First <strong>line</strong>\n of it.</p><img alt="A house"><ul><li>One</li></ul>',
        encoding="utf-8",
    )
    (page,) = page_texts(tmp_path)
    assert page.words.split("\n") == ["A page", "First line of it.", "A house", "One"]


def test_a_bad_word_on_a_page_is_found_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>It will be fine.</p>", encoding="utf-8")
    (finding,) = findings(page_texts(tmp_path))
    assert (finding.file, finding.word) == ("page.html", "will be fine")


def test_the_words_of_the_widget_are_read_with_their_keys(tmp_path: Path) -> None:
    (tmp_path / "words.js").write_text(
        '// a "comment"\nexport const WORDS = {\n  open: "Ask",\n  sizes: ["small", "the victim"],\n'
        "  busy: `Wait ${n} minutes`,\n};",
        encoding="utf-8",
    )
    assert [(one.entry, one.words) for one in page_texts(tmp_path)] == [
        ("open", "Ask"),
        ("sizes", "small"),
        ("sizes", "the victim"),
        ("busy", "Wait {} minutes"),
    ]
    assert [(one.entry, one.word) for one in findings(page_texts(tmp_path))] == [("sizes", "victim")]


def test_of_other_scripts_only_prose_is_read(tmp_path: Path) -> None:
    (tmp_path / "panel.js").write_text(
        'import { a } from "./a.js";\nconst path = "M5.2 3.8 8 3.2";\nsay("This is your fault.");', encoding="utf-8"
    )
    assert [one.words for one in page_texts(tmp_path)] == ["This is your fault."]


def test_sentences_in_code_are_read_but_not_what_documents_it(tmp_path: Path) -> None:
    (tmp_path / "said.py").write_text(
        '"""The victim of a docstring."""\nlog("the call %s failed", 1)\nsay("Keep the victim away.")\n'
        'say(f"At most {3} normal letters")\nCODE = "too_large"\n',
        encoding="utf-8",
    )
    assert [one.words for one in code_texts([tmp_path / "said.py"])] == [
        "Keep the victim away.",
        "At most {} normal letters",
    ]


def test_responses_of_the_domain_file_are_read(tmp_path: Path) -> None:
    domain = tmp_path / "domain.yml"
    domain.write_text("responses:\n  utter_fine:\n  - text: It will be fine.\n", encoding="utf-8")
    assert [(one.entry, one.word) for one in findings(domain_texts(domain))] == [("utter_fine", "will be fine")]


def test_the_real_pages_scripts_and_modules_are_among_the_texts() -> None:
    files = {one.file for one in all_texts()}
    for file in ("bot/static/index.html", "bot/static/words.js", "bot/errors.py", "knowledge/shown.py"):
        assert file in files
