FROM node:22
USER node
# ok: dockerfile-no-user
CMD ["node", "server.js"]
