"""What the section adds to Wagtail's admin."""

from wagtail import hooks

from network import viewsets

hooks.register("register_admin_viewset", viewsets.page_viewsets)
