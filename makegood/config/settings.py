"""All settings, typed by the environment. Each variable has its heading in docs/settings.md."""

from pathlib import Path
from urllib.parse import urlsplit

from makegood.config import environment

BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = Path(environment.read("MAKEGOOD_DATA") or BASE_DIR / "var").resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)

SECRET_KEY = environment.secret_key(DATA_DIR)
DEBUG = False
BASE_URL = environment.read("MAKEGOOD_BASE_URL", "http://127.0.0.1:8000").rstrip("/")
SMTP_URL = environment.read("MAKEGOOD_SMTP_URL")
STORAGE_URL = environment.storage(environment.read("MAKEGOOD_STORAGE_URL"))
SCANNER = environment.read("MAKEGOOD_SCANNER")
METRICS_TOKEN = environment.read("MAKEGOOD_METRICS_TOKEN")
# The host name of the MTA whose Authentication-Results we believe; without it no sender counts as authenticated.
TRUSTED_MTA = environment.read("MAKEGOOD_TRUSTED_MTA")
# Greetings an hour, so that forged senders make no flood.
GREETINGS_PER_ADDRESS = environment.number("MAKEGOOD_GREETINGS_PER_ADDRESS", 3)
GREETINGS_PER_DOMAIN = environment.number("MAKEGOOD_GREETINGS_PER_DOMAIN", 30)
GREETINGS_IN_ALL = environment.number("MAKEGOOD_GREETINGS_IN_ALL", 300)
RAW_MAIL_DAYS = environment.number("MAKEGOOD_RAW_MAIL_DAYS", 90)
# Whether devices may be pushed to over plain http and at private addresses: for tests, and for a push service of one's own.
PUSH_TO_PRIVATE = environment.flag("MAKEGOOD_PUSH_TO_PRIVATE")
# Working hours of the brand in which whoever is offered a case answers.
HANDOVER_HOURS = environment.number("MAKEGOOD_HANDOVER_HOURS", 1)

# A page is served under the base address, and on loopback, where the operator looks first. Brands with
# host names of their own are let in by name.
_host = urlsplit(BASE_URL).hostname or "127.0.0.1"
ALLOWED_HOSTS = [_host, "127.0.0.1", "localhost", "[::1]", *environment.read("MAKEGOOD_HOSTS").split()]
CSRF_TRUSTED_ORIGINS = [BASE_URL]
_https = BASE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _https else None
SECURE_HSTS_SECONDS = 31_536_000 if _https else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_ENGINE = "makegood.staff.sessions"
AUTHENTICATION_BACKENDS = ["makegood.staff.sessions.Backend"]

# Signing in with the company's own provider (OpenID Connect): docs/signing-in.md.
OIDC_ISSUER = environment.read("MAKEGOOD_OIDC_ISSUER")
OIDC_CLIENT_ID = environment.read("MAKEGOOD_OIDC_CLIENT_ID")
OIDC_CLIENT_SECRET = environment.read("MAKEGOOD_OIDC_CLIENT_SECRET")
OIDC_NAME = environment.read("MAKEGOOD_OIDC_NAME")
OIDC_TRUST_MAIL = environment.flag("MAKEGOOD_OIDC_TRUST_MAIL")
OIDC_NEW_ROLE = environment.one_of("MAKEGOOD_OIDC_NEW_ROLE", ("agent", "lead", "leader", "seller", "trainer"))
OIDC_NEW_DOMAINS = environment.read("MAKEGOOD_OIDC_NEW_DOMAINS").split()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "makegood.events",
    "makegood.ui",
    "django.forms",  # its templates, for what makegood.ui.fields leaves to them
    "makegood.calendars",
    "makegood.staff",
    "makegood.staff.notices",
    "makegood.staff.push",
    "makegood.staff.passkeys",
    "makegood.staff.second_factor",
    "makegood.brands",
    "makegood.customers",
    "makegood.promises",
    "makegood.orders",
    "makegood.cases",
    "makegood.recovery",
    "makegood.feedback",
    "makegood.quality",
    "makegood.insight",
    "makegood.channels.email",
    "makegood.channels.portal",
    "makegood.channels.api",
    "makegood.desk",
    "makegood.clockwork",
    "makegood.welcome",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "makegood.ui.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "makegood.ui.readable.ReadableMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "makegood.staff.sessions.UseMiddleware",
    "makegood.staff.language.LanguageMiddleware",
    "makegood.staff.second_factor.gate.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "makegood.welcome.first_visit.FirstVisitMiddleware",
]

ROOT_URLCONF = "makegood.config.urls"
ASGI_APPLICATION = "makegood.config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("makegood.ui.loading.Loader", ["django.template.loaders.app_directories.Loader"])],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "makegood.ui.context.page",
                "makegood.brands.standing.page",
            ],
        },
    }
]

FORM_RENDERER = "makegood.ui.forms.Renderer"
CSRF_FAILURE_VIEW = "makegood.ui.errors.csrf_failed"
# What the masthead of the staff's pages offers: `ui` knows no page by name.
NAVIGATION = "makegood.config.navigation.ENTRIES"
SETTINGS_PAGES = "makegood.config.navigation.SETTINGS_PAGES"

DATABASES = {"default": environment.database(environment.read("MAKEGOOD_DATABASE_URL"), DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "staff.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "sign-in"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("lt", "Lietuvių"), ("ru", "Русский"), ("nl", "Nederlands"), ("ja", "日本語")]
LOCALE_PATHS = [BASE_DIR / "makegood" / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA_DIR / "files"}},
    "staticfiles": {"BACKEND": "makegood.ui.static.Storage"},
}
READ_AHEAD = environment.flag("MAKEGOOD_READ_AHEAD", True)
WHITENOISE_USE_FINDERS = environment.flag("MAKEGOOD_DEVELOP")
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS
WHITENOISE_MAX_AGE = 3600

DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Where the house is turned upside down. `events.record` hands each event, in its transaction, to this function.
EVENTS_NOTICED_BY = "makegood.promises.actions.notice"
# What promises are about that was deleted: they know it by its key alone.
PROMISES_OUT_OF_SIGHT = "makegood.cases.out_of_sight.of_deleted"
# What goes over when two customers become one, in this order: `makegood.customers.belongings` says more.
CUSTOMER_BELONGINGS = (
    "makegood.cases.belongings.CASES",
    "makegood.cases.belongings.PARTIES",
    "makegood.cases.belongings.WORDS",
    "makegood.orders.belongings.ORDERS",
    "makegood.cases.belongings.PROMISES",
    "makegood.recovery.belongings.RECOVERIES",
    "makegood.recovery.belongings.REMEDIES",
    "makegood.recovery.belongings.UNTROUBLED",
    "makegood.recovery.belongings.UNCOUNTED",
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"makegood": {"level": "INFO"}, "django.request": {"level": "ERROR"}},
}
