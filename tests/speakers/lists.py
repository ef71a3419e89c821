"""A server of revocation lists."""

from procflow.tests.speakers.speaker import Asked, Said, Speaker, run


class ListsSpeaker(Speaker):
    def __init__(self):
        self.list = b""

    def answer(self, asked: Asked) -> Said:
        return Said(body=self.list, headers={"Content-Type": "application/pkix-crl"})

    def tell(self, what, given):
        self.list = bytes.fromhex(given)


if __name__ == "__main__":
    run(ListsSpeaker)
