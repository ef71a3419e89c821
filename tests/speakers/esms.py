"""A text message gateway that speaks as eSMS does (developers.esms.vn, send and CallbackUrl)."""

import re
from urllib.parse import urlencode

from procflow.tests.speakers.speaker import Asked, Said, Speaker, run

SEND = "/MainService.svc/json/SendMultipleMessage_V4_post_json/"
API_KEY, SECRET_KEY = "planted-api-key-31", "planted-secret-key-47"
BRAND = "UBND-XA"
NUMBER = re.compile(r"84[35789][0-9]{8}")


class EsmsSpeaker(Speaker):
    """It takes each RequestId once, until it is told to forget (24 hours there)."""

    def __init__(self):
        self.messages = []
        self.known = set()
        self.codes = []

    def answer(self, asked: Asked) -> Said:
        if (asked.method, asked.path) != ("POST", SEND):
            return Said.text("not found", 404)
        message = asked.json
        code = self.codes.pop(0) if self.codes else self._code(message)
        if code != "100":
            told = f"Refused for {message['ApiKey']} {message['SecretKey']}"
            return Said.json({"CodeResult": code, "ErrorMessage": told})
        self.messages.append(message)
        self.known.add(message["RequestId"])
        return Said.json({"CodeResult": code, "CountRegenerate": 0, "SMSID": self._id(message)})

    def _code(self, message):
        if (message["ApiKey"], message["SecretKey"]) != (API_KEY, SECRET_KEY):
            return "101"
        if message["Brandname"] != BRAND or message["SmsType"] != "2":
            return "104"
        if not NUMBER.fullmatch(message["Phone"]) or len(message["RequestId"]) > 50:
            return "99"
        if message["IsUnicode"] == "0" and not message["Content"].isascii():
            return "99"
        return "124" if message["RequestId"] in self.known else "100"

    def _id(self, message):
        return f"sms-{message['RequestId'][:8]}"

    def state(self):
        """The messages on the telephones, without the keys they came with."""
        secret = ("ApiKey", "SecretKey")
        return [{k: v for k, v in each.items() if k not in secret} for each in self.messages]

    def tell(self, what, given):
        match what:
            case "answer":
                self.codes.extend(given)
            case "a day passes":
                self.known.clear()
            case "report":
                return self._report(**given)
        return None

    def _report(self, number, delivered=1, failed=0, **more):
        """What the gateway calls: the address that came with the message, and its own fields."""
        (message,) = [each for each in self.messages if each["RequestId"] == number]
        fields = {
            "SMSID": self._id(message),
            "RequestId": number,
            "SendStatus": "5" if delivered or failed else "1",
            "SendSuccess": delivered,
            "SendFailed": failed,
            "TypeId": 2,
            **more,
        }
        return f"{message['CallbackUrl']}&{urlencode(fields)}"


if __name__ == "__main__":
    run(EsmsSpeaker)
