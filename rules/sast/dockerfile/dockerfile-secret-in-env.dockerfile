FROM postgres:17
# ruleid: dockerfile-secret-in-env
ENV POSTGRES_PASSWORD=correct-horse
# ruleid: dockerfile-secret-in-env
ENV DB_PASSWORD letmein99
# ruleid: dockerfile-secret-in-env
ENV APP_HOME=/app API_KEY="qx81-lm20"
ENV TZ=UTC \
# ruleid: dockerfile-secret-in-env
    JWT_SECRET=whisper-loudly \
    LANG=C.UTF-8
# ruleid: dockerfile-secret-in-env
ENV AUTH_TOKEN='frodo lives'
ARG DB_PASSWORD
# ok: dockerfile-secret-in-env
ENV DB_PASSWORD=$DB_PASSWORD
# ok: dockerfile-secret-in-env
ENV POSTGRES_PASSWORD_FILE=/run/secrets/db
# ok: dockerfile-secret-in-env
ENV API_KEY=""
# ok: dockerfile-secret-in-env
ENV SECRET_KEY_FILE /run/secrets/key
# ok: dockerfile-secret-in-env
ENV PASSWORD=changeme
# ok: dockerfile-secret-in-env
ENV ALLOW_EMPTY_PASSWORD=yes
# ok: dockerfile-secret-in-env
ENV TOKEN_URL=https://example.org/token
# ok: dockerfile-secret-in-env
ENV TOKENIZERS_PARALLELISM=false MAX_TOKENS=4096
# ok: dockerfile-secret-in-env
ENV API_TOKEN=${API_TOKEN}
