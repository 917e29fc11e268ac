FROM node:22
# ruleid: dockerfile-secret-in-arg
ARG NPM_TOKEN
# ruleid: dockerfile-secret-in-arg
ARG GITHUB_ACCESS_TOKEN=""
# ruleid: dockerfile-secret-in-arg
ARG DB_PASSWORD=hunter
# ruleid: dockerfile-secret-in-arg
arg SSH_PRIVATE_KEY
# ruleid: dockerfile-secret-in-arg
ARG SECRET
# ok: dockerfile-secret-in-arg
ARG TOKEN_COUNT=4
# ok: dockerfile-secret-in-arg
ARG PUBLIC_API_KEY
# ok: dockerfile-secret-in-arg
ARG PASSWORD_FILE=/run/secrets/p
# ok: dockerfile-secret-in-arg
ARG VERSION
# ok: dockerfile-secret-in-arg
RUN --mount=type=secret,id=npm_token npm ci
# ok: dockerfile-secret-in-arg
ARG KEYRING=/usr/share/keyrings
