#!/usr/bin/env bash
# Installs the programs and fonts that Muntsaus uses but does not carry inside, from the system's packages.
#
#   install-tools.sh pdf     what the PDF export needs; only a hint is printed when it cannot be had (exit 0)
#   install-tools.sh tests   what the tests need; a list and exit 1 when something cannot be had. Also the headless shell of Chromium
#                            where the system has one: the end-to-end tests do with Chromium itself, but are lighter with it
#
# Nothing missing: no network, no package manager, a few milliseconds. INSTALL=no never installs, it only tells.
set -euo pipefail

usage="usage: install-tools.sh pdf|tests"
goal=${1:-}

# --- What is there ---------------------------------------------------------------------------------------------------

has_font() { # has_font PACKAGE FAMILY: by package where there are packages, by family name elsewhere
  if command -v dpkg-query >/dev/null; then
    [[ $(dpkg-query -W -f '${Status}' "$1" 2>/dev/null) == "install ok installed" ]]
  else
    command -v fc-list >/dev/null && fc-list : family | grep -qi "$2"
  fi
}

has() { # has PACKAGE: is what this package brings already on the machine?
  case $1 in
    chromium)
      command -v chromium || command -v chromium-browser || command -v google-chrome || command -v google-chrome-stable
      ;;
    redis-server) command -v redis-server ;;
    poppler-utils) command -v pdftotext && command -v pdftoppm && command -v pdfinfo && command -v pdffonts ;;
    openssl) command -v openssl ;;
    gcc) command -v gcc ;; # the race detector of go test
    libc6-dev) echo '#include <stdlib.h>' | gcc -E - ;;
    fonts-noto-core) has_font "$1" 'Noto Sans' ;;
    fonts-noto-cjk) has_font "$1" 'Noto Sans CJK' ;;
    fonts-noto-color-emoji) has_font "$1" 'Noto Color Emoji' ;;
    *) false ;;
  esac >/dev/null 2>&1
}

what_for() {
  case $1 in
    chromium) echo "the browser that prints the report as PDF and runs the end-to-end tests" ;;
    redis-server) echo "the log that several nodes share; tests start their own on a free port" ;;
    poppler-utils) echo "pdftotext and friends, with which tests read the PDF" ;;
    openssl) echo "a certificate for the end-to-end test on https" ;;
    gcc | libc6-dev) echo "the C compiler behind go test -race" ;;
    fonts-*) echo "letters and emoji in the PDF" ;;
  esac
}

look() { # sets absent to the wanted packages that are not there; true when there is none
  local package
  absent=()
  for package in "${wanted[@]}"; do
    has "$package" || absent+=("$package")
  done
  [ ${#absent[@]} -eq 0 ]
}

# --- How to get it ---------------------------------------------------------------------------------------------------

apt_options=(-q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=2 -o Acquire::http::Timeout=30)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo -n DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

may_install() {
  [ "${INSTALL:-yes}" != no ] && command -v apt-get >/dev/null &&
    { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }
}

refresh() { as_root apt-get "${apt_options[@]}" update; }

install() {
  echo "installing with apt-get: $*"
  as_root apt-get "${apt_options[@]}" install -y --no-install-recommends "$@"
}

how_to() { # the command for a person to type
  if command -v apt-get >/dev/null; then
    echo "sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
  else
    echo "install what these Debian packages contain, under your system's own names: $*"
  fi
}

# --- Do it -----------------------------------------------------------------------------------------------------------

pdf=(chromium fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji)
case $goal in
  pdf) wanted=("${pdf[@]}") ;;
  tests) wanted=("${pdf[@]}" redis-server poppler-utils openssl gcc libc6-dev) ;;
  *)
    echo "$usage" >&2
    exit 2
    ;;
esac

shell=chromium-headless-shell
want_shell() {
  [ "$goal" = tests ] && may_install && ! command -v "$shell" >/dev/null && apt-cache show "$shell" >/dev/null 2>&1
}

if ! look && may_install; then
  refresh || true
  install "${absent[@]}" || echo "apt-get did not succeed; its own words are above." >&2
fi

if look; then
  if want_shell; then install "$shell" || true; fi
  exit 0
fi

if [ "$goal" = pdf ]; then
  if has chromium; then
    echo "Some fonts for the PDF export are missing; letters of some scripts, or emoji, may print as empty boxes. To add them:" >&2
  else
    echo "No Chromium found, so the report cannot be exported as PDF here; the web page of the report, and printing it from a browser, do work. To add it:" >&2
  fi
  echo "  $(how_to "${absent[@]}")" >&2
  exit 0
fi

echo "The tests cannot run: these are missing and could not be installed here." >&2
for package in "${absent[@]}"; do
  printf '  %-24s %s\n' "$package" "$(what_for "$package")" >&2
done
echo "To add them:" >&2
echo "  $(how_to "${absent[@]}")" >&2
exit 1
