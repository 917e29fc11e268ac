import celery
from celery import Celery

# ruleid: celery-pickle-accepted
app = Celery("a", accept_content=["json", "pickle"])
# ruleid: celery-pickle-accepted
app.conf.accept_content = ["pickle"]
# ruleid: celery-pickle-accepted
app.conf.update(task_serializer="pickle", timezone="UTC")
# ruleid: celery-pickle-accepted
CELERY_ACCEPT_CONTENT = ["application/x-python-serialize"]
# ruleid: celery-pickle-accepted
CELERY_TASK_SERIALIZER = "pickle"
# ok: celery-pickle-accepted
app = Celery("a", accept_content=["json"])
# ok: celery-pickle-accepted
app.conf.accept_content = ["json", "msgpack"]
# ok: celery-pickle-accepted
app.conf.update(task_serializer="json")
# ok: celery-pickle-accepted
CELERY_ACCEPT_CONTENT = ["json"]
# ok: celery-pickle-accepted
FORMAT = "pickle"
