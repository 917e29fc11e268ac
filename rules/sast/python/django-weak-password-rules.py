# ruleid: django-weak-password-rules
AUTH_PASSWORD_VALIDATORS = []
# ruleid: django-weak-password-rules
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# ruleid: django-weak-password-rules
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.UnsaltedSHA1PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
# ruleid: django-weak-password-rules
PASSWORD_HASHERS = ("django.contrib.auth.hashers.SHA1PasswordHasher",)
# ok: django-weak-password-rules
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# ok: django-weak-password-rules
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.MD5PasswordHasher",
]
# ok: django-weak-password-rules
PASSWORD_HASHERS = ["app.hashers.OwnHasher"]
# ok: django-weak-password-rules
AUTH_PASSWORD_VALIDATORS = [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"}]
