FROM golang:1.23 AS build
# ok: dockerfile-runs-as-root
USER root
RUN go build -o /server .

FROM gcr.io/distroless/static:nonroot
COPY --from=build /server /server
# ok: dockerfile-runs-as-root
USER rootless
