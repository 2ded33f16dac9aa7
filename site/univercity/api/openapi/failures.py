"""Failures in the OpenAPI document: problems of RFC 9457, by status."""

from typing import TYPE_CHECKING, Any, Literal

from ninja import Schema
from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from univercity.api.openapi.schema_changes import REF
from univercity.content.representations.problems import MEDIA_TYPE, Kind
from univercity.content.representations.shapes import PageLinkShape

if TYPE_CHECKING:
    ProblemUri = str
else:
    ProblemUri = Literal[tuple(kind.value.uri for kind in Kind)]

DESCRIPTIONS = {
    400: "The request cannot be read",
    401: "A token is missing or not valid",
    403: "The token, or its account, does not reach this",
    404: "Nothing public is here, or a parameter names nothing that is",
    409: "The state of the object does not permit this",
    410: "What is asked for is no longer known",
    412: "If-Match or If-Unmodified-Since does not hold",
    413: "The request is too large",
    415: "The body has a media type that is not read here",
    422: "Parameters or body are not valid",
    429: "Too many requests",
    500: "The server failed",
}
#: What comes with a failure of that status.
HEADERS: dict[int, dict[str, Any]] = {
    401: {
        "WWW-Authenticate": {
            "description": "How to authenticate (RFC 9110, 11.6.1)",
            "required": True,
            "schema": {"type": "string"},
        }
    },
    429: {
        "Retry-After": {
            "description": "Seconds to wait",
            "required": True,
            "schema": {"type": "integer", "minimum": 0},
        }
    },
}


class ProblemAnswer(Schema):
    """A failure (RFC 9457)."""

    type: ProblemUri = Field(description="Never changes for a kind of problem; asked, it answers.")
    title: str
    status: int
    detail: str = Field(description="What is wrong here, in English.")
    errors: list[dict[str, Any]] | SkipJsonSchema[None] = Field(
        None, description="What is wrong with each parameter or member of the body."
    )
    parameter: str | SkipJsonSchema[None] = Field(None, description="The one that is wrong.")
    known: list[str] | SkipJsonSchema[None] = Field(None, description="What could stand there.")
    near: str | SkipJsonSchema[None] = Field(None, description="What was probably meant.")


class MissingAnswer(ProblemAnswer):
    """No page is at the path."""

    nearest: PageLinkShape | None = Field(
        None, description="The nearest public page above, where the address is looked at."
    )


def failure(status: int, answer: type[ProblemAnswer] = ProblemAnswer) -> dict[str, Any]:
    """Return what the document says of one status; ``failure_schemas`` has what it refers to."""
    described: dict[str, Any] = {
        "description": DESCRIPTIONS[status],
        "content": {MEDIA_TYPE: {"schema": {"$ref": REF + answer.__name__}}},
    }
    if status in HEADERS:
        described["headers"] = HEADERS[status]
    return described


def failure_schemas() -> dict[str, Any]:
    """Return the schemas of failures by name."""
    schema = MissingAnswer.model_json_schema(ref_template=REF + "{model}")
    schema.pop("$defs")  # a page link, which other answers bring along
    return {
        "MissingAnswer": schema,
        "ProblemAnswer": ProblemAnswer.model_json_schema(),
    }
