# ruleid: dockerfile-image-tag-latest
FROM ubuntu
# ruleid: dockerfile-image-tag-latest
FROM node:latest AS build
# ruleid: dockerfile-image-tag-latest
FROM --platform=linux/amd64 ghcr.io/example/base:latest
# ruleid: dockerfile-image-tag-latest
FROM registry.example.org:5000/team/app
# ok: dockerfile-image-tag-latest
FROM debian:12
# ok: dockerfile-image-tag-latest
FROM scratch
# ok: dockerfile-image-tag-latest
FROM alpine@sha256:21dc6063fd678b478f57c0e13f47560d0ea4eeba26dfc947b2a4f81f686b9f45
# ok: dockerfile-image-tag-latest
FROM ${BASE_IMAGE}
# ok: dockerfile-image-tag-latest
FROM registry.example.org:5000/team/app:1.2
FROM debian:12 AS build
# A stage of this file.
# ok: dockerfile-image-tag-latest
FROM build
