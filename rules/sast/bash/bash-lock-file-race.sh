#!/bin/bash
LOCK=/var/run/job.lock

if [ -e "$LOCK" ]; then
  echo "runs already"
  exit 1
fi
# ruleid: bash-lock-file-race
touch "$LOCK"

if [ ! -f /var/run/other.pid ]; then
  # ruleid: bash-lock-file-race
  echo $$ > /var/run/other.pid
fi

start() {
  if [[ -f $PIDFILE ]]; then
    exit 1
  fi
  log started
  # ruleid: bash-lock-file-race
  echo "$$" > $PIDFILE
}

if [ -e /var/run/first.lock ]; then
  exit 1
fi
# ok: bash-lock-file-race
mkdir /var/run/first.lock

if [ ! -f config.txt ]; then
  # ok: bash-lock-file-race
  touch config.txt
fi

exec 9> /var/run/job.lock
# ok: bash-lock-file-race
flock -n 9 || exit 1

if [ -e "$LOCK" ]; then
  exit 1
fi
# ok: bash-lock-file-race
touch /srv/started
