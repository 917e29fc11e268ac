from django.db import transaction
from django.db.models import F
from django.shortcuts import get_object_or_404


def pay(request, number, amount):
    account = Account.objects.get(pk=number)
    if account.balance < amount:
        return False
    # ruleid: django-balance-changed-without-lock
    account.balance -= amount
    account.save()
    return True


def redeem(request, code):
    voucher = get_object_or_404(Voucher, code=code)
    if voucher.remaining > 0:
        # ruleid: django-balance-changed-without-lock
        voucher.remaining = voucher.remaining - 1
        voucher.save(update_fields=["remaining"])


def order(request, item):
    product = Product.objects.filter(pk=item).first()
    # ruleid: django-balance-changed-without-lock
    product.stock_count -= 1
    product.save()


def refund(number, amount):
    account = Account.objects.get(pk=number)
    # ruleid: django-balance-changed-without-lock
    account.credit += amount
    log(account)
    account.save()


def locked(number, amount):
    with transaction.atomic():
        account = Account.objects.select_for_update().get(pk=number)
        # ok: django-balance-changed-without-lock
        account.balance -= amount
        account.save()


def expression(number, amount):
    account = Account.objects.get(pk=number)
    # ok: django-balance-changed-without-lock
    account.balance = F("balance") - amount
    account.save()


def in_place(number):
    account = Account.objects.get(pk=number)
    # ok: django-balance-changed-without-lock
    account.balance += F("bonus")
    account.save()


def title(number):
    page = Page.objects.get(pk=number)
    # ok: django-balance-changed-without-lock
    page.title += "!"
    page.save()


def not_saved(number):
    account = Account.objects.get(pk=number)
    # ok: django-balance-changed-without-lock
    account.balance -= 1
    return account.balance
