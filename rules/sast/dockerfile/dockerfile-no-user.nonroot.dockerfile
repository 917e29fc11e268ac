FROM gcr.io/distroless/nodejs22:nonroot
# ok: dockerfile-no-user
CMD ["server.js"]
