"""A mail server (aiosmtpd): plain, STARTTLS and TLS, with and without login; what it should say
next is told over HTTP.
"""

import ssl
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from procflow.tests.speakers.speaker import Said, Speaker, run

CERTIFICATE = Path(__file__).with_name("localhost.pem")
USER, PASSWORD = "mot-cua", "planted-mail-password-73"
HANG_UP = "hang up"


class Listening(Controller):
    """Port 0 lets the system choose; the controller's own first call must know what it chose."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


class Post:
    """What aiosmtpd asks. says: the next answers, by the command they are given to."""

    def __init__(self):
        self.forget()

    def forget(self):
        self.arrived = []
        self.says = {"MAIL": [], "RCPT": [], "DATA": [], "TAKEN": [], "AUTH": []}

    def _next(self, command):
        return self.says[command].pop(0) if self.says[command] else None

    async def handle_MAIL(self, server, session, envelope, address, options):
        if said := self._next("MAIL"):
            return said
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if said := self._next("RCPT"):
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if said := self._next("DATA"):
            return self._say(server, said)
        self.arrived.append((envelope.rcpt_tos, envelope.content, session.authenticated))
        return self._say(server, self._next("TAKEN") or "250 OK")

    def _say(self, server, said):
        if said == HANG_UP:
            server.transport.abort()
        return said

    def authenticate(self, server, session, envelope, mechanism, given):
        if said := self._next("AUTH"):
            return AuthResult(success=False, handled=False, message=said)
        fits = (given.login, given.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=fits, handled=fits)


class MailSpeaker(Speaker):
    def __init__(self):
        self.post = Post()
        trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trust.load_cert_chain(CERTIFICATE)
        login = {"authenticator": self.post.authenticate, "auth_require_tls": False}
        self.ports = {
            "none": self._listens(),
            "starttls": self._listens(tls_context=trust, require_starttls=True, **login),
            "tls": self._listens(ssl_context=trust, **login),
        }

    def _listens(self, **how):
        controller = Listening(self.post, hostname="127.0.0.1", port=0, **how)
        controller.start()
        return controller.port

    def answer(self, asked):
        return Said.text("mail only", 404)

    def state(self):
        return {"ports": self.ports, "arrived": [_read(*each) for each in self.post.arrived]}

    def tell(self, what, given):
        if what == "forget everything":
            self.post.forget()
        else:
            self.post.says[what].extend(given)


def _read(recipients, content, authenticated):
    message = message_from_bytes(content, policy=default)
    return {
        "recipients": recipients,
        "authenticated": authenticated,
        "to": str(message["To"]),
        "from": str(message["From"]),
        "subject": str(message["Subject"]),
        "date": str(message["Date"]),
        "id": str(message["Message-ID"]),
        "body": message.get_content().replace("\r\n", "\n"),
        "raw": content.decode(errors="replace"),
    }


if __name__ == "__main__":
    run(MailSpeaker)
