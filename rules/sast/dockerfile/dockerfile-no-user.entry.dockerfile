FROM node:22
# ruleid: dockerfile-no-user
entrypoint ["node", "server.js"]
