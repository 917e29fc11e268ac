import os


def read(path):
    if os.access(path, os.R_OK):
        # ok: python-access-check-before-change
        with open(path) as file:
            return file.read()
    return None


def write(path, text):
    if os.access(path, os.W_OK):
        # ruleid: python-access-check-before-change
        with open(path, "w") as file:
            file.write(text)


def guarded(path):
    if not os.access(path, os.W_OK):
        return
    # ruleid: python-access-check-before-change
    handle = open(path, "w")
    handle.close()


def raises(path, log):
    if not os.path.isfile(path) or not os.access(path, os.R_OK):
        log.error("no")
        raise PermissionError(path)
    log.info("removing")
    # ruleid: python-access-check-before-change
    os.remove(path)


def nested(paths):
    for path in paths:
        if path.endswith(".conf") and os.access(path, os.R_OK):
            try:
                # ruleid: python-access-check-before-change
                data = open(path, mode="r+b")
            except OSError:
                continue
            yield data


def mode(path):
    if os.access(path, os.X_OK):
        # ruleid: python-access-check-before-change
        os.chmod(path, 0o644)


def other_file(path, target):
    if os.access(path, os.R_OK):
        # ok: python-access-check-before-change
        return open(target)


def no_check(path):
    try:
        # ok: python-access-check-before-change
        return open(path)
    except PermissionError:
        return None


def told(path):
    if not os.access(path, os.R_OK):
        print("not readable:", path)
        # ok: python-access-check-before-change
        open(path + ".log", "w").close()
    return os.access(path, os.W_OK)


def descriptor(path):
    # ok: python-access-check-before-change
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    return os.fstat(handle)


def repaired(path):
    # ok: python-access-check-before-change
    if os.path.isfile(path) and not os.access(path, os.W_OK):
        os.chmod(path, 0o600)
