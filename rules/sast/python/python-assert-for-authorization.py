from flask_login import current_user


def delete(request, pk):
    # ruleid: python-assert-for-authorization
    assert request.user.is_superuser
    # ruleid: python-assert-for-authorization
    assert current_user.has_role("admin"), "not allowed"
    remove(pk)


def good(request, pk):
    if not request.user.is_superuser:
        raise PermissionError
    # ok: python-assert-for-authorization
    assert pk is not None
    remove(pk)
