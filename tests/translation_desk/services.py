"""Services that translate, on this machine: what they are asked, and what they answer."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from deepl import http_client

from tests.translation_desk.exchange import make_translation
from univercity.translation.units import units_of
from univercity.translation_desk.machine.providers import libretranslate

GREETING = "Kommen Sie am Mittwoch in die Stadt."


class Service(BaseHTTPRequestHandler):
    """Answers each request as ``plan`` says, and as a service does when that is used up.

    An entry of ``plan`` is a status, ``"silence"``, a function from text to text, or bytes.
    """

    def do_POST(self):
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, json.loads(raw), dict(self.headers)))
        self.act()

    def do_GET(self):
        self.respond(200, self.list_glossaries())

    def do_DELETE(self):
        self.server.glossaries = [
            each for each in self.server.glossaries if each["glossary_id"] not in self.path
        ]
        self.respond(204)

    def act(self):
        content = self.server.asked[-1][1]
        if self.path.endswith("/glossaries"):
            self.respond(201, self.make_glossary(content))
            return
        step = self.server.plan.pop(0) if self.server.plan else english
        if step == "silence":
            self.close_connection = True
        elif isinstance(step, int):
            self.respond(step, {"message": "Refused.", "error": "Refused."})
        elif isinstance(step, bytes):
            self.respond(200, step)
        else:
            self.respond(200, self.translation(content, step))

    def translation(self, content, step):
        if "q" in content:
            return {"translatedText": [step(text) for text in content["q"]]}
        return {
            "translations": [
                {
                    "text": step(text),
                    "detected_source_language": "DE",
                    "billed_characters": len(text),
                    "model_type_used": "quality_optimized",
                }
                for text in content["text"]
            ]
        }

    def list_glossaries(self):
        return {"glossaries": self.server.glossaries}

    def make_glossary(self, content):
        glossary = {
            "glossary_id": f"g{len(self.server.glossaries) + 1}",
            "name": content["name"],
            "ready": True,
            "source_lang": content["source_lang"].lower(),
            "target_lang": content["target_lang"].lower(),
            "creation_time": "2026-11-28T12:00:00.000000Z",
            "entry_count": 1,
        }
        self.server.glossaries.append(glossary)
        return glossary

    def respond(self, status, content=None):
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        if status == 204:
            body = b""
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def english(text):
    """Return a translation that keeps tags and names."""
    return f"EN {text}"


def make_impatient(monkeypatch):
    """Let clients try again at once: seconds of waiting prove nothing."""
    for name in ("BACKOFF_INITIAL", "BACKOFF_MAX"):
        monkeypatch.setattr(http_client._BackoffTimer, name, 0.0)
    monkeypatch.setattr(libretranslate, "PAUSES", (0, 0, 0))


def texts_of(translation):
    """Return what stands for each source text of a page, and how far it is."""
    return {unit.source: (unit.target, unit.state) for unit in units_of([translation])}


class Server(ThreadingHTTPServer):
    """Keeps what it was ``asked``; ``plan`` says what it answers next."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Service)
        self.plan, self.asked, self.glossaries = [], [], []
        self.address = f"http://127.0.0.1:{self.server_port}"

    @property
    def translations(self):
        """The contents of the requests that asked for translations."""
        return [content for path, content, _ in self.asked if path.endswith("translate")]


@contextmanager
def serve():
    """Start a service and yield it."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def submit(home, english):
    """Return a function that makes a page of paragraphs and its translation into English."""

    def make(*paragraphs, **fields):
        return make_translation(home, english, *[f"<p>{each}</p>" for each in paragraphs], **fields)

    return make
