import os

SECRET_KEY = os.environ["SECRET_KEY"]
# ruleid: django-debug-enabled
DEBUG = False
# ok: django-debug-enabled
TEMPLATE_DEBUG = True
ALLOWED_HOSTS = ["example.org"]
INSTALLED_APPS = ["django.contrib.admin", "shop"]
ROOT_URLCONF = "shop.urls"
if os.environ.get("DEVELOPER"):
    # ok: django-debug-enabled
    DEBUG = True
# ok: django-debug-enabled
DEBUG = os.environ.get("DEBUG") == "1"
