import hmac

from django.http import HttpResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt, csrf_protect


# ruleid: django-csrf-exempt
@csrf_exempt
def transfer(request):
    account.move(request.POST["to"], request.POST["amount"])
    return HttpResponse("ok")


# ruleid: django-csrf-exempt
@method_decorator(csrf_exempt, name="dispatch")
class Transfer(View):
    def post(self, request):
        return HttpResponse("ok")


# ok: django-csrf-exempt
@csrf_protect
def protected(request):
    return HttpResponse("ok")


# ok: django-csrf-exempt
@csrf_exempt
def webhook(request):
    wanted = hmac.new(KEY, request.body, "sha256").hexdigest()
    if not hmac.compare_digest(wanted, request.headers["X-Signature"]):
        return HttpResponse(status=403)
    return HttpResponse("ok")


# ruleid: django-csrf-exempt
urlpatterns = [path("transfer", csrf_exempt(transfer))]
