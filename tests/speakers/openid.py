"""An OpenID Connect provider: authorisation code, PKCE, keys that rotate, userinfo, logout.

It knows Nguyễn Thị Hoa. `tell("claims", {...})` changes claims of the next ID token (None takes one
away), `tell("rotate")` signs by a new key and publishes it, `tell("sign", how)` signs the next
token in a wrong way: by a `stranger`'s key under our name, by `none`, by the `secret`, or with a
key that is not `published`.
"""

import secrets
import time
from base64 import b64decode, urlsafe_b64encode
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from urllib.parse import parse_qs, unquote_plus, urlencode

from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey

from procflow.tests.speakers.speaker import Asked, Said, Speaker, run

CLIENT, SECRET = "procflow-thu", "planted client secret+1"
REDIRECT = "https://hoso.example.org/dang-nhap/ve"
HOA = {
    "TechID": "T-0001",
    "HoVaTen": "Nguyễn Thị Hoa",
    "SoDinhDanh": "038190000123",
    "SoCMND": "171234567",
    "NgayThangNamSinh": "15/01/1990",
    "LoaiTaiKhoan": "1",
}


class OpenIdSpeaker(Speaker):
    def __init__(self):
        self.now = datetime.fromisoformat("2026-03-02T08:01:00+07:00")
        self.codes = {}
        self.tokens = {}
        self.claims = {}
        self.userinfo = {}
        self.metadata = {}
        self.sign = ""
        self.redeemed = 0
        self.rotate("RS256")

    def rotate(self, algorithm):
        self.algorithm = algorithm
        name = secrets.token_hex(4)
        kind = {"use": "sig", "kid": name, "alg": algorithm}
        if algorithm == "ES256":
            self.key = ECKey.generate_key("P-256", kind)
        else:
            self.key = RSAKey.generate_key(2048, kind)

    def answer(self, asked: Asked) -> Said:
        match asked.path:
            case "/.well-known/openid-configuration":
                return Said.json(self.published())
            case "/oauth2/authorize":
                return self.authorize(asked)
            case "/oauth2/token":
                return self.token(asked)
            case "/oauth2/jwks":
                return Said.json({"keys": [self.key.as_dict(private=False)]})
            case "/oauth2/userinfo":
                return self.tell_claims(asked)
        return Said(status=404)

    def published(self):
        at = self.url + "/oauth2"
        own = {
            "issuer": self.url,
            "authorization_endpoint": f"{at}/authorize",
            "token_endpoint": f"{at}/token",
            "jwks_uri": f"{at}/jwks",
            "userinfo_endpoint": f"{at}/userinfo",
            "end_session_endpoint": f"{at}/logout",
            "code_challenge_methods_supported": ["S256"],
        }
        changed = {**own, **self.metadata}
        return {name: value for name, value in changed.items() if value is not None}

    def authorize(self, asked: Asked) -> Said:
        """Hoa is logged in already, and agrees; `decline=1` is a test's way of not agreeing."""
        wanted = asked.query
        if wanted["redirect_uri"] != REDIRECT or wanted["client_id"] != CLIENT:
            return Said.text("no such client", 400)
        if wanted["response_type"] != "code" or wanted["code_challenge_method"] != "S256":
            return self._back(wanted, error="invalid_request")
        if wanted.get("decline"):
            return self._back(wanted, error="access_denied")
        code = secrets.token_urlsafe(16)
        self.codes[code] = dict(wanted)
        return self._back(wanted, code=code)

    def _back(self, wanted, **told):
        query = urlencode({**told, "state": wanted["state"]})
        return Said(status=302, headers={"Location": f"{REDIRECT}?{query}"})

    def token(self, asked: Asked) -> Said:
        form = asked.form
        if self._client(asked, form) != (CLIENT, SECRET):
            return Said.json({"error": "invalid_client"}, 401)
        begun = self.codes.pop(form.get("code"), None)
        verifier = form.get("code_verifier", "").encode()
        challenge = urlsafe_b64encode(sha256(verifier).digest()).rstrip(b"=").decode()
        if (
            begun is None
            or form.get("grant_type") != "authorization_code"
            or form.get("redirect_uri") != REDIRECT
            or begun["code_challenge"] != challenge
        ):
            return Said.json({"error": "invalid_grant"}, 400)
        self.redeemed += 1
        access = "planted-access-" + secrets.token_urlsafe(8)
        self.tokens[access] = "hoa"
        return Said.json(
            {
                "access_token": access,
                "token_type": "Bearer",
                "expires_in": 3600,
                "id_token": self.id_token(begun, access),
            }
        )

    def _client(self, asked, form):
        head = asked.headers.get("authorization", "")
        if head.startswith("Basic "):
            name, _, secret = b64decode(head[6:]).decode().partition(":")
            return unquote_plus(name), unquote_plus(secret)
        return form.get("client_id"), form.get("client_secret")

    def id_token(self, begun, access):
        half = sha256(access.encode()).digest()[:16]
        moment = int(self.now.timestamp())
        level = begun.get("acr_values", "LoA1").split(" ")[0]
        own = {
            "iss": self.url,
            "sub": "hoa",
            "aud": CLIENT,
            "nonce": begun["nonce"],
            "iat": moment,
            "exp": moment + 300,
            "acr": level,
            "at_hash": urlsafe_b64encode(half).rstrip(b"=").decode(),
        }
        changed = {**own, **self.claims}
        claims = {name: value for name, value in changed.items() if value is not None}
        self.claims = {}
        return self._signed(claims)

    def _signed(self, claims):
        how, self.sign = self.sign, ""
        name = {"kid": self.key.kid}
        match how:
            case "stranger":
                stranger = RSAKey.generate_key(2048)
                return jwt.encode({"alg": "RS256", **name}, claims, stranger)
            case "unpublished":
                other = RSAKey.generate_key(2048)
                return jwt.encode({"alg": "RS256", "kid": "nobody"}, claims, other)
            case "none":
                return jwt.encode({"alg": "none", **name}, claims, "", algorithms=["none"])
            case "secret":
                public = self.key.as_pem(private=False)
                shared = OctKey.import_key(sha256(public).hexdigest())
                return jwt.encode({"alg": "HS256", **name}, claims, shared, algorithms=["HS256"])
            case "bare":
                return "no.token"
        algorithm = self.algorithm
        return jwt.encode({"alg": algorithm, **name}, claims, self.key, algorithms=[algorithm])

    def tell_claims(self, asked: Asked) -> Said:
        access = asked.headers.get("authorization", "").removeprefix("Bearer ")
        if access not in self.tokens:
            return Said(status=401)
        return Said.json({"sub": "hoa", **HOA, **self.userinfo})

    def state(self):
        return {"redeemed": self.redeemed, "codes": len(self.codes), "at": time.time()}

    def tell(self, what, given):
        match what:
            case "claims" | "userinfo" | "metadata" | "sign":
                setattr(self, what, given)
            case "rotate":
                self.rotate(given or "RS256")
            case "now":
                self.now = datetime.fromisoformat(given)

    def forged(self, said: Said) -> Said:
        """The ID token with one letter of its signature changed."""
        text = said.body.decode()
        start = text.index('"id_token": "') + len('"id_token": "')
        end = text.index('"', start) - 20
        letter = "A" if text[end] != "A" else "B"
        return replace(said, body=(text[:end] + letter + text[end + 1 :]).encode())

    def skewed(self, said: Said) -> Said:
        raise NotImplementedError("told by `now` instead")


def came_back(address):
    """The query of an address."""
    return {name: values[0] for name, values in parse_qs(address.partition("?")[2]).items()}


if __name__ == "__main__":
    run(OpenIdSpeaker)
