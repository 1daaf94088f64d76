#!/usr/bin/env bash
# Lets every system call of a save go wrong at the kernel's door, one at a time: what tst_save_faults does inside the
# process, without trusting its shim. Needs strace and leave to trace; takes about a minute.
#   tests/store/strace_sweep.sh [build/dev/tests/store/save_once]
# Held to: the file holds all of the old or all of the new content; exit status 0 and 2 mean new, 1 means old; the next
# save succeeds and leaves nothing lying about.
set -u
program=$(realpath "${1:-build/dev/tests/store/save_once}")
strace -o /dev/null true 2>/dev/null || { echo "strace_sweep: not allowed to trace here, nothing was tested"; exit 77; }
[ -x "$program" ] || { echo "strace_sweep: build the target save_once first"; exit 2; }
calls=openat,read,write,pread64,pwrite64,close,fsync,ftruncate,flock,fstat,newfstatat,statx,faccessat,faccessat2
calls=$calls,readlink,mkdir,rename,renameat2,unlink,fchmod,fchown,flistxattr,fgetxattr,fsetxattr,fadvise64,getdents64

work=$(mktemp -d "$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)/strace_sweep.XXXXXX")
trap 'rm -rf "$work"' EXIT
file=$work/etc/policy.yaml
faults=0
breaches=0

prepare() {
  rm -rf "${work:?}/etc" "$work/data"
  mkdir "$work/etc"
  if [ "$1" = existing ]; then printf old > "$file"; chmod 640 "$file"; fi
  if [ "$1" = existing ] && [ "$(id -u)" = 0 ]; then chown 4711:4711 "$file"; fi
}
content() { if [ -e "$file" ]; then cat "$file"; else echo absent; fi; }
breach() { echo "BREACH $*"; breaches=$((breaches + 1)); }

# try SCENARIO CALL:N FAULT...
try() {
  local scenario=$1 call=${2%:*} when=${2#*:} fault=$3 status now before=absent
  [ "$scenario" = existing ] && before=old
  prepare "$scenario"
  # In a shell of its own, which keeps its remarks on killed children to itself.
  (printf new | strace -qq -o /dev/null -e trace="$call" -e inject="$call:$fault:when=$when" \
    "$program" "$file" "$work/data") >/dev/null 2>&1
  status=$?
  now=$(content)
  faults=$((faults + 1))
  case $status:$now in
    0:new | 2:new | 1:"$before" | 137:new | 137:"$before") ;;
    *) breach "$scenario $call #$when $fault: status $status, content '$now'" ;;
  esac
  printf next | "$program" "$file" "$work/data" || breach "$scenario $call #$when $fault: the next save fails"
  [ "$(content)" = next ] || breach "$scenario $call #$when $fault: the next save wrote '$(content)'"
  [ "$(ls -A "$work/etc")" = policy.yaml ] || breach "$scenario $call #$when $fault: left $(ls -A "$work/etc")"
  [ -z "$(find "$work/data" -name '.*' 2>/dev/null)" ] || breach "$scenario $call #$when $fault: left in the backups"
}

for scenario in existing new; do
  prepare "$scenario"
  printf new | strace -qq -o "$work/trace" -e trace="access,$calls" "$program" "$file" "$work/data" \
    || { echo "strace_sweep: a save without faults fails"; exit 1; }
  # NAME:N of each call after the landmark, N counting the calls of that name since the start.
  places=$(awk -F'(' '/the save begins/ { begun = 1; next } { n[$1]++; if (begun) print $1 ":" n[$1] }' "$work/trace")
  [ -n "$places" ] || { echo "strace_sweep: no calls were seen"; exit 1; }
  for place in $places; do
    for fault in error=EIO error=ENOSPC error=EACCES error=EINTR signal=KILL; do try "$scenario" "$place" $fault; done
    case $place in write:*) try "$scenario" "$place" retval=1; try "$scenario" "$place" retval=3 ;; esac
  done
done
echo "strace_sweep: $faults faults, $breaches breaches"
[ "$breaches" = 0 ]
