import os

# ruleid: django-any-host-allowed
ALLOWED_HOSTS = ["*"]
# ruleid: django-any-host-allowed
ALLOWED_HOSTS = ["example.org", "*"]
# ruleid: django-any-host-allowed
ALLOWED_HOSTS = ['*', ]


class Production:
    # ruleid: django-any-host-allowed
    ALLOWED_HOSTS = ["*"]


# ok: django-any-host-allowed
ALLOWED_HOSTS = ["example.org"]
# ok: django-any-host-allowed
ALLOWED_HOSTS = [".example.org"]
# ok: django-any-host-allowed
ALLOWED_HOSTS = os.environ["HOSTS"].split(",")
# ok: django-any-host-allowed
ALLOWED_HOSTS = []
if DEBUG:
    # ok: django-any-host-allowed
    ALLOWED_HOSTS = ["*"]
# ok: django-any-host-allowed
CORS_HOSTS = ["*"]
