"""A subscriber to webhooks."""

import json
from http.server import BaseHTTPRequestHandler


class Listener(BaseHTTPRequestHandler):
    """A subscriber that keeps what it gets, and answers with ``status``."""

    status = 204
    heard = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.heard.append((dict(self.headers.items()), body))
        self.send_response(self.status)
        if self.status == 302:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"Hm \x00")

    def log_message(self, *args):
        pass

    @classmethod
    def contents(cls):
        """Return what it heard, as JSON."""
        return [json.loads(body) for _headers, body in cls.heard]

    @classmethod
    def ids(cls):
        """Return the ids of the events it heard."""
        return [headers["webhook-id"] for headers, _body in cls.heard]
