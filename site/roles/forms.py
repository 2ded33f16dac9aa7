"""What reviewers are asked."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """Asks for the reason of a rejection, without which nobody knows what to change."""

    comment = forms.CharField(
        label=_("What has to change?"),
        help_text=_("For example: Bitte ergänzen Sie den Treffpunkt."),
        error_messages={"required": _("Say what has to change.")},
        widget=forms.Textarea({"rows": 3}),
    )
