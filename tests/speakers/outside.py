"""Every system outside, each a process that speaks its protocol, and the settings that lead there.

What a settings file may not hold lies in files of its own, or in the environment.
"""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

from procflow.tests.handlers.signature.authority import Authority, key_file, pem
from procflow.tests.speakers import (
    esms,
    integration_platform,
    mail,
    national,
    national_portal,
    openid,
    population,
    vnpay,
    zalo,
)
from procflow.tests.speakers import office as plain
from procflow.tests.speakers.process import CERTIFICATE, speaking

SPEAKERS = {
    "Cổng DVCQG": "national_portal",
    "VNPAY": "vnpay",
    "nền tảng thanh toán": "national",
    "thư điện tử": "mail",
    "tin nhắn": "esms",
    "Zalo": "zalo",
    "đăng nhập": "openid",
    "dân cư": "population",
    "LGSP": "integration_platform",
    "dấu thời gian": "stamps",
    "cơ quan thuế": "office",
}
KEY_PASSWORD = "planted-key-password-91"
PLATFORM_KEY = "ours-key"
SECRETS = {
    "portal": national_portal.PASSWORD,
    "national": national.SECRET,
    "national-token": national.TOKEN,
    "mail": mail.PASSWORD,
    "sms-api": esms.API_KEY,
    "sms-secret": esms.SECRET_KEY,
    "zalo-refresh": zalo.FIRST_REFRESH,
    "zalo-oa": zalo.OA_SECRET,
    "login": openid.SECRET,
    "population": population.SECRET,
    "platform": integration_platform.CLIENTS[PLATFORM_KEY][0],
    "key": KEY_PASSWORD,
    "tax": plain.TOKEN,
}
"""Those that lie in files."""

GIVEN = ("planted-access", "planted-refresh", "planted-token")
"""How tokens begin that systems outside give."""

LOGIN_PAGE = "https://hoso.example.org/"
VERIFY_PAGE = "https://hoso.example.org/kiem-tra"
NOTICES = ("da-nop", "yeu-cau-nop-le-phi", "da-tiep-nhan", "dang-xu-ly", "da-tra-ket-qua")
"""Those that Zalo has approved a template for; the others go by the next channel."""

ZALO_TEMPLATE = "300001"


class Outside:
    """spoken: the running speakers, by what the office calls them."""

    def __init__(self, spoken):
        self.spoken = spoken
        self.authority = Authority()
        spoken["Zalo"].tell("a template is approved", {"id": ZALO_TEMPLATE, "fields": []})

    def __getitem__(self, name):
        return self.spoken[name]

    def tell_time(self, now):
        """Nobody's clock is off, but where a misbehaviour wants it."""
        for name in ("dấu thời gian", "đăng nhập"):
            self[name].tell("now", now.isoformat())

    @property
    def planted(self):
        own = (vnpay.SECRET.decode(), zalo.SECRET_KEY, *SECRETS.values())
        return (*own, *GIVEN)

    @property
    def environment(self):
        """The secrets that come by the environment."""
        return {
            "PROCFLOW_PAYMENT_VNPAY_SECRET": vnpay.SECRET.decode(),
            "PROCFLOW_NOTIFICATION_ZALO_SECRET_KEY": zalo.SECRET_KEY,
        }

    def write(self, folder, database):
        """A settings file, and what it names; gives its path."""
        secrets = folder / "secrets"
        secrets.mkdir()
        for name, secret in SECRETS.items():
            (secrets / name).write_text(f"{secret}\n", encoding="utf-8")
        (folder / "root.pem").write_bytes(
            pem(self.authority.root) + self["dấu thời gian"].state()["root"].encode()
        )
        (folder / "ca.crl").write_bytes(self.authority.revocations())
        (folder / "tsa.crl").write_bytes(bytes.fromhex(self["dấu thời gian"].state()["list"]))
        (folder / "ubnd.p12").write_bytes(key_file(*self.authority.issue(), KEY_PASSWORD))
        file = folder / "procflow.toml"
        file.write_text(self._settings(database), encoding="utf-8")
        return file

    def _settings(self, database):
        url = {name: each.url for name, each in self.spoken.items()}
        smtp = self["thư điện tử"].state()["ports"]["starttls"]
        host = urlsplit(url["cơ quan thuế"]).netloc
        templates = "\n".join(
            f'[notification.zalo.templates.{name}]\nid = "{ZALO_TEMPLATE}"' for name in NOTICES
        )
        return f"""
database = "{database}"
language = "vi"

[dossier.portal]
address = "{url["Cổng DVCQG"]}"
agency = "{national_portal.AGENCY}"
user = "{national_portal.USER}"
password = {{ file = "secrets/portal" }}
route = "{national_portal.ROUTE}"
ca_file = "{CERTIFICATE}"
timeout = 1

[payment]
page = "https://hoso.example.org/nop-phi"
default = "vnpay"

[payment.vnpay]
merchant = "{vnpay.MERCHANT}"
page = "{url["VNPAY"]}/paymentv2/vpcpay.html"
interface = "{url["VNPAY"]}/merchant_webapi/api/transaction"
returns = "https://hoso.example.org/tro-ve"
timeout = 1

[payment.vietqr]
bank = "970403"
account = "0011012345678"
holder = "UBND phuong"

[payment.national]
address = "{url["nền tảng thanh toán"]}/payment"
partner = "{national.PARTNER}"
secret = {{ file = "secrets/national" }}
token = {{ file = "secrets/national-token" }}
timeout = 1

[payment.national.accounts.default]
unit = "H56.14"
unit_name = "Phường Hạc Thành"
account = "3511"
bank = "KBNN"
holder = "Kho bạc"

[payment.receipts]
form = "01BLP0-001"
series = "AA-26E"
collector = "UBND phường Hạc Thành"
tax_code = "2800000001"

[notification]
sender = "Một cửa <mot-cua@hoso.example.org>"

[notification.smtp]
host = "127.0.0.1"
port = {smtp}
user = "{mail.USER}"
password = {{ file = "secrets/mail" }}
ca_file = "{CERTIFICATE}"

[notification.sms]
address = "{url["tin nhắn"]}"
brand = "{esms.BRAND}"
api_key = {{ file = "secrets/sms-api" }}
secret_key = {{ file = "secrets/sms-secret" }}
timeout = 1

[notification.zalo]
app = "{zalo.APP}"
refresh_token = {{ file = "secrets/zalo-refresh" }}
oa_secret = {{ file = "secrets/zalo-oa" }}
address = "{url["Zalo"]}"
token_address = "{url["Zalo"]}"
timeout = 1

{templates}

[notification.inbox]

[identity.provider]
issuer = "{url["đăng nhập"]}"
client = "{openid.CLIENT}"
client_secret = {{ file = "secrets/login" }}
redirect = "{openid.REDIRECT}"
after_logout = "{LOGIN_PAGE}"
timeout = 1

[identity.population]
address = "{url["dân cư"]}"
path = "{population.PATH}"
key = "{population.KEY}"
secret = {{ file = "secrets/population" }}
integration = "{population.INTEGRATION}"
service = "{population.SERVICE}"
timeout = 1

[signature]
page = "{VERIFY_PAGE}"
roots = ["root.pem"]
revocation_lists = ["ca.crl", "tsa.crl"]

[signature.keys.ubnd]
file = "ubnd.p12"
password = {{ file = "secrets/key" }}

[signature.timestamps]
address = "{url["dấu thời gian"]}"
timeout = 1

[exchange.platform]
address = "{url["LGSP"]}"
key = "{PLATFORM_KEY}"
secret = {{ file = "secrets/platform" }}
timeout = 1

[exchange.platform.services.enterprise]
path = "/apiCSDLDKDN/1.0/chiTietDoanhNghiep"

[exchange.platform.documents]
agency = "H56.14"
name = "UBND phường Hạc Thành"
place = "Thanh Hóa"

[exchange.hosts."{host}"]
reach = "loopback"
takes_keys = true
timeout = 1

[exchange.credentials.tax]
hosts = ["{host}"]
secret = {{ file = "secrets/tax" }}
"""


@contextmanager
def all_speaking():
    """Every system outside; they begin side by side."""
    with ExitStack() as stack, ThreadPoolExecutor(len(SPEAKERS)) as pool:

        def begun(name):
            module = f"procflow.tests.speakers.{SPEAKERS[name]}"
            return stack.enter_context(speaking(module, tls=name == "Cổng DVCQG"))

        yield Outside(dict(zip(SPEAKERS, pool.map(begun, SPEAKERS), strict=True)))
