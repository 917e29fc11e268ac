from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from markupsafe import Markup

ICON = "star"


def bad(name, title):
    # ruleid: django-mark-safe-on-formatted-text
    first = mark_safe("<b>" + name + "</b>")
    # ruleid: django-mark-safe-on-formatted-text
    second = mark_safe(f"<i>{title}</i>")
    # ruleid: django-mark-safe-on-formatted-text
    third = Markup("<b>%s</b>" % name)
    return first, second, third


def good(name):
    # ok: django-mark-safe-on-formatted-text
    first = mark_safe("<b>fixed</b>")
    # ok: django-mark-safe-on-formatted-text
    second = format_html("<b>{}</b>", name)
    # ok: django-mark-safe-on-formatted-text
    third = mark_safe("<b>" + escape(name) + "</b>")
    # ok: django-mark-safe-on-formatted-text
    fourth = Markup("<b>%s</b>") % name
    # ok: django-mark-safe-on-formatted-text
    fifth = mark_safe("<i class='" + ICON + "'></i>")
    return first, second, third, fourth, fifth



@app.route("/item")
def of_a_handler():
    name = "constant"
    # ok: django-mark-safe-on-formatted-text
    return Markup("<b>%s</b>" % name)
