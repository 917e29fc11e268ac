import json

from django.contrib.auth.models import User
from flask import Flask, request

app = Flask(__name__)


@app.route("/users", methods=["POST"])
def create_user():
    # ruleid: python-mass-assignment
    user = Account(**request.json)
    # ruleid: python-mass-assignment
    user.__dict__.update(request.form)
    db.session.add(user)
    return "ok"


def signup(request):
    # ruleid: python-mass-assignment
    User.objects.create(**request.POST.dict())
    # ruleid: python-mass-assignment
    User.objects.filter(pk=1).update(**json.loads(request.body))
    # ok: python-mass-assignment
    User.objects.create(name=request.POST["name"], mail=request.POST["mail"])
    form = UserForm(request.POST)
    # ok: python-mass-assignment
    User.objects.create(**form.cleaned_data)
    # ok: python-mass-assignment
    return render(request, "done.html")
