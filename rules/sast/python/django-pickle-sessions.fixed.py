# ruleid: django-pickle-sessions
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
# ruleid: django-pickle-sessions
CELERY_ACCEPT_CONTENT = ["json", "pickle"]
# ruleid: django-pickle-sessions
app.conf.update(task_serializer="json", accept_content=["pickle"])
# ok: django-pickle-sessions
CELERY_TASK_SERIALIZER = "json"
# ok: django-pickle-sessions
CACHE_SERIALIZER = "pickle"
