"""The type of what each block answers, read from the block's own declaration.

A block declares it once: in the return annotation of its ``get_api_representation``, or, where it
has none, in the fields that it is made of. Labels and help come from the editor, in English.
"""

from functools import cache
from typing import Annotated, Any, Literal, NotRequired, Union, cast, get_args, get_type_hints

from django.utils.module_loading import import_string
from django.utils.translation import override
from pydantic import ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema
from typing_extensions import TypeAliasType, TypedDict, is_typeddict
from wagtail import blocks

from univercity.content.representations.shapes import Html

Date = Annotated[str, Field(json_schema_extra={"format": "date"})]

#: Fields of blocks, the first that fits. Numbers and dates are null in unfinished drafts.
FIELD_TYPES: list[tuple[type[blocks.Block], Any]] = [
    (blocks.RichTextBlock, Html),
    (blocks.BooleanBlock, bool),
    (blocks.IntegerBlock, int | None),
    (blocks.FloatBlock, float | None),
    (blocks.DateBlock, Date | None),
    (blocks.CharBlock, str),
    (blocks.TextBlock, str),
    (blocks.URLBlock, str),
    (blocks.EmailBlock, str),
    (blocks.RegexBlock, str),
]


class Undeclared(TypeError):
    """A block does not say what it answers."""


class StreamOf:
    """Marks, inside ``Annotated``, a list of what a StreamBlock answers.

    The block is named by its dotted path, because its module may import the one that says so.
    """

    def __init__(self, path: str):
        self.path = path

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return handler.generate_schema(type_of(import_string(self.path)()))


def type_of(block: Any) -> Any:
    """Return the type of what ``block`` answers, for pydantic; raise ``Undeclared``."""
    declared = declared_type(block)
    if isinstance(block, blocks.StreamBlock):
        return list_of(item_type(type(block)))  # type: ignore[arg-type]  # classes are hashable
    if is_typeddict(declared):
        return described(declared, type(block))
    if declared is not None:
        return declared
    if isinstance(block, blocks.ListBlock):
        return list_of(type_of(block.child_block))
    if isinstance(block, blocks.StructBlock):
        return struct_type(type(block))  # type: ignore[arg-type]  # classes are hashable
    return field_type(block)


def list_of(item: Any) -> Any:
    return cast(Any, list)[item]  # made at run time, so not for mypy


def declared_type(block: blocks.Block) -> Any:
    """Return the annotation of what ``block`` answers, or ``None``."""
    return get_type_hints(block.get_api_representation, include_extras=True).get("return")


def field_type(block: blocks.Block) -> Any:
    if isinstance(block, blocks.ChoiceBlock):
        return choice_type(block)
    found = (answer for field, answer in FIELD_TYPES if isinstance(block, field))
    answer = next(found, None)
    if answer is None:
        raise Undeclared(f"Annotate what {type(block)}.get_api_representation returns.")
    return answer


def choice_type(block: blocks.ChoiceBlock) -> Any:
    """Return the codes to choose from; any text where they are only known at run time."""
    _path, _args, options = block.deconstruct()
    if callable(options["choices"]):
        return str
    return Literal[tuple(code for code, _label in block.field.choices)]


def typed_dict(name: str, fields: dict[str, Any]) -> Any:
    return cast(Any, TypedDict)(name, fields)


@cache
def struct_type(block_class: Any) -> Any:
    """Return the type of a struct that answers its fields as they are."""
    fields = {name: type_of(child) for name, child in block_class.base_blocks.items()}
    return described(typed_dict(shape_name(block_class), fields), block_class)


def described(shape: Any, block_class: Any) -> Any:
    """Put the labels of the editor on a TypedDict that is the value of a block alone."""
    label, description = words_of(block_class)

    def add_words(schema: dict[str, Any]) -> None:
        schema["description"] = description or schema.get("description", "")
        for name, child in getattr(block_class, "base_blocks", {}).items():
            if name in schema["properties"]:
                add_words_of_field(schema["properties"][name], child)

    config = ConfigDict(title=label, json_schema_extra=add_words)
    shape.__pydantic_config__ = config
    return shape


def add_words_of_field(schema: dict[str, Any], block: blocks.Block) -> None:
    with override(None):  # the texts as the code has them: English
        schema["title"] = str(block.label)
        words = [str(help_of(block)), meanings_of(block)]
    own = schema.get("description", "")
    text = " ".join(f"{part.rstrip('.')}." for part in [own, *words] if part)
    if text:
        schema["description"] = text


def help_of(block: blocks.Block) -> Any:
    sources = (getattr(block, "field", None), block.meta)
    return next(filter(None, (getattr(source, "help_text", "") for source in sources)), "")


def meanings_of(block: blocks.Block) -> str:
    """Return what the codes of a choice mean to editors."""
    if not isinstance(block, blocks.ChoiceBlock):
        return ""
    meanings = [f"`{code}`: {label}" for code, label in block.field.choices if code]
    return f"Codes: {'; '.join(meanings)}"


def words_of(block_class: type[blocks.Block]) -> tuple[str, str]:
    """Return label and description of a kind of block, in English."""
    meta = block_class._meta_class
    with override(None):
        label = str(getattr(meta, "label", "") or block_class.__name__)
        return label, str(getattr(meta, "description", "") or "")


def shape_name(block_class: type[blocks.Block]) -> str:
    return block_class.__name__.removesuffix("Block") + "Shape"


@cache
def item_type(stream_class: Any) -> Any:
    """Return the type of one item of a stream: a union of its blocks, told apart by ``type``."""
    base = item_base(stream_class)
    items = [
        named_item(name, type(child), type_of(child), base)
        for name, child in stream_class.base_blocks.items()
    ]
    if len(items) == 1:
        return items[0]
    stem = stream_class.__name__.removesuffix("Block").removesuffix("Stream")
    union: Any = cast(Any, Union)[tuple(items)]
    return cast(Any, TypeAliasType)(
        f"{stem}Item", cast(Any, Annotated)[union, Field(discriminator="type")]
    )


def item_base(stream_class: type[blocks.StreamBlock]) -> Any:
    """Return what the items of a stream have in common: ``StreamItem``, or what it declares."""
    declared = get_type_hints(stream_class.get_api_representation, include_extras=True)
    found = get_args(declared.get("return"))
    return found[0] if found else StreamItem


#: Types of items by their name, each with what it was made of.
_items: dict[str, tuple[Any, Any]] = {}


def named_item(name: str, block_class: type[blocks.Block], value: Any, base: Any) -> Any:
    """Return the type of a block as an item of a stream; it has the name of the block's class."""
    made_of = (name, block_class, base)
    known, item = _items.get(block_class.__name__, (made_of, None))
    if known != made_of:
        raise Undeclared(f"Clients would know {known} and {made_of} by the same name.")
    if item is None:
        item = make_item(name, block_class, value, base)
        _items[block_class.__name__] = made_of, item
    return item


def make_item(name: str, block_class: type[blocks.Block], value: Any, base: Any) -> Any:
    label, description = words_of(block_class)
    common = get_type_hints(base, include_extras=True)
    fields = {"type": Literal[name], **common, "value": value}
    item = typed_dict(block_class.__name__, fields)
    item.__doc__ = description
    item.__pydantic_config__ = ConfigDict(title=label)
    return item


# What every item of a stream has beside its value.


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
