"""The pages (`/`, `/<name>` for each HTML file) and `/static/*`, read once at the start.

A call can name only a file that was there then, so no path can climb.
"""

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sanic import Blueprint
from sanic.exceptions import NotFound
from sanic.request import Request
from sanic.response import HTTPResponse, empty, raw

from knowledge.signing import all_signed_off

STATIC = Path(__file__).parent / "static"
_INDEX = "index"
_DEMONSTRATION = re.compile(rb"<!-- demonstration -->.*?<!-- /demonstration -->\s*", re.DOTALL)


@dataclass(frozen=True)
class StaticFile:
    """A file as it is sent: its bytes, its content type, and a tag that changes when they do."""

    body: bytes
    content_type: str
    tag: str
    packed: bytes  # the same, gzip

    def answer(self, request: Request, headers: Mapping[str, str] | None = None) -> HTTPResponse:
        """The file as an answer, packed for a browser that can unpack it: on a phone at night that halves the wait."""
        headers = {"Vary": "Accept-Encoding", **(headers or {})}
        if "gzip" in request.headers.get("accept-encoding", ""):
            return raw(self.packed, content_type=self.content_type, headers={**headers, "Content-Encoding": "gzip"})
        return raw(self.body, content_type=self.content_type, headers=headers)


def static_files(folder: Path, signed_off: bool) -> dict[str, StaticFile]:
    """Every file under `folder`, by its path below it with forward slashes.

    `signed_off`: whether all content has been signed off; then, and only then, the pages lose what stands between
    `<!-- demonstration -->` and `<!-- /demonstration -->`.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    return {path.relative_to(folder).as_posix(): _read(path, signed_off) for path in files}


def page(folder: Path = STATIC) -> Blueprint:
    """The blueprint of the page; its files may be kept by the browser if it asks each time whether they changed."""
    files = static_files(folder, all_signed_off())
    blueprint = Blueprint("page")

    for name, file in files.items():
        if name.endswith(".html") and "/" not in name:
            _serve_page(blueprint, name.removesuffix(".html"), file)

    @blueprint.get("/static/<name:path>")
    async def static_file(request: Request, name: str) -> HTTPResponse:
        file = files.get(name)
        if file is None:
            raise NotFound("no such file")
        return send_if_changed(request, file)

    return blueprint


def send_if_changed(request: Request, file: StaticFile) -> HTTPResponse:
    """The file, or only the word that the copy which the browser kept is still right."""
    headers = {"ETag": file.tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == file.tag:
        return empty(status=304, headers=headers)
    return file.answer(request, headers)


def _serve_page(blueprint: Blueprint, name: str, file: StaticFile) -> None:
    """`index.html` at `/`, any other page at its name: `desk.html` at `/desk`."""

    async def send(request: Request) -> HTTPResponse:
        # Not kept by the browser at all: after leaving in a hurry, "back" must not show the conversation again.
        return file.answer(request)

    blueprint.add_route(
        send, "/" if name == _INDEX else f"/{name}", methods={"GET"}, name=f"page_{name.replace('-', '_')}"
    )


def _read(path: Path, signed_off: bool) -> StaticFile:
    body = path.read_bytes()
    if signed_off and path.suffix == ".html":
        body = _DEMONSTRATION.sub(b"", body)
    content_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    if content_type.startswith("text/") or content_type == "application/javascript":
        content_type += "; charset=utf-8"
    return static_file_of(body, content_type)


def static_file_of(body: bytes, content_type: str) -> StaticFile:
    """What is to be sent: as it is and packed, with its tag."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    return StaticFile(body, content_type, tag, gzip.compress(body, mtime=0))
