"""The server: files of the edition's folder, to this machine alone, and the stream that tells pages of each build.

It answers nobody else: it listens on the loopback address, and a request that was sent to another name (a page of the web that
had its name point here, "DNS rebinding") is refused. What lies outside the folder, is hidden, or is led to by a link out of it
is not there.
"""

from __future__ import annotations

from email.utils import formatdate
from functools import cache
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from teiencode.serving.state import State

LOOPBACK = "127.0.0.1"
HOSTS = frozenset(("localhost", LOOPBACK, "[::1]"))
EVENTS, SCRIPT = "/-/events", "/-/reload.js"
HEARTBEAT = 10.0
"""Seconds after which a silent stream says that it is alive, so that a page that was closed is noticed."""

KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".txt": "text/plain; charset=utf-8",
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".zip": "application/zip",
    ".wasm": "application/wasm",
}
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body {{ font: 1.05rem/1.5 serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem }}</style></head>
<body><main><h1>{title}</h1><p>{text}</p><p><a href="/">The edition</a></p></main></body></html>
"""


@cache
def reload_script() -> bytes:
    """The script that the server puts into pages."""
    return Path(__file__).with_name("reload.js").read_bytes()


class EditionServer(ThreadingHTTPServer):
    """Serves the folder `site` on the loopback address."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, site: Path, state: State, port: int) -> None:
        """Listen on `port` (0: any that is free). Raises `OSError` where it cannot be had."""
        self.site, self.state = site, state
        super().__init__((LOOPBACK, port), _Request)

    @property
    def address(self) -> str:
        """The address to open."""
        return f"http://{LOOPBACK}:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader that went away in the middle of an answer is no error to tell of."""


class _Request(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "teiencode", ""
    server: EditionServer

    def do_GET(self) -> None:
        """Answer a request for a file or for the stream."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer without the body."""
        self._answer()

    def log_message(self, format: str, *arguments: object) -> None:
        """Requests are not told in the terminal: what matters there is the build."""

    def _answer(self) -> None:
        if _host(self.headers.get("Host", "")) not in HOSTS:
            self._page(HTTPStatus.FORBIDDEN, "Refused", "This server answers on this machine only, as localhost.")
            return
        address = urlsplit(self.path if not self.path.startswith("//") else "/" + self.path.lstrip("/"))
        if address.path == EVENTS:
            self._stream()
        elif address.path == SCRIPT:
            self._send(HTTPStatus.OK, reload_script(), KINDS[".js"])
        else:
            self._file(unquote(address.path))

    def _file(self, path: str) -> None:
        target = located(self.server.site, path)
        if target is None:
            self._page(HTTPStatus.NOT_FOUND, "There is no such page", f"{path} is not part of the edition.")
        elif target.is_dir() and not path.endswith("/"):
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", KINDS[".txt"], Location=quote("/" + path.strip("/") + "/"))
        else:
            target = target / "index.html" if target.is_dir() else target
            try:
                data, changed = target.read_bytes(), target.stat().st_mtime
            except OSError:
                self._page(HTTPStatus.NOT_FOUND, "There is no such page", f"{path} is not part of the edition.")
                return
            kind = KINDS.get(target.suffix.lower(), "application/octet-stream")
            if kind == KINDS[".html"]:
                data = self._with_script(data)
            self._send(HTTPStatus.OK, data, kind, **{"Last-Modified": formatdate(changed, usegmt=True)})

    def _page(self, status: HTTPStatus, title: str, text: str) -> None:
        page = PAGE.format(title=escape(title), text=escape(text)).encode("utf-8", "backslashreplace")
        allowed = status is not HTTPStatus.FORBIDDEN
        self._send(status, self._with_script(page, missing=True) if allowed else page, KINDS[".html"])

    def _with_script(self, page: bytes, *, missing: bool = False) -> bytes:
        mark = ' data-missing="true"' if missing else ""
        script = f'<script src="{SCRIPT}" data-build="{self.server.state.told.build}"{mark}></script>'.encode()
        before, end, after = page.rpartition(b"</body>")
        return before + script + end + after if end else page + script

    def _send(self, status: HTTPStatus, data: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _stream(self) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        state = self.server.state
        told = state.told
        self.wfile.write(b"retry: 500\n\n" + told.as_event())
        while not state.closed:
            news = state.wait(told.build, HEARTBEAT)
            told = news or told
            self.wfile.write(news.as_event() if news else b": alive\n\n")


def _host(header: str) -> str:
    """The name of a `Host` header, without its port."""
    name, _, port = header.rpartition(":")
    return (name if name and port.isdigit() else header).lower()


def located(site: Path, path: str) -> Path | None:
    """The file or folder of the edition that a request's path (decoded, from the root) leads to, if there is one."""
    parts = path.split("/")
    if any(part.startswith(".") or "\\" in part or "\0" in part or ":" in part for part in parts):
        return None
    if "" in parts[1:-1] or parts[0]:
        return None
    try:
        root = site.resolve()
        target = root.joinpath(*parts[1:]).resolve(strict=True)
    except (OSError, ValueError):
        return None
    return target if target == root or root in target.parents else None
