#!/bin/sh
# What the tests use and pip can't install: Chromium and a Chinese font open the pages, Virtuoso is published to.
# Installs what is missing if it may, and says so if it can't; never fails: the tests that want it are skipped.
set -u

missing() {
    command -v chromium >/dev/null 2>&1 || echo chromium
    fc-list :lang=zh 2>/dev/null | grep -q . || echo fontconfig fonts-noto-cjk
    command -v virtuoso-t >/dev/null 2>&1 || echo virtuoso-opensource-7-bin
}

skip() {
    echo "$1; the tests that use $(missing | tr '\n' ' ')are skipped"
    exit 0
}

wanted=$(missing)
[ -n "$wanted" ] || exit 0
command -v apt-get >/dev/null 2>&1 || skip "there is no apt-get"
[ "$(id -u)" -eq 0 ] || skip "only root may apt-get install"

# shellcheck disable=SC2086
echo "installing" $wanted
export DEBIAN_FRONTEND=noninteractive
# A network that is not there must not hold up the tests for long.
patience="-o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 -o DPkg::Lock::Timeout=120"
# shellcheck disable=SC2086
apt-get $patience -qq update </dev/null >/dev/null 2>&1
for package in $wanted; do      # one by one: what can't be had must not cost the others
    # shellcheck disable=SC2086
    apt-get $patience -qq install -y --no-install-recommends "$package" </dev/null >/dev/null 2>&1
done
[ -z "$(missing)" ] || skip "apt-get could not install all"
