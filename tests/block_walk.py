"""Ways through all blocks of all menus, and to the words that editors read of them."""

from django.apps import apps
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

#: The apps with content that editors see, by their labels.
OUR_APPS = (
    "univercity",
    "publishing",
    "previews",
    "api",
    "editorial",
    "home",
    "network",
    "calendar_pages",
)


def stream_fields():
    """Yield each StreamField of our models."""
    for label in OUR_APPS:
        for model in apps.get_app_config(label).get_models():
            for field in model._meta.get_fields():
                if isinstance(field, StreamField):
                    yield field


def walk(block, path):
    """Yield ``block`` and everything inside it, each with its path; nothing of Wagtail's own."""
    yield path, block
    if isinstance(block, ImageBlock):
        return
    for name, child in getattr(block, "child_blocks", {}).items():
        yield from walk(child, f"{path}.{name}")
    if isinstance(block, blocks.ListBlock):
        yield from walk(block.child_block, f"{path}.item")


def all_blocks():
    """Yield every block at every depth below the menus, with its path."""
    for field in stream_fields():
        for name, child in field.stream_block.child_blocks.items():
            yield from walk(child, f"{field}.{name}")


def menus():
    """Yield every stream of blocks at every depth, with its path."""
    for field in stream_fields():
        for path, block in walk(field.stream_block, str(field)):
            if isinstance(block, blocks.StreamBlock):
                yield path, block


def offered_blocks():
    """Yield every block that an editor can insert from a menu, with its path."""
    for path, menu in menus():
        for name, child in menu.child_blocks.items():
            yield f"{path}.{name}", child


def fields_of_blocks():
    """Yield every block that is a field of another one, with its path."""
    for path, block in all_blocks():
        if isinstance(block, (blocks.StructBlock, TypedTableBlock)) and not isinstance(
            block, ImageBlock
        ):
            for name, child in block.child_blocks.items():
                yield f"{path}.{name}", child


def help_of(block):
    """Return the help text of a block, which Wagtail keeps in several places."""
    sources = (getattr(block, "field", None), block.meta)
    return next(filter(None, (getattr(source, "help_text", "") for source in sources)), "")


def description_of(block):
    return getattr(block.meta, "description", "")


def choices_of(block):
    """Return the labels of the choices of a block, without the empty one."""
    if not isinstance(block, blocks.ChoiceBlock):
        return []
    return [label for value, label in block.field.choices if value]


def layout_groups(block):
    """Yield the groups of fields in the form of a block."""
    layout = getattr(block.meta, "form_layout", None)
    groups = layout.children + layout.settings if layout else []
    yield from (group for group in groups if isinstance(group, blocks.BlockGroup))


def words_of(block):
    """Yield everything that editors read of a block, as it is: lazy strings stay lazy."""
    yield from filter(None, [block.meta.label, description_of(block), help_of(block)])
    yield from choices_of(block)
    if block.meta.group:
        yield block.meta.group
    for group in layout_groups(block):
        yield from filter(None, [group.heading, group.help_text])
