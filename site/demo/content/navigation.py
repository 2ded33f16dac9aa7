"""Main navigation, footer and the network's own data."""

from typing import Any

from demo.texts import Entry, Ref, T, same
from univercity.content.site_settings import SiteSettings


def page_link(key: str, label: T) -> tuple[str, Any]:
    return ("link", {"label": label, "page": Ref(key), "url": ""})


SETTINGS = Entry(
    "settings",
    SiteSettings,
    {
        "site": Ref("site"),
        "navigation": [
            page_link("leitbild", T("Leitbild", "Mission")),
            page_link("partners", T("Netzwerk", "Network")),
            page_link("calendar", T("Kalender", "Calendar")),
        ],
        "footer_links": [
            page_link("imprint", T("Impressum", "Imprint")),
            page_link("privacy", T("Datenschutz", "Privacy")),
            page_link("accessibility", T("Barrierefreiheit", "Accessibility")),
        ],
        # The network says that it is on Instagram; the address is still to be confirmed.
        "social_profiles": [
            (
                "profile",
                {"platform": "instagram", "url": "https://www.instagram.com/univercitybochum/"},
            ),
        ],
        "organisation": same("UniverCity Bochum e. V."),
    },
)
