# ruleid: django-rest-open-by-default
REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "PAGE_SIZE": 20,
}
# ruleid: django-rest-open-by-default
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ("rest_framework.permissions.AllowAny",)}
# ruleid: django-rest-open-by-default
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": []}
# ruleid: django-rest-open-by-default
REST_FRAMEWORK = {"PAGE_SIZE": 20, "DEFAULT_PERMISSION_CLASSES": ()}
# ok: django-rest-open-by-default
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}
# ok: django-rest-open-by-default
REST_FRAMEWORK = {"PAGE_SIZE": 20}
# ok: django-rest-open-by-default
REST_FRAMEWORK = {"DEFAULT_THROTTLE_CLASSES": []}
# ok: django-rest-open-by-default
OTHER = {"CLASSES": ["rest_framework.permissions.AllowAny"]}
