#!/bin/sh
# Writes a stamp into the page: stamp.sh PAGE OUT < STAMP.json
set -eu
# Bytes, whatever the language of this computer.
LC_ALL=C
export LC_ALL
# Only the owner may read what is written from here on.
umask 077

page=$1
out=$2
empty='<script id="setup-stamp" type="application/json">{}</script>'
refuse_folder() {
  echo "$out is a folder; move it away, or name a file" >&2
  exit 1
}
[ ! -d "$out" ] || [ -L "$out" ] || refuse_folder
work=$(mktemp -d "$(dirname -- "$out")/.setup-plex.XXXXXX")
trap 'rm -rf -- "$work"' EXIT

# JSON that no HTML parser can mistake for anything else; still the same JSON.
sed -e 's/</\\u003c/g' -e 's/>/\\u003e/g' -e 's/&/\\u0026/g' \
    -e "s/$(printf '\342\200\250')/\\\\u2028/g" -e "s/$(printf '\342\200\251')/\\\\u2029/g" > "$work/json"

# Where the stamp is; fails unless there is exactly one. A line of the page may be long, so bytes are counted.
places=$(grep -F -o -b -- "$empty" "$page" | cut -d : -f 1)
case $places in
  '' | *[!0-9]*) echo 'the page has not exactly one empty stamp' >&2; exit 1 ;;
esac
before=$((places + ${#empty} - 11)) # 11 characters: {}</script>
{
  head -c "$before" -- "$page"
  cat -- "$work/json"
  tail -c "+$((before + 3))" -- "$page"
} > "$work/page"
# In one step; a link in its place is replaced and not followed. GNU and busybox say so with -T, BSD and macOS with -h.
mv -f -T -- "$work/page" "$out" 2> /dev/null && exit
[ ! -d "$out" ] || [ -L "$out" ] || refuse_folder
mv -f -h -- "$work/page" "$out" 2> /dev/null && exit
# This mv would put the page into what a link leads to.
[ ! -d "$out" ] || refuse_folder
mv -f -- "$work/page" "$out"
