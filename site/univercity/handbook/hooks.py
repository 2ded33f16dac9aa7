"""Puts the handbooks into the admin's help menu."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from univercity.handbook.document import SOURCES
from univercity.handbook.views import TITLES, HandbookView, picture

HANDBOOK = "univercity_handbook"


@hooks.register("register_admin_urls")
def register_the_handbook():
    return [
        *(
            path(
                f"handbuch/{name}/", HandbookView.as_view(handbook=name), name=f"{HANDBOOK}_{name}"
            )
            for name in SOURCES
        ),
        path("handbuch/<slug:name>.png", picture, name="univercity_handbook_picture"),
    ]


@hooks.register("register_help_menu_item")
def register_handbook():
    address = reverse(f"{HANDBOOK}_redaktion")
    return MenuItem(TITLES["redaktion"], address, icon_name="help", order=100)


@hooks.register("register_help_menu_item")
def register_translators_handbook():
    address = reverse(f"{HANDBOOK}_uebersetzung")
    return MenuItem(TITLES["uebersetzung"], address, icon_name="help", order=110)
