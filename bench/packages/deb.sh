#!/usr/bin/env bash
# The life of the Debian package on this machine, printed: installed with an earlier program, a workshop held, upgraded, looked again, removed,
# purged. Needs root and a Debian. Nothing stays. Without systemd as process 1 the service's command line is run by hand, as its user and
# without privileges, as the unit says.
# Usage: deb.sh THEN        THEN: the program of an earlier version; NOW=… that of this one, else it is built
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
then=$(realpath "$1")
work=$(mktemp -d)
port=18180
server=

end() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  dpkg --purge muntsaus >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap end EXIT

! dpkg-query -W muntsaus >/dev/null 2>&1 || { echo "muntsaus is installed here: this would remove it" >&2; exit 1; }

say() { printf '\n== %s\n' "$*"; }
unit() { sed -n "s/^$1=//p" /lib/systemd/system/muntsaus.service; }

start() { # as systemd would, as far as that goes without it
  local environment=() command
  read -ra environment <<<"$(unit Environment)"
  read -ra command <<<"$(unit ExecStart)"
  set -a
  # shellcheck disable=SC1091
  . /etc/muntsaus.env
  set +a
  (umask "$(unit UMask)"
    cd /
    exec setpriv --reuid "$(unit User)" --regid "$(unit Group)" --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all \
      env -i PATH="$PATH" LANG=C.UTF-8 HOME=/var/lib/muntsaus "${environment[@]}" MUNTSAUS_LISTEN=127.0.0.1:$port "${command[@]}") \
    2>>"$work/log" &
  server=$!
  until /usr/bin/muntsaus health --url "http://127.0.0.1:$port/healthz" 2>/dev/null; do
    kill -0 "$server" || { cat "$work/log"; exit 1; }
    sleep 0.1
  done
  echo "running as $(ps -o user= -p "$server"): $(tr '\0' ' ' <"/proc/$server/cmdline")"
  grep -E 'NoNewPrivs|CapBnd' "/proc/$server/status"
}

stop() {
  kill -TERM "$server"
  if wait "$server"; then echo "stopped by SIGTERM"; else echo "ended with $?"; exit 1; fi
  server=
}

say "the packages"
PROGRAM=$then VERSION=0.0.0+git20261125 .ci/deb.sh amd64
mv dist-release/muntsaus_0.0.0+git20261125_amd64.deb "$work/then.deb"
PROGRAM=${NOW:-} .ci/deb.sh amd64
new=$(ls -t dist-release/muntsaus_*_amd64.deb | head -n 1)
go build -o "$work/workshop" ./bench/workshop

say "install: an earlier program"
dpkg -i "$work/then.deb"
getent passwd muntsaus
stat -c '%A %U:%G %n' /var/lib/muntsaus /etc/muntsaus.env /usr/bin/muntsaus
if command -v systemd-analyze >/dev/null; then
  systemd-analyze verify /lib/systemd/system/muntsaus.service && echo "systemd-analyze verify: nothing to say"
  systemd-analyze security --offline=true /lib/systemd/system/muntsaus.service 2>&1 | tail -n 1
fi

say "a workshop"
start
"$work/workshop" -url "http://127.0.0.1:$port" -keep "$work/seen.json"
stop
ls -l /var/lib/muntsaus

say "upgrade: this program, with a setting of one's own"
echo '#mine' >>/etc/muntsaus.env
dpkg -i "$new"
tail -n 1 /etc/muntsaus.env
muntsaus version
start
"$work/workshop" -url "http://127.0.0.1:$port" -again "$work/seen.json" -pdf "$work/report.pdf"
grep -c 'without its sandbox' "$work/log" || true
stop
setpriv --reuid muntsaus --regid muntsaus --clear-groups muntsaus check --data /var/lib/muntsaus

say "remove: the boards stay"
dpkg -r muntsaus
ls -l /var/lib/muntsaus /etc/muntsaus.env
[ ! -e /usr/bin/muntsaus ]

say "purge: they go"
dpkg --purge muntsaus
ls -d /var/lib/muntsaus /etc/muntsaus.env /lib/systemd/system/muntsaus.service 2>&1 || true
getent passwd muntsaus || echo "no user muntsaus"
