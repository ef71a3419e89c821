"""A speaker for the wire itself: says what it was asked, and counts."""

from procflow.tests.speakers.speaker import Asked, Said, Speaker, run


class EchoSpeaker(Speaker):
    def __init__(self) -> None:
        self.count = 0

    def answer(self, asked: Asked) -> Said:
        self.count += 1
        match asked.path:
            case "/long":
                return Said(body=b"x" * 100_000)
            case "/elsewhere":
                return Said(status=302, headers={"Location": "/echo"})
            case "/missing":
                return Said.text("no such thing", 404)
        return Said.json({"method": asked.method, "query": asked.query, "count": self.count})

    def state(self) -> int:
        return self.count


if __name__ == "__main__":
    run(EchoSpeaker)
