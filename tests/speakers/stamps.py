"""A time-stamping authority (RFC 3161), with a certificate of an authority of its own."""

from dataclasses import replace
from datetime import datetime, timedelta

from asn1crypto import keys, tsp, x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from procflow.tests.handlers.signature.authority import Authority, pem
from procflow.tests.speakers.speaker import Asked, Said, Speaker, run

REFUSAL = bytes.fromhex("30123010020102300b0c096e6f7420746f646179")
"""A TimeStampResp with status `rejection`, which asn1crypto cannot write."""
REPLY = {"Content-Type": "application/timestamp-reply"}


class StampsSpeaker(Speaker):
    def __init__(self):
        self.authority = Authority("CA Dấu thời gian")
        self.key, self.certificate = self.authority.issue_for_stamps()
        self.now = self.authority.now
        self.given = 0
        self.refusing = ""
        self.last = Said()

    def answer(self, asked: Asked) -> Said:
        if asked.headers.get("content-type") != "application/timestamp-query":
            return Said(status=415)
        self.given += 1
        return self._stamped(tsp.TimeStampReq.load(asked.body), self.now)

    def _stamped(self, request, moment):
        if self.refusing == "replay":
            return self.last
        if self.refusing:
            return Said(body=REFUSAL, headers=REPLY)
        response = self._stamper(moment).request_tsa_response(request)
        self.last = Said(body=response.dump(), headers=REPLY)
        return self.last

    def _stamper(self, moment):
        der = self.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        certificate = x509.Certificate.load(self.certificate.public_bytes(Encoding.DER))
        root = x509.Certificate.load(self.authority.root.public_bytes(Encoding.DER))
        private = keys.PrivateKeyInfo.load(der)
        return DummyTimeStamper(certificate, private, certs_to_embed=[root], fixed_dt=moment)

    def state(self):
        return {
            "root": pem(self.authority.root).decode(),
            "list": self.authority.revocations().hex(),
            "given": self.given,
        }

    def tell(self, what, given):
        match what:
            case "now":
                self.now = datetime.fromisoformat(given)
            case "refuse":
                self.refusing = given

    def forged(self, said: Said) -> Said:
        """One bit of the signature, which stands at the end, is another."""
        return replace(said, body=said.body[:-1] + bytes([said.body[-1] ^ 1]))

    def skewed(self, said: Said) -> Said:
        response = tsp.TimeStampResp.load(said.body)
        told = response["time_stamp_token"]["content"]["encap_content_info"]["content"].parsed
        request = tsp.TimeStampReq(
            {
                "version": 1,
                "message_imprint": told["message_imprint"],
                "nonce": told["nonce"],
                "cert_req": True,
            }
        )
        return self._stamped(request, self.now + timedelta(hours=5))


if __name__ == "__main__":
    run(StampsSpeaker)
