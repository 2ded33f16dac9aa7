"""The tick "minor edit" of a page, kept in the revision that it was set for."""

from typing import Any

#: In the content of a revision: says that publishing it is a minor edit.
MINOR_EDIT = "minor_edit"


class MinorEdits:
    """For pages: lets the editor say that what is published is a minor edit."""

    minor_edit = False

    def serializable_data(self) -> dict[str, Any]:
        data: dict[str, Any] = super().serializable_data()  # type: ignore[misc]
        return {**data, MINOR_EDIT: True} if self.minor_edit else data
