"""The roles and their rights; docs/roles.md shows this table to people."""

from dataclasses import dataclass

from univercity.content.pages.locked_slug import CHANGE_SLUG
from univercity.translation.permissions import (
    MANAGE_MEMORY,
    PUBLISH_INCOMPLETE,
    REQUEST,
    REVIEW,
    STOP,
    TRANSLATE,
)


@dataclass(frozen=True)
class Role:
    """A group and what it may do.

    Actions are separated by spaces. ``pages`` holds for all pages in the source language,
    ``translations`` for those in other languages, ``files`` for images and documents,
    ``snippets`` for snippets and settings; ``others`` are permissions by app and codename.
    """

    group: str
    purpose: str
    admin: bool = True
    pages: str = ""
    translations: str = ""
    files: str = ""
    snippets: str = ""
    others: tuple[str, ...] = ()


EVERYTHING = "*"
EDITORS = "Redaktion"
REVIEWERS = "Prüfung"
TRANSLATORS = "Übersetzung"
PROOFREADERS = "Lektorat"
TRANSLATION_LEADS = "Leitung"
API_CLIENTS = "API-Client"

ROLES = [
    Role(
        "Administration",
        "Looks after accounts, languages and everything else",
        pages="add bulk_delete change lock publish unlock",
        translations="add bulk_delete change lock publish unlock",
        files="add change delete choose",
        snippets="add change delete publish lock unlock",
        others=(EVERYTHING,),
    ),
    Role(
        EDITORS,
        "Writes and publishes all sections in German, asks for translations",
        pages="add change lock publish unlock",
        translations="add change",
        files="add change choose",
        snippets="add change delete publish lock unlock",
        others=(
            CHANGE_SLUG,
            "wagtailredirects.add_redirect",
            "wagtailredirects.change_redirect",
            "wagtailredirects.delete_redirect",
            REQUEST,
        ),
    ),
    Role(
        REVIEWERS,
        "Sees all pages, approves what partners submit, changes nothing else",
        pages="lock unlock",  # the smallest right that lets a group see pages in the admin
        translations="lock unlock",
        files="choose",
    ),
    Role(
        TRANSLATORS,
        "Translates, publishes nothing",
        translations="change",
        files="choose",
        snippets="change",
        others=(TRANSLATE,),
    ),
    Role(
        PROOFREADERS,
        "Reviews and publishes translations",
        translations="change lock publish unlock",
        files="choose",
        snippets="change publish",
        others=(TRANSLATE, REVIEW),
    ),
    Role(
        TRANSLATION_LEADS,
        "Leads the work of translation: asks for it, assigns it, ends it, publishes",
        pages="change",
        translations="add change lock publish unlock",
        files="choose",
        snippets="change publish lock unlock",
        others=(REQUEST, TRANSLATE, REVIEW, STOP, PUBLISH_INCOMPLETE, MANAGE_MEMORY),
    ),
    Role(
        API_CLIENTS,
        "Reads drafts with a token; accounts without the admin never write with one",
        admin=False,
        pages="change",  # what API v3 asks of those who read drafts
        translations="change",
    ),
]

#: One group for each partner, for its page with everything below, and for its files.
PARTNER = Role(
    "Partner: %(name)s",
    "Keeps the own page and events, submits them for approval",
    pages="add change",
    files="add change choose",
)
#: Files that every partner may use.
SHARED_FILES = "Gemeinsam"
