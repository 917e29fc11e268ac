FROM node:22
# ruleid: dockerfile-secret-file-copied
COPY .env /app/.env
# ruleid: dockerfile-secret-file-copied
COPY package.json .env.production ./
# ruleid: dockerfile-secret-file-copied
COPY --chown=app config/id_rsa /root/.ssh/id_rsa
# ruleid: dockerfile-secret-file-copied
ADD credentials.json /app/
# ruleid: dockerfile-secret-file-copied
COPY .aws /root/.aws
# ruleid: dockerfile-secret-file-copied
COPY ["certs/server.key", "/etc/ssl/"]
# ruleid: dockerfile-secret-file-copied
COPY ./certs/identity.pfx /app/
# ok: dockerfile-secret-file-copied
COPY .env.example /app/.env
# ok: dockerfile-secret-file-copied
COPY --from=build /app/.env /app/.env
# ok: dockerfile-secret-file-copied
COPY id_rsa.pub /root/.ssh/authorized_keys
# ok: dockerfile-secret-file-copied
COPY src/environment.ts .
# ok: dockerfile-secret-file-copied
COPY server.crt /etc/ssl/
# ok: dockerfile-secret-file-copied
COPY .envrc.sample env/ ./
