import gzip
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.emergency import emergency_messages
from bot.page import STATIC, static_files


def test_every_file_of_the_page_is_served_with_its_type() -> None:
    files = static_files(STATIC, signed_off=False)
    assert files["index.html"].content_type == "text/html; charset=utf-8"
    assert all("octet-stream" not in file.content_type for file in files.values())


def test_the_tag_of_a_file_changes_with_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a")
    before = static_files(tmp_path, signed_off=False)["a.css"].tag
    (tmp_path / "a.css").write_text("b")
    assert static_files(tmp_path, signed_off=False)["a.css"].tag != before


def test_files_in_folders_go_by_their_path(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.js").write_text("a")
    assert list(static_files(tmp_path, signed_off=False)) == ["deep/a.js"]


def test_the_page_says_that_it_is_a_demonstration_until_all_is_signed_off() -> None:
    assert b"demonstration" in static_files(STATIC, signed_off=False)["index.html"].body.lower()
    signed = static_files(STATIC, signed_off=True)["index.html"].body
    assert b"no safeguarding lead has checked" not in signed
    assert b"</html>" in signed


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert static_files(tmp_path / "none", signed_off=False) == {}


@pytest.mark.parametrize(("accepted", "encoding"), [("gzip, br", "gzip"), ("br", None), (None, None)])
def test_a_file_is_packed_for_those_who_can_unpack_it(accepted: str | None, encoding: str | None) -> None:
    file = static_files(STATIC, signed_off=False)["words.js"]
    request: Any = SimpleNamespace(headers={"accept-encoding": accepted} if accepted else {})
    answer = file.answer(request, {"ETag": file.tag})
    assert answer.headers.get("Content-Encoding") == encoding
    assert (gzip.decompress(answer.body) if encoding else answer.body) == file.body
    assert (answer.headers["Vary"], answer.headers["ETag"]) == ("Accept-Encoding", file.tag)


def test_the_numbers_that_stand_in_the_files_are_those_of_the_directory() -> None:
    listed = {message["card"]["phone"].replace(" ", "") for message in emergency_messages()}
    files = [path for path in STATIC.iterdir() if path.suffix == ".html" or "words" in path.name]
    found = {path.name: set(re.findall(r"\b(?:999|101|0[\d ]{6,12}\d)\b", path.read_text("utf-8"))) for path in files}
    standing = {name: {number.replace(" ", "") for number in numbers} for name, numbers in found.items()}
    assert standing["words.js"] == standing["index.html"] == standing["desk.html"] == listed
    assert {name: numbers - listed for name, numbers in standing.items() if numbers - listed} == {}
