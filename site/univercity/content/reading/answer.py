"""What has been read for the answer at hand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse

Read = TypeVar("Read", bound=Callable[[], Any])

#: By what it is; ``None`` where no answer is being made that only reads.
kept: ContextVar[dict[Any, Any] | None] = ContextVar("read for this answer", default=None)


@contextmanager
def one_answer() -> Iterator[None]:
    """Keep within what is read once; nothing that was read before or is read after it."""
    token = kept.set({})
    try:
        yield
    finally:
        kept.reset(token)


def once_per_answer(read: Read) -> Read:
    """Call ``read`` once for an answer; each time where none is being made."""

    @wraps(read)
    def wrapper() -> Any:
        answer = kept.get()
        if answer is None:
            return read()
        if read not in answer:
            answer[read] = read()
        return answer[read]

    return wrapper  # type: ignore[return-value]


class ReadingMiddleware:
    """Make requests that only read (RFC 9110, section 9.2.1) an answer of their own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        with one_answer():
            return self.get_response(request)
