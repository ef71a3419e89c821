"""An OCSP responder (RFC 6960) of an authority of its own, which also issues certificates.

`tell("issue", {"kind": …})` gives key and certificate in PEM, `tell("revoke", serial)` revokes it,
`tell("refuse", True)` has the responder say that it will not tell, `tell("now", …)` sets its clock.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509 import ocsp

from procflow.tests.handlers.signature.authority import Authority, pem
from procflow.tests.speakers.speaker import Asked, Said, Speaker, run

REPLY = {"Content-Type": "application/ocsp-response"}


class ResponderSpeaker(Speaker):
    def __init__(self):
        self.authority = Authority("CA có OCSP")
        self.now = self.authority.now
        self.revoked = {}
        self.refusing = False
        self.last = b""

    def answer(self, asked: Asked) -> Said:
        if asked.headers.get("content-type") != "application/ocsp-request":
            return Said(status=415)
        if self.refusing:
            unwilling = ocsp.OCSPResponseBuilder.build_unsuccessful(
                ocsp.OCSPResponseStatus.TRY_LATER
            )
            return Said(body=unwilling.public_bytes(Encoding.DER), headers=REPLY)
        self.last = asked.body
        return self._told()

    def _told(self, now=None):
        body = self.authority.told(self.last, self.revoked, now or self.now)
        return Said(body=body, headers=REPLY)

    def state(self):
        return {"root": pem(self.authority.root).decode()}

    def tell(self, what, given):
        match what:
            case "issue":
                return self._issued(**given)
            case "revoke":
                self.revoked[given] = self.now - timedelta(hours=1)
            case "refuse":
                self.refusing = given
            case "now":
                self.now = datetime.fromisoformat(given)
        return None

    def _issued(self, **about):
        key, issued = self.authority.issue(responder=self.url, **about)
        private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return {"key": private.decode(), "certificate": pem(issued).decode()}

    def forged(self, said: Said) -> Said:
        """One bit of the signature, which stands at the end, is another."""
        return replace(said, body=said.body[:-1] + bytes([said.body[-1] ^ 1]))

    def skewed(self, said: Said) -> Said:
        """An answer that ran out days ago."""
        return self._told(self.now - timedelta(days=3))


if __name__ == "__main__":
    run(ResponderSpeaker)
