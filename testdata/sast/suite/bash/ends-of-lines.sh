# ruleid: bash-ends-of-lines-wc
ls | grep a | wc -l
# ruleid: bash-ends-of-lines-mount
mount -a /x
# ruleid: bash-ends-of-lines-echo
echo "n=$N" > /tmp/n
# ok: bash-ends-of-lines-mount, bash-ends-of-lines-umount, bash-ends-of-lines-echo, bash-ends-of-lines-rm, bash-ends-of-lines-wc
ls | sort | uniq # twice
# ruleid: bash-ends-of-lines-umount
umount -f /x
# ok: bash-ends-of-lines-mount, bash-ends-of-lines-umount, bash-ends-of-lines-echo, bash-ends-of-lines-rm, bash-ends-of-lines-wc
cat < in > out
a \
  -b
# ruleid: bash-ends-of-lines-rm
rm -f x >> log
