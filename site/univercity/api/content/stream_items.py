"""What every item of a stream has beside its value."""

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict  # pydantic asks for it below Python 3.12


class StreamItem(TypedDict):
    """One block of a stream. ``type`` and ``value`` come from the block itself."""

    id: Annotated[
        str | None,
        Field(description="UUID, the same as long as the block exists; null before it is saved"),
    ]
    lang: NotRequired[
        Annotated[str, Field(description="BCP 47, where it is not the language of the page")]
    ]
    origin: NotRequired[
        Annotated[
            Literal["source", "human", "machine", "fallback"],
            Field(description="Who wrote the text in this language"),
        ]
    ]
    stale: NotRequired[
        Annotated[bool, Field(description="The source text has changed since it was translated")]
    ]
