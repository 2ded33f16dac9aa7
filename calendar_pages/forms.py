"""The edit form of an event."""

from django.utils.translation import gettext_lazy as _

from univercity.content.pages.address import PageForm


class EventForm(PageForm):
    """Shows the organiser of an event below a partner's page, without letting it be changed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        partner = self.instance.organiser_from(self.parent_page)
        if partner and "organiser" in self.fields:
            organiser = self.fields["organiser"]
            organiser.disabled = True
            organiser.help_text = _("Given by the partner’s page that this event stands below")
            self.initial["organiser"] = partner.pk
