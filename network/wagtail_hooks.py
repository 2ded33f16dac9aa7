"""What this section adds to Wagtail's admin."""

from wagtail import hooks

from network.explorer import PartnerListingViewSet, PartnerViewSet


@hooks.register("register_admin_viewset")
def register_lists_of_partners():
    return [PartnerViewSet(), PartnerListingViewSet()]
