# syntax=docker/dockerfile:1
FROM debian:12
# ruleid: dockerfile-insecure-build-step
RUN --security=insecure cat /proc/self/status
# ruleid: dockerfile-insecure-build-step
RUN --security=insecure ["make", "install"]
# ruleid: dockerfile-insecure-build-step
RUN --mount=type=cache,target=/root/.cache --security=insecure make
# ruleid: dockerfile-insecure-build-step
run --security=insecure mount -t tmpfs none /mnt \
    && make
# ok: dockerfile-insecure-build-step
RUN --security=sandbox make
# ok: dockerfile-insecure-build-step
RUN make SECURITY=insecure
# ok: dockerfile-insecure-build-step
RUN --mount=type=cache,target=/root/.cache make
# ok: dockerfile-insecure-build-step
RUN echo --security=insecure
