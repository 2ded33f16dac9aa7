"""Give Wagtail's views for API tokens a scope and rotation.

``wagtail.users`` has settings for its other view sets, but none for this one.
"""

from wagtail.users.views import api_tokens

from univercity.api.access.admin import TokenViewSet


def connect() -> None:
    """Replace the view set, which ``wagtail.users`` takes from its module by name; call once.

    Test: ``test_token_is_made_with_a_scope``.
    """
    api_tokens.APITokenViewSet = TokenViewSet
