import logging

logger = logging.getLogger(__name__)


def login(user, password, settings):
    # ruleid: python-secret-logged
    logger.info("login of %s with %s", user, password)
    # ruleid: python-secret-logged
    logging.debug(f"password is {password}")
    # ruleid: python-secret-logged
    logger.error("cannot use key %s", settings.api_key)
    # ruleid: python-secret-logged
    logger.warning("token: %s", user.access_token, exc_info=True)
    # ok: python-secret-logged
    logger.info("login of %s", user)
    # ok: python-secret-logged
    logger.info("password changed")
    # ok: python-secret-logged
    logger.info("password given: %s", bool(password))
    # ok: python-secret-logged
    check(user, password)
    # ok: python-secret-logged
    logger.info("length %d", password_length)
