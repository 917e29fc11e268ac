FROM node:22
USER node
# ruleid: dockerfile-runs-as-root
USER "root"
