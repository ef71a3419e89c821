"""A provincial integration platform: OAuth2 client credentials, a service, a document exchange.

Tokens live as long as a test says. It counts what it did, not what it was asked.
"""

import base64
import secrets
import time
import xml.etree.ElementTree as Tree
from urllib.parse import unquote

from procflow.tests.speakers.speaker import Asked, Said, Speaker, run

CLIENTS = {
    "ours-key": ("planted-platform-secret", "H56.14"),
    "theirs-key": ("their+secret:with%signs", "H56.15"),
}
NAMES = {"0100000001": "Công ty TNHH Ví Dụ"}
DOCUMENTS = "/edoc/1.0/documents"
EDXML = "{http://www.mic.gov.vn/TBT/QCVN_102_2016}"


class PlatformSpeaker(Speaker):
    def __init__(self) -> None:
        self.tokens = {}
        self.life = 3600
        self.given = 0
        self.closed = False
        self.changes = 0
        self.documents = {}
        self.status = {}
        self.causes = []

    def answer(self, asked: Asked) -> Said:
        if asked.path == "/token":
            return self.token(asked)
        organ = self.organ_of(asked)
        if organ is None:
            return Said.json({"fault": "Invalid Credentials"}, 401)
        if asked.path.startswith(DOCUMENTS):
            return self.document(asked, organ)
        self.causes.append(asked.headers.get("x-road-issue"))
        if not self.causes[-1]:
            return Said.json({"fault": "no cause"}, 400)
        match asked.path:
            case "/apiCSDLDKDN/1.0/chiTietDoanhNghiep":
                return self.enterprise(asked)
            case "/change/1.0/note":
                self.changes += 1
                return Said.json({"number": self.changes})
            case "/text":
                return Said.text("không phải JSON")
        return Said.json({"fault": "no such service"}, 404)

    def token(self, asked) -> Said:
        scheme, _, both = asked.headers.get("authorization", "").partition(" ")
        key, _, secret = (unquote(part) for part in base64.b64decode(both).decode().partition(":"))
        wanted, organ = CLIENTS.get(key, (None, None))
        if self.closed or scheme != "Basic" or secret != wanted:
            return Said.json({"error": "invalid_client"}, 401)
        if asked.form.get("grant_type") != "client_credentials":
            return Said.json({"error": "unsupported_grant_type"}, 400)
        value = secrets.token_hex(12)
        self.given += 1
        self.tokens[value] = (organ, time.monotonic() + self.life)
        return Said.json(
            {
                "access_token": value,
                "scope": "am_application_scope default",
                "token_type": "Bearer",
                "expires_in": self.life,
            }
        )

    def organ_of(self, asked):
        value = asked.headers.get("authorization", "").removeprefix("Bearer ")
        organ, until = self.tokens.get(value, (None, 0.0))
        return organ if time.monotonic() < until else None

    def enterprise(self, asked) -> Said:
        code = asked.json["code"]
        if code not in NAMES:
            return Said.json({"fault": "unknown"}, 404)
        return Said.json(
            {"code": code, "name": NAMES[code], "asker": asked.headers.get("x-road-userid")}
        )

    def document(self, asked, organ) -> Said:
        rest = [unquote(part) for part in asked.path.removeprefix(DOCUMENTS).split("/") if part]
        match (asked.method, rest):
            case ("POST", []):
                return self.send(asked, organ)
            case ("GET", []):
                waiting = [
                    each
                    for each, (_, to, _) in self.documents.items()
                    if organ in to and self.status[each] == "00"
                ]
                return Said.json({"documents": waiting})
            case ("GET", [document]):
                return self.fetch(document, organ)
            case ("GET", [document, "status"]):
                if self.documents.get(document, ("",))[0] != organ:
                    return Said.json({}, 404)
                return Said.json({"status": self.status[document]})
            case ("POST", [document, "status"]):
                if organ not in self.documents.get(document, ("", ()))[1]:
                    return Said.json({}, 404)
                self.status[document] = asked.json["status"]
                return Said.json({})
        return Said.json({}, 405)

    def send(self, asked, organ) -> Said:
        root = Tree.fromstring(asked.body)
        document = root.find(f".//{EDXML}MessageHeader/{EDXML}DocumentId").text
        to = [each.find(f"{EDXML}OrganId").text for each in root.iter(f"{EDXML}To")]
        if root.find(f".//{EDXML}From/{EDXML}OrganId").text != organ or "X99" in to:
            return Said.json({"fault": "refused"}, 422)
        if document in self.documents:
            return Said.json({"fault": "exists"}, 409)
        self.documents[document] = (organ, to, asked.body.decode())
        self.status[document] = "00"
        return Said.json({"documentId": document}, 201)

    def fetch(self, document, organ) -> Said:
        _, to, text = self.documents.get(document, ("", (), ""))
        if organ not in to:
            return Said.json({}, 404)
        return Said(body=text.encode(), headers={"Content-Type": "application/xml"})

    def skewed(self, said: Said) -> Said:
        """A token that ends before it began."""
        return Said.json(
            {"access_token": "of-yesterday", "token_type": "Bearer", "expires_in": -60}
        )

    def state(self):
        return {
            "given": self.given,
            "changes": self.changes,
            "causes": self.causes,
            "documents": sorted(self.documents),
            "status": self.status,
        }

    def tell(self, what, given):
        match what:
            case "life":
                self.life = given
            case "end tokens":
                self.tokens.clear()
            case "lock out":
                self.tokens.clear()
                self.closed = True
            case "let in":
                self.closed = False
            case "leave":  # somebody leaves a document that no honest writer wrote
                self.documents[given["id"]] = ("H56.15", ["H56.14"], given["text"])
                self.status[given["id"]] = "00"


if __name__ == "__main__":
    run(PlatformSpeaker)
