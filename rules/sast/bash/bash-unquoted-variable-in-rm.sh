#!/bin/bash
# ruleid: bash-unquoted-variable-in-rm
rm -rf $folder
# ruleid: bash-unquoted-variable-in-rm
rm -rf $folder/*
# ruleid: bash-unquoted-variable-in-rm
sudo rm -r --force $HOME_OF_APP/cache
# ruleid: bash-unquoted-variable-in-rm
rm -fr /var/lib/$name

# ok: bash-unquoted-variable-in-rm
rm -rf "$folder"
# ok: bash-unquoted-variable-in-rm
rm -rf -- "${folder:?}/cache"
# ok: bash-unquoted-variable-in-rm
rm -f $file
# ok: bash-unquoted-variable-in-rm
rm -rf /var/tmp/build
# rm -rf $folder
# ok: bash-unquoted-variable-in-rm
echo "rm -rf $folder"
