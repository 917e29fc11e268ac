FROM node:22
ARG NPM_TOKEN
# ruleid: dockerfile-secret-left-in-layer
RUN echo "//registry.npmjs.org/:_authToken=${NPM_TOKEN}" > .npmrc && npm ci && rm .npmrc
# ruleid: dockerfile-secret-left-in-layer
RUN git clone https://${GITHUB_TOKEN}@github.com/example/private.git
# ruleid: dockerfile-secret-left-in-layer
RUN pip install --index-url https://${PIP_USER}:${PIP_PASSWORD}@pypi.example.org/simple x
# ruleid: dockerfile-secret-left-in-layer
RUN echo "machine github.com login bot password $GH" > ~/.netrc
RUN npm config set registry https://npm.example.org && \
# ruleid: dockerfile-secret-left-in-layer
    npm config set //npm.example.org/:_authToken=$TOKEN
# ruleid: dockerfile-secret-left-in-layer
RUN git config --global url."https://oauth2:${ACCESS_TOKEN}@gitlab.example.org/".insteadOf "https://gitlab.example.org/"
# ok: dockerfile-secret-left-in-layer
RUN --mount=type=secret,id=npm echo "//registry.npmjs.org/:_authToken=$(cat /run/secrets/npm)" > .npmrc && npm ci
# ok: dockerfile-secret-left-in-layer
RUN git clone https://github.com/example/public.git
# ok: dockerfile-secret-left-in-layer
RUN git clone https://git@github.com/example/public.git
# ok: dockerfile-secret-left-in-layer
RUN --mount=type=secret,id=netrc,target=/root/.netrc go mod download
# ok: dockerfile-secret-left-in-layer
RUN curl -fsSL https://${MIRROR}/tool.tgz -o tool.tgz
