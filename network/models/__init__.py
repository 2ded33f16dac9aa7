"""Page models of the section, one concept a file."""

from network.models.leitbild import LeitbildPage, LeitbildSignatory
from network.models.partner import PartnerIndexPage, PartnerPage

__all__ = ["LeitbildPage", "LeitbildSignatory", "PartnerIndexPage", "PartnerPage"]
