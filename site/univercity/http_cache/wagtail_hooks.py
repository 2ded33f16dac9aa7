"""How the answer of a page says what it depends on."""

from wagtail import hooks

from univercity.http_cache import dependencies

# After Wagtail's own: a closed page never gets here.
hooks.register("before_serve_page", dependencies.declare_page, order=100)
