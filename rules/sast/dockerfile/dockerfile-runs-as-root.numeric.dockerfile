FROM node:22
WORKDIR /app
COPY . .
RUN npm ci
# ruleid: dockerfile-runs-as-root
user 0:0
ENTRYPOINT ["node", "server.js"]
