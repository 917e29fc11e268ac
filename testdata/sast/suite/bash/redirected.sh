# ruleid: bash-redirected-to
echo "$name" > names.txt
# ruleid: bash-redirected-doc
cat <<EOF > conf
mill=$name
EOF
# ruleid: bash-redirected-to
echo "$name"
