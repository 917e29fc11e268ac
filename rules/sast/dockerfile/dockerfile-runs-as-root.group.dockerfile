FROM node:22
# ruleid: dockerfile-runs-as-root
USER root:root
ENTRYPOINT ["node", "server.js"]
