"""An OpenID provider made of Authlib's parts, in a process of its own, with the real time.

None of the protocol is ours: grants, client authentication, PKCE (RFC 7636), ID tokens, the issuer
in answers (RFC 9207), userinfo and logout are Authlib's. Here stand only its stores and the one
person who is logged in there, Nguyễn Thị Hoa. POST /rotate makes a new key.
"""

import logging
import secrets
import sys
import threading
from dataclasses import dataclass

from authlib.integrations.flask_oauth2 import AuthorizationServer, ResourceProtector
from authlib.oauth2.rfc6749 import ClientMixin
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc6750 import BearerTokenValidator
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oauth2.rfc9207 import IssuerParameter
from authlib.oidc.core import UserInfo, UserInfoEndpoint
from authlib.oidc.core.grants import OpenIDCode
from authlib.oidc.rpinitiated import EndSessionEndpoint
from flask import Flask, jsonify, request
from joserfc.jwk import KeySet, RSAKey
from werkzeug.serving import make_server

from procflow.tests.speakers.openid import CLIENT, HOA, REDIRECT, SECRET

AFTER_LOGOUT = "https://hoso.example.org/"


@dataclass
class Desk:
    """What the provider keeps. key: signs; the keys before it are published no longer."""

    url: str = ""
    key: RSAKey | None = None

    def __post_init__(self):
        self.codes, self.tokens, self.nonces = {}, {}, set()
        self.rotate()

    def rotate(self):
        self.key = RSAKey.generate_key(2048, {"use": "sig", "kid": secrets.token_hex(4)})

    @property
    def keys(self):
        return KeySet([self.key])


DESK = Desk()


class Client(ClientMixin):
    @property
    def client_metadata(self):
        return {"post_logout_redirect_uris": [AFTER_LOGOUT]}

    def get_client_id(self):
        return CLIENT

    def get_default_redirect_uri(self):
        return REDIRECT

    def get_allowed_scope(self, scope):
        return " ".join({"openid", "profile"} & set(scope.split()))

    def check_redirect_uri(self, redirect_uri):
        return redirect_uri == REDIRECT

    def check_client_secret(self, client_secret):
        return secrets.compare_digest(client_secret, SECRET)

    def check_endpoint_auth_method(self, method, endpoint):
        return method == "client_secret_basic"

    def check_response_type(self, response_type):
        return response_type == "code"

    def check_grant_type(self, grant_type):
        return grant_type == "authorization_code"


@dataclass
class Code:
    """A code, as Authlib's extensions want to read it."""

    code: str
    asked: dict
    user: str = "hoa"

    @property
    def code_challenge(self):
        return self.asked.get("code_challenge")

    @property
    def code_challenge_method(self):
        return self.asked.get("code_challenge_method")

    def get_redirect_uri(self):
        return self.asked.get("redirect_uri")

    def get_scope(self):
        return self.asked.get("scope")

    def get_nonce(self):
        return self.asked.get("nonce")

    def get_auth_time(self):
        return None

    def get_acr(self):
        """As much as was asked for, the preferred level first."""
        return self.asked.get("acr_values", "LoA1").split()[0]

    def get_amr(self):
        return ["otp"]


class CodeGrant(AuthorizationCodeGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic"]  # noqa: RUF012 - Authlib's name

    def save_authorization_code(self, code, request):
        DESK.codes[code] = made = Code(code, dict(request.payload.data))
        DESK.nonces.add(made.get_nonce())

    def query_authorization_code(self, code, client):
        return DESK.codes.get(code)

    def delete_authorization_code(self, authorization_code):
        del DESK.codes[authorization_code.code]

    def authenticate_user(self, authorization_code):
        return authorization_code.user


class IdToken(OpenIDCode):
    def exists_nonce(self, nonce, request):
        return nonce in DESK.nonces

    def resolve_client_private_key(self, client):
        return DESK.key

    def get_encode_header(self, client):
        return {"alg": "RS256", "kid": DESK.key.kid}

    def get_client_claims(self, client):
        return {"iss": DESK.url, "aud": [CLIENT]}

    def generate_user_info(self, user, scope):
        return UserInfo(sub=user)


class NamesItself(IssuerParameter):
    def get_issuer(self):
        return DESK.url


@dataclass
class Token:
    scope: str
    user: str = "hoa"

    def get_scope(self):
        return self.scope

    def get_user(self):
        return self.user

    def get_client(self):
        return Client()

    def is_expired(self):
        return False

    def is_revoked(self):
        return False


class Bearer(BearerTokenValidator):
    def authenticate_token(self, token_string):
        return DESK.tokens.get(token_string)


class WhoItIs(UserInfoEndpoint):
    def generate_user_info(self, user, scope):
        return UserInfo(sub=user, **HOA)


class Logout(EndSessionEndpoint):
    def get_server_jwks(self):
        return DESK.keys

    def end_session(self, end_session_request):
        DESK.tokens.clear()


def application():
    flask = Flask(__name__)
    server = AuthorizationServer(
        flask, query_client=lambda name: Client() if name == CLIENT else None, save_token=_keep
    )
    server.register_grant(CodeGrant, [IdToken(require_nonce=True), CodeChallenge(required=True)])
    server.register_extension(NamesItself())
    bearers = ResourceProtector()
    bearers.register_token_validator(Bearer())
    server.register_endpoint(WhoItIs(resource_protector=bearers))
    server.register_endpoint(Logout)
    _routes(flask, server)
    return flask


def _keep(token, request):
    DESK.tokens[token["access_token"]] = Token(token["scope"])


def _routes(flask, server):
    @flask.get("/oauth2/authorize")
    def authorize():
        """Hoa is logged in already, and agrees; `decline=1` is a test's way of not agreeing."""
        grant = server.get_consent_grant(end_user="hoa")
        who = None if request.args.get("decline") else "hoa"
        return server.create_authorization_response(grant=grant, grant_user=who)

    flask.post("/oauth2/token", endpoint="token")(server.create_token_response)
    flask.get("/oauth2/jwks", endpoint="jwks")(lambda: jsonify(DESK.keys.as_dict(private=False)))

    @flask.get("/oauth2/userinfo")
    def userinfo():
        return server.create_endpoint_response("userinfo")

    @flask.get("/oauth2/logout")
    def logout():
        return server.create_endpoint_response("end_session") or "logged out"

    @flask.post("/rotate")
    def rotate():
        DESK.rotate()
        return ""

    @flask.get("/.well-known/openid-configuration")
    def published():
        at = f"{DESK.url}/oauth2"
        names = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        return jsonify(
            issuer=DESK.url,
            jwks_uri=f"{at}/jwks",
            end_session_endpoint=f"{at}/logout",
            code_challenge_methods_supported=["S256"],
            token_endpoint_auth_methods_supported=["client_secret_basic"],
            authorization_response_iss_parameter_supported=True,
            **{f"{name}_endpoint": f"{at}/{path}" for name, path in names.items()},
        )


def main():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, application(), threaded=True)
    DESK.url = f"http://127.0.0.1:{server.port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdout.write(f"{DESK.url}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
