#!/usr/bin/env bash
# Checks this bundle with openssl, sha256sum and the usual tools of a shell, without any program of those who made it.
# Run it in the folder into which the bundle was unpacked:  bash verify.sh
# Better still, read it first, or do by hand what it does: README says how.
set -u
export LC_ALL=C
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0

holds() { printf 'OK      %s\n' "$1"; }
fails() { printf 'FAILED  %s\n' "$1"; failed=1; }
# Hexadecimal digits to bytes, and back.
bytes() { printf '%b' "$(printf '%s' "$1" | sed 's/../\\x&/g')"; }
digits() { od -An -v -tx1 | tr -d ' \n'; }
sum() { sha256sum | cut -c1-64; }
node() { bytes "01$1$2" | sum; }
signed() { openssl pkeyutl -verify -pubin -inkey ledger/public-key.pem -rawin -in "$1" -sigfile "$2" >/dev/null 2>&1; }

# 1. Every file is the one that was summed, and there is no other.
if sha256sum --check --strict --quiet SHA256SUMS >"$work/sums" 2>&1; then holds "the sums of all files"; else
  fails "the sums of files:"; cat "$work/sums"; fi
find . -type f | sed 's|^\./||' | grep -v -x -e SHA256SUMS -e SHA256SUMS.sig | sort >"$work/found"
sed -n '2,$s/^[0-9a-f]*  //p' SHA256SUMS | sort >"$work/named"
if cmp -s "$work/found" "$work/named"; then holds "no file more and none less"; else fails "other files than the sums name"; fi

# 2. The sums were signed by the key of the ledger.
if signed SHA256SUMS SHA256SUMS.sig; then holds "the signature of the sums"; else fails "the signature of the sums"; fi

# 3. The checkpoint was signed by it too: three lines are signed; the signature follows four bytes that name the key.
head -n 3 ledger/checkpoint.txt >"$work/body"
tail -n 1 ledger/checkpoint.txt | cut -d' ' -f3 | base64 -d 2>/dev/null | tail -c 64 >"$work/signature"
if signed "$work/body" "$work/signature"; then holds "the signature of the checkpoint"; else fails "the signature of the checkpoint"; fi
size=$(sed -n 2p "$work/body")
root=$(sed -n 3p "$work/body" | base64 -d 2>/dev/null | digits)

# 4. Every entry leads to the root (RFC 9162, section 2.1.3.2), and every disclosed value is the one that was recorded.
shown=0
withheld=0
entries=0
for entry in ledger/*.entry; do
  [ -e "$entry" ] || continue
  entries=$((entries + 1))
  plain=${entry%.entry}
  place=$(sed -n '2s/^index //p' "$plain.tlog-proof")
  [ "$place" = "${plain#ledger/}" ] || fails "$plain.tlog-proof: another place"
  awk 'found { print } /^$/ { found = 1 }' "$plain.tlog-proof" | cmp -s - ledger/checkpoint.txt || fails "$plain.tlog-proof: another checkpoint"
  hash=$({ printf '\0'; cat "$entry"; } | sum)
  first=$place
  last=$((size - 1))
  while read -r line; do
    beside=$(printf '%s' "$line" | base64 -d 2>/dev/null | digits)
    if [ $((first & 1)) -eq 1 ] || [ "$first" -eq "$last" ]; then
      hash=$(node "$beside" "$hash")
      while [ $((first & 1)) -eq 0 ] && [ "$first" -ne 0 ]; do
        first=$((first >> 1))
        last=$((last >> 1))
      done
    else
      hash=$(node "$hash" "$beside")
    fi
    first=$((first >> 1))
    last=$((last >> 1))
  done < <(sed -n '3,/^$/p' "$plain.tlog-proof" | sed '/^$/d')
  if [ "$hash" != "$root" ] || [ "$last" -ne 0 ]; then fails "$entry: it does not lead to the root"; fi
  held=$(digits <"$entry")
  while read -r digest salt hashed; do
    case "$held" in *"$digest"*) ;; *) fails "$plain.disclosed: a digest that the entry does not hold" ;; esac
    if [ "$salt" = - ]; then
      withheld=$((withheld + 1))
    elif [ "$(bytes "$salt$hashed" | sum)" = "$digest" ]; then
      shown=$((shown + 1))
    else
      fails "$plain.disclosed: a value that was not recorded"
    fi
  done < <(sed 1d "$plain.disclosed")
done
if [ "$failed" -eq 0 ]; then
  holds "$entries of $size entries of the ledger lead to its root"
  holds "$shown values are those that were recorded; $withheld are withheld"
fi

# 5. The paper is the one whose digest an entry holds.
for paper in paper/*; do
  digest=$(sha256sum "$paper" | cut -c1-64)
  # A text of 64 letters, as it stands in what was hashed.
  wanted=7840$(printf '%s' "$digest" | digits)
  found=$(grep -l -e "$wanted" ledger/*.disclosed | head -n 1)
  if [ -n "$found" ]; then holds "$paper was sealed in entry $(basename "$found" .disclosed)"; else fails "$paper: no disclosed entry holds its digest"; fi
done

printf 'log     %s\n' "$(sed -n 1p "$work/body")"
printf 'root    %s\n' "$root"
printf 'key     %s\n' "$(openssl pkey -pubin -in ledger/public-key.pem -outform DER 2>/dev/null | tail -c 32 | sum | cut -c1-16 | sed 's/..../& /g; s/ $//')"
echo 'Compare the key with the one that the organisation publishes elsewhere: a bundle cannot vouch for its own key.'
exit "$failed"
