FROM redis:7
# ruleid: dockerfile-no-user
CMD ["redis-server"]
