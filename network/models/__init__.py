"""Models of the section: the Leitbild, the partners and their index."""

from network.models.leitbild import LeitbildPage, LeitbildSignatory
from network.models.partner import PartnerIndexPage, PartnerPage

__all__ = ["LeitbildPage", "LeitbildSignatory", "PartnerIndexPage", "PartnerPage"]
