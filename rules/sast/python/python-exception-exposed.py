import logging
import traceback

from django.http import HttpResponse
from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/a")
def a():
    try:
        return work()
    except ValueError:
        # ruleid: python-exception-exposed
        return traceback.format_exc(), 500
    except KeyError:
        text = "failed: " + traceback.format_exc()
        # ruleid: python-exception-exposed
        return "<pre>" + text + "</pre>"
    except Exception:
        # ok: python-exception-exposed
        logging.error(traceback.format_exc())
        # ok: python-exception-exposed
        return "failed", 500


def view(request):
    try:
        return HttpResponse(work())
    except ValueError:
        # ruleid: python-exception-exposed
        return HttpResponse(traceback.format_exc(), status=500)
    except Exception:
        # ok: python-exception-exposed
        return HttpResponse("failed", status=500)
