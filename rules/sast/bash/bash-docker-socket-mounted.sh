#!/bin/bash
# ruleid: bash-docker-socket-mounted
docker run -v /var/run/docker.sock:/var/run/docker.sock tool
# ruleid: bash-docker-socket-mounted
docker run --rm --volume /run/docker.sock:/run/docker.sock tool
# ruleid: bash-docker-socket-mounted
sudo docker run -v /:/host alpine chroot /host
# ruleid: bash-docker-socket-mounted
docker run --mount type=bind,source=/var/run/docker.sock,target=/var/run/docker.sock tool

# ok: bash-docker-socket-mounted
docker run -v "$PWD":/work tool
# ok: bash-docker-socket-mounted
docker run -v /var/lib/app:/data tool
# ok: bash-docker-socket-mounted
ls /var/run/docker.sock
# ok: bash-docker-socket-mounted
docker -H unix:///var/run/docker.sock ps
