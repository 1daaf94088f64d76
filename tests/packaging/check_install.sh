#!/usr/bin/env bash
# check_install.sh BUILD: installs BUILD into a folder of its own and looks at what is there: every file that should be
# and no other, programs that start, completions that complete, and texts that their own checkers accept (those that
# are on this machine).
set -euo pipefail
build=$1
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cmake --install "$build" --prefix "$stage" >/dev/null

fail() { echo "$*"; exit 1; }
has() { command -v "$1" >/dev/null; }

expected='bin/relaytab
bin/relaytabctl
share/applications/org.relaytab.Relaytab.desktop
share/bash-completion/completions/relaytabctl
share/fish/vendor_completions.d/relaytabctl.fish
share/icons/hicolor/scalable/apps/org.relaytab.Relaytab.svg
share/man/man1/relaytab.1
share/man/man1/relaytabctl.1
share/metainfo/org.relaytab.Relaytab.metainfo.xml
share/zsh/site-functions/_relaytabctl'
installed=$(cd "$stage" && find . -type f -size +0 -printf '%P\n' | LC_ALL=C sort)
[ "$installed" = "$expected" ] || { diff <(echo "$expected") <(echo "$installed"); fail "other files than expected"; }

version=$("$stage/bin/relaytabctl" --version)
[[ $version == relaytabctl\ [0-9]* ]] || fail "relaytabctl --version says: $version"
QT_QPA_PLATFORM=offscreen "$stage/bin/relaytab" --version | grep -q "${version#relaytabctl }" ||
  fail "relaytab has another version than relaytabctl"
for page in relaytab relaytabctl; do
  grep -q "^\.TH ${page^^} 1 .*${version#relaytabctl }" "$stage/share/man/man1/$page.1" ||
    fail "$page.1 is of another version"
done

# shellcheck disable=SC2016 # the inner shell expands it
reply=$(bash -c 'source "$1"; COMP_WORDS=(relaytabctl conv) COMP_CWORD=1; _relaytabctl; echo "${COMPREPLY[*]}"' \
  bash "$stage/share/bash-completion/completions/relaytabctl")
[ "$reply" = convert ] || fail "bash completes conv to: $reply"
if has zsh; then zsh -n "$stage/share/zsh/site-functions/_relaytabctl"; fi
if has fish; then fish -n "$stage/share/fish/vendor_completions.d/relaytabctl.fish"; fi

# The entry, its program and its icon belong together.
entry=$stage/share/applications/org.relaytab.Relaytab.desktop
for key in Exec TryExec; do
  program=$(sed -n "s/^$key=\([^ ]*\).*/\1/p" "$entry")
  [ -x "$stage/bin/$program" ] || fail "$key names $program, which is not installed"
done
icon=$(sed -n 's/^Icon=//p' "$entry")
[ -f "$stage/share/icons/hicolor/scalable/apps/$icon.svg" ] || fail "there is no icon $icon"
metainfo=$stage/share/metainfo/org.relaytab.Relaytab.metainfo.xml
grep -q "<launchable type=\"desktop-id\">$(basename "$entry")<" "$metainfo" || fail "the metainfo launches another entry"

if has desktop-file-validate; then desktop-file-validate "$entry"; fi
if has appstreamcli; then appstreamcli validate --no-net "$metainfo" || fail "appstreamcli does not accept the metainfo"; fi
if has man; then
  warnings=$(LC_ALL=C.UTF-8 man --warnings -l "$stage/share/man/man1/"*.1 2>&1 >/dev/null)
  [ -z "$warnings" ] || fail "$warnings"
fi
