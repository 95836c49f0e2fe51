"""`/content/<name>.json`: what the pages for staff are filled with, made from the YAML once at the start."""

import json

from sanic import Blueprint
from sanic.exceptions import NotFound
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.page import StaticFile, send_if_changed, static_file_of
from knowledge.staff_pages import documents


def staff_content() -> Blueprint:
    """The blueprint; the browser may keep each document if it asks each time whether it changed."""
    files = {f"{name}.json": _file(document) for name, document in documents().items()}
    blueprint = Blueprint("staff_content")

    @blueprint.get("/content/<name:str>")
    async def document(request: Request, name: str) -> HTTPResponse:
        if name not in files:
            raise NotFound("no such document")
        return send_if_changed(request, files[name])

    return blueprint


def _file(document: object) -> StaticFile:
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    return static_file_of(body, "application/json; charset=utf-8")
