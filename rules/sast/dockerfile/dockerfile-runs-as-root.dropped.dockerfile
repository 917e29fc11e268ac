FROM debian:12
RUN apt-get install -y gosu
# The entry script changes to an account of its own.
# ok: dockerfile-runs-as-root
USER root
ENTRYPOINT ["docker-entrypoint.sh"]
