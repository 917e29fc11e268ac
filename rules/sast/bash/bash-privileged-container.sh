#!/bin/bash
# ruleid: bash-privileged-container
docker run --privileged alpine
# ruleid: bash-privileged-container
docker run --rm -it --cap-add=SYS_ADMIN alpine sh
# ruleid: bash-privileged-container
podman run --security-opt seccomp=unconfined alpine
# ruleid: bash-privileged-container
sudo docker run --pid=host alpine

# ok: bash-privileged-container
docker run --rm alpine
# ok: bash-privileged-container
docker run --cap-add=NET_BIND_SERVICE alpine
# ok: bash-privileged-container
docker run --cap-drop=ALL --security-opt=no-new-privileges alpine
# ok: bash-privileged-container
echo "docker run --privileged"
