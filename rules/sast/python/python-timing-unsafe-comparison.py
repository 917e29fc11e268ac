import hmac


def check(request, body, settings):
    signature = request.headers["X-Signature"]
    wanted = hmac.new(settings.key, body, "sha256").hexdigest()
    # ruleid: python-timing-unsafe-comparison
    if signature == wanted:
        return True
    # ruleid: python-timing-unsafe-comparison
    if request.args["key"] != settings.api_key:
        return False
    # ok: python-timing-unsafe-comparison
    if signature == "":
        return False
    # ok: python-timing-unsafe-comparison
    if settings.size == request.args["size"]:
        return False
    # ok: python-timing-unsafe-comparison
    return hmac.compare_digest(signature, wanted)
