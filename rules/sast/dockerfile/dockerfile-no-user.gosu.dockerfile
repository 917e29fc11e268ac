FROM debian:12
RUN apt-get install -y gosu
# ok: dockerfile-no-user
ENTRYPOINT ["docker-entrypoint.sh"]
