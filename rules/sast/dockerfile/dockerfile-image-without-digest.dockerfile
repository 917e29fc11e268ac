# ruleid: dockerfile-image-without-digest
FROM debian:12
# ruleid: dockerfile-image-without-digest
FROM golang:1.23 AS build
# ruleid: dockerfile-image-without-digest
FROM --platform=$BUILDPLATFORM ghcr.io/example/base:v1
# ruleid: dockerfile-image-without-digest
from registry.example.org:5000/team/app
# ok: dockerfile-image-without-digest
FROM alpine:3.20@sha256:21dc6063fd678b478f57c0e13f47560d0ea4eeba26dfc947b2a4f81f686b9f45
# ok: dockerfile-image-without-digest
FROM scratch
# ok: dockerfile-image-without-digest
FROM build
# ok: dockerfile-image-without-digest
FROM ${BASE_IMAGE}
