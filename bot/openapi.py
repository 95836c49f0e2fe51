"""The description of the chat API (OpenAPI 3.1), served at `/api/openapi.json`: for those who build a client, and for
the tests, which check every answer against it and fuzz the API from it.
"""

from __future__ import annotations

from typing import Any, Final

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.request_shape import AUDIENCES, LONGEST_CHOICE, MOST_CHOICES, SESSION
from bot.settings import Settings
from knowledge.case import AREAS

Schema = dict[str, Any]
_TEXT: Final[Schema] = {"type": "string"}
_SESSION: Final[Schema] = {"type": "string", "pattern": f"^{SESSION.pattern}$"}
_CHOICE: Final[Schema] = {"type": "string", "minLength": 1, "maxLength": LONGEST_CHOICE}
_ERRORS: Final = {
    400: "What was sent is not what the call takes.",
    404: "The conversation is unknown or has ended.",
    413: "Too long.",
    422: "The choice is not one of those offered last.",
    429: "Too many calls; Retry-After says in how many seconds to try again.",
    503: "No answer can be given now; the body carries the emergency contacts all the same.",
}


def openapi() -> Blueprint:
    """The blueprint that serves the description."""
    blueprint = Blueprint("openapi")
    told = description(Settings())

    @blueprint.get("/api/openapi.json")
    async def describe(_: Request) -> HTTPResponse:
        return json(told)

    return blueprint


def description(settings: Settings) -> Schema:
    """The whole description, its limits taken from `settings`."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Waymark",
            "version": "1",
            "description": "A conversation about a child's sexual behaviour. Nothing is kept as it was written.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": {
            "/api/session": {
                "post": _call(
                    "openSession",
                    "Begin a conversation.",
                    _ref("Opening"),
                    {201: ("The first messages.", _ref("Opened"))},
                    (400, 413, 429, 503),
                    body_required=False,
                ),
                "delete": _call(
                    "endSession",
                    "End a conversation: it is gone at once.",
                    _ref("Ending"),
                    {204: ("It is gone.", None)},
                    (400, 404, 413, 429, 503),
                ),
            },
            "/api/message": {
                "post": _call(
                    "sendMessage",
                    "Say something in words, or pick what was offered.",
                    _ref("Sent"),
                    {200: ("What Waymark says.", _ref("Messages"))},
                    (400, 404, 413, 422, 429, 503),
                )
            },
            "/api/health": {
                "get": {
                    "operationId": "health",
                    "summary": "Whether a message can be answered.",
                    "responses": {
                        **_answers({200: ("It can.", _object({"status": {"const": "ok"}}, ["status"]))}),
                        **_errors((503,)),
                    },
                }
            },
        },
        "components": {"schemas": _schemas(settings)},
    }


def _schemas(settings: Settings) -> dict[str, Schema]:
    message = _object(
        {
            "text": {**_TEXT, "description": "Plain text."},
            "asks": {**_TEXT, "description": "What the message wants to know, as a stable word."},
            "choices": {"type": "array", "items": _object({"title": _TEXT, "value": _CHOICE}, ["title", "value"])},
            "multiple": {"type": "boolean"},
            "card": _object({"kind": _TEXT}, ["kind"]),
        },
        ["text"],
    )
    message["additionalProperties"] = False
    ways = {
        "text": {**_TEXT, "minLength": 1, "maxLength": settings.text},
        "choice": _CHOICE,
        "choices": {"type": "array", "minItems": 1, "maxItems": MOST_CHOICES, "items": _CHOICE},
    }
    return {
        "Opening": _object({"audience": _one_of(AUDIENCES), "area": _one_of(AREAS)}, []),
        "Opened": _object({"session": _SESSION, "messages": _messages()}, ["session", "messages"]),
        "Ending": _object({"session": _SESSION}, ["session"]),
        "Sent": {
            "type": "object",
            "properties": {"session": _SESSION},
            "required": ["session"],
            "oneOf": [
                {
                    "properties": {name: schema, **{other: {"type": "null"} for other in ways if other != name}},
                    "required": [name],
                }
                for name, schema in ways.items()
            ],
        },
        "Messages": _object({"messages": _messages()}, ["messages"]),
        "Message": message,
        "Error": _object(
            {
                "error": _object({"code": _TEXT, "message": _TEXT}, ["code", "message"]),
                "messages": {"type": "array", "items": _ref("Message")},
            },
            ["error"],
        ),
    }


def _call(
    name: str,
    summary: str,
    body: Schema,
    answers: dict[int, tuple[str, Schema | None]],
    errors: tuple[int, ...],
    body_required: bool = True,
) -> Schema:
    return {
        "operationId": name,
        "summary": summary,
        "requestBody": {"required": body_required, "content": {"application/json": {"schema": body}}},
        "responses": {**_answers(answers), **_errors(errors)},
    }


def _answers(answers: dict[int, tuple[str, Schema | None]]) -> Schema:
    return {
        str(status): {"description": text, **({"content": {"application/json": {"schema": schema}}} if schema else {})}
        for status, (text, schema) in answers.items()
    }


def _errors(statuses: tuple[int, ...]) -> Schema:
    return _answers({status: (_ERRORS[status], _ref("Error")) for status in statuses})


def _object(properties: dict[str, Schema], required: list[str]) -> Schema:
    return {"type": "object", "properties": properties, **({"required": required} if required else {})}


def _messages() -> Schema:
    return {"type": "array", "minItems": 1, "items": _ref("Message")}


def _one_of(values: tuple[str, ...]) -> Schema:
    return {"enum": [*values, None]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
