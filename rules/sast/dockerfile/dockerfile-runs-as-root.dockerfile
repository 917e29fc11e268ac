FROM debian:12 AS build
# ok: dockerfile-runs-as-root
USER root
RUN make

FROM debian:12
# ok: dockerfile-runs-as-root
USER root
RUN apt-get update && apt-get install -y nginx
# ok: dockerfile-runs-as-root
USER www-data
RUN nginx -t
# ruleid: dockerfile-runs-as-root
USER root
CMD ["nginx", "-g", "daemon off;"]
