"""A site whose answers show how often it was asked."""

from django.http import HttpResponse
from django.test import RequestFactory

from univercity.http_cache.dependencies import depends_on
from univercity.http_cache.middleware import AnswerCacheMiddleware


class NumberingSite:
    """Answers with a number that counts how often it was asked, behind the middleware."""

    def __init__(self):
        self.asked = 0
        self.meanwhile = []  #: what happens while an answer is made
        self.answer = HttpResponse
        self.middleware = AnswerCacheMiddleware(self.make)

    def make(self, request):
        self.asked += 1
        answer = self.answer(f"answer {self.asked}")
        for happens in self.meanwhile:
            happens(request)
        depends_on(request, "page-1", "image-2")
        return answer

    def get(self, address="/de/", **headers):
        return self.middleware(RequestFactory().get(address, headers=headers))
