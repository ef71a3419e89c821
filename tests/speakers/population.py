"""The population database behind an integration platform: client credentials, then look-ups."""

import secrets
from base64 import b64decode
from dataclasses import replace
from xml.sax.saxutils import escape

from procflow.handlers.identity.look_up import plain_name
from procflow.handlers.identity.population_exercise import CITIZENS
from procflow.tests.speakers.speaker import Asked, Said, Speaker, run

KEY, SECRET = "lgsp-key", "planted-lgsp-secret"
INTEGRATION, SERVICE = "TH-01", "DVC-1.001612"
PATH = "/dancu/1.0/tracuu"


class PopulationSpeaker(Speaker):
    def __init__(self):
        self.tokens = set()
        self.looked_up = []
        self.body = None

    def answer(self, asked: Asked) -> Said:
        if asked.path == "/token":
            return self.token(asked)
        if asked.path != PATH:
            return Said(status=404)
        if asked.headers.get("authorization", "").removeprefix("Bearer ") not in self.tokens:
            return Said(status=401)
        if not asked.headers.get("x-road-issue"):
            return Said.text("no cause", 400)
        return self.look_up(asked)

    def token(self, asked: Asked) -> Said:
        given = b64decode(asked.headers["authorization"].removeprefix("Basic ")).decode()
        if given != f"{KEY}:{SECRET}" or asked.form["grant_type"] != "client_credentials":
            return Said.json({"error": "invalid_client"}, 401)
        token = "planted-token-" + secrets.token_hex(8)
        self.tokens.add(token)
        return Said.json(
            {
                "access_token": token,
                "scope": "am_application_scope default",
                "token_type": "Bearer",
                "expires_in": 3600,
            }
        )

    def look_up(self, asked: Asked) -> Said:
        wanted = asked.json
        if (wanted["MaTichHop"], wanted["MaDVC"]) != (INTEGRATION, SERVICE):
            return Said.text("unknown service", 403)
        self.looked_up.append({**wanted, "issue": asked.headers["x-road-issue"]})
        if self.body is not None:
            return Said(body=self.body.encode(), headers={"Content-Type": "application/xml"})
        citizens = "".join(map(_xml, (c for c in CITIZENS if _fits(c, wanted))))
        xml = (
            f'<?xml version="1.0"?><CongdanCollection xmlns="urn:x">{citizens}</CongdanCollection>'
        )
        return Said(body=xml.encode(), headers={"Content-Type": "application/xml"})

    def state(self):
        return self.looked_up

    def tell(self, what, given):
        match what:
            case "forget-tokens":
                self.tokens.clear()
            case "body":
                self.body = given

    def forged(self, said: Said) -> Said:
        """Somebody else's entry."""
        return replace(said, body=said.body.replace(b"038190000123", b"038190000999"))


def _fits(citizen, wanted):
    born = citizen["dateOfBirth"].replace("-", "")
    return (
        citizen["personalNumber"] == wanted["SoDinhDanh"]
        and plain_name(citizen["name"]) == wanted["HoVaTen"]
        and born.startswith(wanted.get("NgayThangNamSinh") or wanted["Nam"])
    )


def _xml(citizen):
    told = {
        "HoVaTen": citizen["name"],
        "SoDinhDanh": citizen["personalNumber"],
        "NgayThangNamSinh": citizen["dateOfBirth"].replace("-", ""),
        "GioiTinh": "1" if citizen.get("sex") == "female" else "",
        "DanToc": "Kinh",
    }
    inside = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in told.items())
    parts = "".join(f"<Phan>{escape(part)}</Phan>" for part in citizen["residence"].split(", "))
    return f"<CongDan>{inside}<ThuongTru>{parts}</ThuongTru></CongDan>"


if __name__ == "__main__":
    run(PopulationSpeaker)
