"""Puts the handbook into the admin's help menu."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from univercity.handbook.views import HandbookView, picture


@hooks.register("register_admin_urls")
def register_the_handbook():
    return [
        path("handbuch/", HandbookView.as_view(), name="univercity_handbook"),
        path("handbuch/<slug:name>.png", picture, name="univercity_handbook_picture"),
    ]


@hooks.register("register_help_menu_item")
def register_handbook_menu_item():
    return MenuItem(_("Handbook"), reverse("univercity_handbook"), icon_name="help", order=100)
