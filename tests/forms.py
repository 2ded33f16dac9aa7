"""What the edit forms of the admin send."""

from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

from calendar_pages.models import CalendarPage, EventPage
from home.models import StandardPage
from network.models import LeitbildPage, PartnerIndexPage, PartnerPage
from univercity.content.slugs import slugify


def page_form(title, **fields):
    """Return what the edit form of a page sends, without the fields of its type."""
    return {
        "title": title,
        "slug": slugify(title),
        "teaser": "",
        "teaser_image": "",
        "teaser_image_alt": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "comments": inline_formset([]),
        **fields,
    }


def text_stream(text="<p>Willkommen.</p>"):
    return streamfield([("text", rich_text(text))])


def empty_stream():
    return streamfield([])


FORMS = {
    StandardPage: {"introduction": "Kurz gesagt.", "body": text_stream()},
    LeitbildPage: {
        "introduction": rich_text("<p>Wofür wir stehen.</p>"),
        "steering_group_heading": "Lenkungskreis",
        "steering_group": rich_text("<p>Er berät.</p>"),
        "principles": streamfield(
            [("principle", {"statement": "Wir fragen.", "explanation": rich_text("<p>Oft.</p>")})]
        ),
        "adopted_on": "24.02.2011",
        "renewed_on": "",
        "signatories": inline_formset([]),
        "body": empty_stream(),
    },
    PartnerIndexPage: {"introduction": rich_text("<p>Zusammen.</p>")},
    PartnerPage: {
        "short_name": "RUB",
        "kind": "university",
        "status": "active",
        "member_from": "",
        "member_until": "",
        "successor": "",
        "logo": "",
        "website": "https://www.ruhr-uni-bochum.de",
        "introduction": rich_text("<p>Im Süden der Stadt.</p>"),
        "key_figures": empty_stream(),
        "street": "",
        "postcode": "",
        "city": "Bochum",
        "latitude": "51.44450",
        "longitude": "7.26160",
        "contact_name": "",
        "email": "",
        "phone": "",
        "social_profiles": empty_stream(),
        "body": empty_stream(),
    },
    CalendarPage: {"introduction": rich_text("<p>Was kommt.</p>")},
    EventPage: {
        "lead": "Ein Abend über Licht.",
        "dates": inline_formset(
            [
                {
                    "start_date": "04.09.2030",
                    "start_time": "18:30",
                    "end_date": "",
                    "end_time": "20:00",
                    "title": "",
                }
            ]
        ),
        "status": "scheduled",
        "status_note": "",
        "previous_start": "",
        "organiser": "",
        "co_organisers": inline_formset([]),
        "mode": "onsite",
        "venue": "",
        "room": "",
        "meeting_point": "",
        "online_url": "",
        "spoken_languages": inline_formset([{"language": "de"}]),
        "age_min": "",
        "age_max": "",
        "price_from": "",
        "price_to": "",
        "price_note": "",
        "ticket_url": "",
        "registration": "none",
        "registration_url": "",
        "registration_email": "",
        "registration_opens": "",
        "registration_closes": "",
        "capacity": "",
        "body": text_stream(),
        "kind": "event",
        "series": "",
        "audiences": inline_formset([]),
        "formats": inline_formset([]),
        "topics": inline_formset([]),
        "contact_name": "",
        "contact_email": "",
        "contact_phone": "",
    },
}


def add_address(model, parent):
    options = model._meta
    return f"/admin/pages/add/{options.app_label}/{options.model_name}/{parent.pk}/"
