"""A server that speaks a protocol, in a process of its own, and misbehaves when it is told to.

    class BankSpeaker(Speaker):
        def answer(self, asked: Asked) -> Said: ...

    if __name__ == "__main__":
        run(BankSpeaker)

Started by `process.speaking`. It ends when its input does, so that it never outlives the tests.
"""

from __future__ import annotations

import argparse
import json
import socket
import ssl
import struct
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

CONTROL = "/_speaker/"
MISBEHAVIOURS = (
    "timeout",
    "timeout-after-effect",
    "drop",
    "drop-after-effect",
    "garbage",
    "half",
    "duplicate",
    "status-429",
    "status-503",
    "status-500",
    "wrong-signature",
    "skew",
)
SILENCE = 3.0
"""Seconds without an answer; adapters under test wait shorter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request. headers: by lower-case name."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    raw_query: str = ""

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def json(cls, value: Any, status: int = 200, **headers: str) -> Said:
        body = json.dumps(value, ensure_ascii=False).encode()
        return cls(
            status=status, body=body, headers={"Content-Type": "application/json", **headers}
        )

    @classmethod
    def text(cls, text: str, status: int = 200, **headers: str) -> Said:
        body, kind = text.encode(), "text/plain; charset=utf-8"
        return cls(status=status, body=body, headers={"Content-Type": kind, **headers})


class Speaker:
    """One protocol. `url`: its own address, known before the first request."""

    url = ""

    def answer(self, asked: Asked) -> Said:
        raise NotImplementedError

    def state(self) -> Any:
        """What a test may want to see, as JSON."""
        return None

    def tell(self, what: str, given: Any) -> Any:
        """A test tells that something happens over there: somebody pays, say."""
        raise NotImplementedError(what)

    def forged(self, said: Said) -> Said:
        """The answer with a signature that is wrong."""
        raise NotImplementedError

    def skewed(self, said: Said) -> Said:
        """The answer as by a clock that is hours off."""
        raise NotImplementedError


@dataclass(slots=True)
class Script:
    """What goes wrong next: the first entry that fits the path is used up."""

    entries: list[dict[str, Any]] = field(default_factory=list)

    def next(self, path: str) -> dict[str, Any]:
        for number, entry in enumerate(self.entries):
            if path.startswith(entry.get("path") or ""):
                return self.entries.pop(number)
        return {}


class Stage:
    """The speaker, what it heard, and its script; requests take turns."""

    def __init__(self, speaker: Speaker) -> None:
        self.speaker = speaker
        self.script = Script()
        self.heard: list[dict[str, Any]] = []
        self.turn = threading.Lock()

    def control(self, asked: Asked) -> Said:
        """The test's own requests."""
        with self.turn:
            match asked.path.removeprefix(CONTROL):
                case "misbehave":
                    self.script.entries.append(asked.json)
                    return Said.json(None)
                case "still":
                    return Said.json(self.script.entries)
                case "heard":
                    return Said.json(self.heard)
                case "state":
                    return Said.json(self.speaker.state())
                case "tell":
                    return Said.json(self.speaker.tell(asked.json["what"], asked.json["given"]))
        return Said(status=404)

    def note(self, asked: Asked) -> str:
        """Remember the request; which misbehaviour follows."""
        self.heard.append(
            {
                "method": asked.method,
                "path": asked.path,
                "query": dict(asked.query),
                "headers": dict(asked.headers),
                "body": asked.body.decode(errors="replace"),
            }
        )
        return str(self.script.next(asked.path).get("kind", ""))

    def perform(self, asked: Asked) -> tuple[str, Said | None]:
        """What goes wrong, and the answer; no answer where nothing may be done."""
        with self.turn:
            kind = self.note(asked)
            match kind:
                case "timeout" | "drop":
                    return kind, None
                case "status-429":
                    return kind, Said(status=429, headers={"Retry-After": "7"})
                case "status-503":
                    return kind, Said(status=503, headers={"Retry-After": "7"})
                case "status-500":
                    return kind, Said.text("broken", 500)
                case "duplicate":
                    self.speaker.answer(asked)
            return kind, self._disfigured(kind, self.speaker.answer(asked))

    def _disfigured(self, kind: str, said: Said) -> Said:
        match kind:
            case "garbage":
                return replace(said, body=b"\xff<\x00 no answer at all")
            case "wrong-signature":
                return self.speaker.forged(said)
            case "skew":
                return self.speaker.skewed(said)
        return said


class Mouth(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    stage: Stage

    def do(self) -> None:
        asked = self._asked()
        if asked.path.startswith(CONTROL):
            return self._say(self.stage.control(asked))
        kind, said = self.stage.perform(asked)
        if kind.startswith("timeout"):
            time.sleep(SILENCE)
        if said is None or kind.startswith(("timeout", "drop")):
            return self._hang_up()
        if kind == "half":
            return self._say_half(said)
        return self._say(said)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do  # noqa: N815 - the names http.server looks for

    def _asked(self) -> Asked:
        url = urlsplit(self.path)
        return Asked(
            method=self.command,
            path=url.path,
            query=dict(parse_qsl(url.query, keep_blank_values=True)),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(int(self.headers.get("Content-Length", 0))),
            raw_query=url.query,
        )

    def _say(self, said: Said) -> None:
        self._head(said)
        self.wfile.write(said.body)

    def _say_half(self, said: Said) -> None:
        self._head(said)
        self.wfile.write(said.body[: len(said.body) // 2])
        self.wfile.flush()
        self._hang_up()

    def _head(self, said: Said) -> None:
        self.send_response(said.status)
        for name, value in said.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(said.body)))
        self.end_headers()

    def _hang_up(self) -> None:
        """A reset, so that the other side sees at once that nothing more comes."""
        self.close_connection = True
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()

    def finish(self) -> None:
        try:
            super().finish()
        except (OSError, ValueError):
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
        """Say nothing."""


def run(kind: type[Speaker]) -> None:
    """Speak until the input ends; the first line of the output is the address."""
    options = argparse.ArgumentParser()
    options.add_argument("--certificate", type=Path)
    chosen = options.parse_args()
    stage = Stage(kind())
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Voice", (Mouth,), {"stage": stage}))
    server.daemon_threads = True
    scheme = "http"
    if chosen.certificate:
        scheme, context = "https", ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chosen.certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    stage.speaker.url = f"{scheme}://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdout.write(f"{stage.speaker.url}\n")
    sys.stdout.flush()
    sys.stdin.read()
