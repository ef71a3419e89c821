"""A system with an HTTP interface of its own: it keeps notes, and tells what it was asked."""

from procflow.tests.speakers.speaker import Asked, Said, Speaker, run

TOKEN = "planted-office-token"


class OfficeSpeaker(Speaker):
    def __init__(self) -> None:
        self.notes = []
        self.keys = {}

    def answer(self, asked: Asked) -> Said:
        match (asked.method, asked.path):
            case (_, "/echo"):
                return Said.json(
                    {
                        "method": asked.method,
                        "query": dict(asked.query),
                        "headers": dict(asked.headers),
                        "body": asked.body.decode(),
                    }
                )
            case ("POST", "/notes"):
                return self.note(asked)
            case (_, "/private"):
                known = asked.headers.get("authorization") == f"Bearer {TOKEN}"
                return Said.json({"in": known}, 200 if known else 401)
            case (_, "/elsewhere"):
                return Said(status=302, headers={"Location": f"{self.url}/private"})
            case (_, "/large"):
                return Said(body=b"x" * 300_000)
            case (_, "/empty"):
                return Said(status=204)
            case (_, "/text"):
                return Said.text("văn bản thường")
            case (_, "/lies"):
                return Said(body=b"<html>", headers={"Content-Type": "application/json"})
            case (_, "/slow"):
                return Said.text("x")
        return Said.json({"error": "không có"}, 404)

    def note(self, asked) -> Said:
        """The same key is the same note."""
        key = asked.headers["idempotency-key"]
        if key not in self.keys:
            self.notes.append(asked.body.decode())
            self.keys[key] = len(self.notes)
        return Said.json({"number": self.keys[key]}, 201)

    def state(self):
        return {"notes": self.notes}


if __name__ == "__main__":
    run(OfficeSpeaker)
