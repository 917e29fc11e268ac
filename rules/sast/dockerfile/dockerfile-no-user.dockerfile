FROM golang:1.23 AS build
RUN go build -o /server .
# ok: dockerfile-no-user
CMD ["true"]

FROM debian:12
COPY --from=build /server /server
# ok: dockerfile-no-user
ENTRYPOINT ["/server"]
# ruleid: dockerfile-no-user
CMD ["--port", "8080"]
