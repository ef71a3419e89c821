"""Zalo as its notification service and its token server speak: one-time refresh tokens, result
codes, signed delivery events.
"""

import hashlib
import json
import time

from procflow.tests.speakers.speaker import Asked, Said, Speaker, run

APP, SECRET_KEY, OA_SECRET = "4012345678901234567", "planted-app-secret-59", "planted-oa-secret-61"
FIRST_REFRESH = "planted-refresh-token-0"
TEMPLATES = {"236134": ("noi_dung",)}
HOUR = 3600


class ZaloSpeaker(Speaker):
    def __init__(self):
        self.refresh = {FIRST_REFRESH}
        self.access = set()
        self.messages = []
        self.without_account = set()
        self.templates = dict(TEMPLATES)
        self.codes = []
        self.renewals = 0
        self.pause = 0.0

    def answer(self, asked: Asked) -> Said:
        match asked.method, asked.path:
            case "POST", "/v4/oa/access_token":
                return self._renew(asked)
            case "POST", "/message/template":
                return self._send(asked)
        return Said.text("not found", 404)

    def _renew(self, asked):
        time.sleep(self.pause)
        form = asked.form
        if asked.headers.get("secret_key") != SECRET_KEY or form.get("app_id") != APP:
            return Said.json({"error": -14004, "error_name": "Invalid app"})
        if form.get("refresh_token") not in self.refresh:
            return Said.json({"error": -14014, "error_name": "Invalid refresh token"})
        self.renewals += 1
        access, refresh = (f"planted-{kind}-{self.renewals}" for kind in ("access", "refresh"))
        self.refresh, self.access = {refresh}, {access}
        return Said.json(
            {"access_token": access, "refresh_token": refresh, "expires_in": str(25 * HOUR)}
        )

    def _send(self, asked):
        message = asked.json
        if asked.headers.get("access_token") not in self.access:
            return Said.json({"error": -124, "message": "Access token invalid"})
        error = self.codes.pop(0) if self.codes else self._error(message)
        if error:
            return Said.json({"error": error, "message": f"Refused with {error}"})
        self.messages.append(message)
        told = {"msg_id": f"zns-{len(self.messages)}", "sent_time": "1772413200000"}
        return Said.json({"error": 0, "message": "Success", "data": told})

    def _error(self, message):
        if message["template_id"] not in self.templates:
            return -109
        if not message["phone"].startswith("84"):
            return -108
        wanted = self.templates[message["template_id"]]
        if not all(message["template_data"].get(name) for name in wanted):
            return -111
        return -118 if message["phone"] in self.without_account else 0

    def skewed(self, said):
        """A number where the error stands as a text says nothing."""
        fields = json.loads(said.body)
        return Said.json({**fields, "error": f"E{fields.get('error')}"})

    def state(self):
        return {"messages": self.messages, "renewals": self.renewals}

    def tell(self, what, given):
        match what:
            case "answer":
                self.codes.extend(given)
            case "nobody has an account at":
                self.without_account.add(given)
            case "a template is approved":
                self.templates[given["id"]] = given["fields"]
            case "tokens expire":
                self.access.clear()
            case "refresh tokens are void":
                self.refresh.clear()
            case "the account is authorised anew":
                self.refresh.add(given)
            case "renewing takes":
                self.pause = given
            case "report":
                return self._report(**given)
        return None

    def _report(self, number, event="user_received_message", delivered="1772413260000"):
        body = json.dumps(
            {
                "app_id": APP,
                "event_name": event,
                "message": {"delivery_time": delivered, "msg_id": "zns-1", "tracking_id": number},
                "sender": {"id": "oa"},
                "timestamp": "1772413261000",
            }
        )
        signed = f"{APP}{body}1772413261000{OA_SECRET}".encode()
        return {"body": body, "signature": f"mac={hashlib.sha256(signed).hexdigest()}"}


if __name__ == "__main__":
    run(ZaloSpeaker)
