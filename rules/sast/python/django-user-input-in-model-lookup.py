from django.db.models import Q
from django.http import JsonResponse

from .models import Article


def search(request):
    # ruleid: django-user-input-in-model-lookup
    found = Article.objects.filter(**request.GET.dict())
    return JsonResponse({"count": found.count()})


def by_field(request):
    lookup = {request.GET["field"]: request.GET["value"]}
    # ruleid: django-user-input-in-model-lookup
    found = Article.objects.filter(**lookup)
    return JsonResponse({"count": found.count()})


def narrowed(request):
    articles = Article.objects.all()
    # ruleid: django-user-input-in-model-lookup
    articles = articles.exclude(**json.loads(request.body))
    return JsonResponse({"count": articles.count()})


def combined(request):
    # ruleid: django-user-input-in-model-lookup
    condition = Q(**request.POST.dict())
    return JsonResponse({"count": Article.objects.filter(condition).count()})


def fixed(request):
    # ok: django-user-input-in-model-lookup
    found = Article.objects.filter(title=request.GET["title"])
    return JsonResponse({"count": found.count()})


def own_names(request):
    # ok: django-user-input-in-model-lookup
    found = Article.objects.filter(**{"title": request.GET["title"]})
    return JsonResponse({"count": found.count()})


def constant(request):
    lookup = {"public": True}
    # ok: django-user-input-in-model-lookup
    found = Article.objects.filter(**lookup)
    return JsonResponse({"count": found.count()})


def cleaned(request):
    form = SearchForm(request.GET)
    # ok: django-user-input-in-model-lookup
    found = Article.objects.filter(**form.cleaned_data)
    return JsonResponse({"count": found.count()})
