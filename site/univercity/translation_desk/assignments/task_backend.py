"""Hands the one large job of wagtail-localize, submitting a subtree, to the task queue.

wagtail-localize makes the backend while its models are still being loaded, so nothing of them is
imported here.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import transaction
from django.utils.module_loading import import_string
from wagtail_localize.tasks import BaseJobBackend


class TaskBackend(BaseJobBackend):
    """Enqueues the task named by the option ``SUBTREE_TASK``, once all is committed.

    It gets keys in place of objects, because tasks are kept as JSON. The one form that is added to
    a submission ("component") says who is to translate, so what it says holds for all pages.
    """

    def __init__(self, options: dict[str, str]):
        self.subtree_task = options["SUBTREE_TASK"]

    def enqueue(self, func: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]) -> None:
        """Enqueue a job; raises ``NotImplementedError`` for any but that of a subtree."""
        if func.__name__ != "translate_page_subtree":
            raise NotImplementedError(func.__name__)
        page_id, locales, [(_component, _instance, form)], user = args
        task = import_string(self.subtree_task)
        locale_ids = [locale.pk for locale in locales]
        arguments = (page_id, locale_ids, user and user.pk, form.options())
        transaction.on_commit(partial(task.enqueue, *arguments))
