#!/bin/sh
# Chromium and a Chinese font, for the tests that open the page. Installs them if it may, and says so if it can't; never fails.
set -u

complete() {
    command -v chromium >/dev/null 2>&1 && fc-list :lang=zh 2>/dev/null | grep -q .
}

skip() {
    echo "no browser: $1; the tests that open the page are skipped"
    exit 0
}

complete && exit 0
command -v apt-get >/dev/null 2>&1 || skip "there is no apt-get to install chromium and fonts-noto-cjk with"
[ "$(id -u)" -eq 0 ] || skip "only root may apt-get install chromium fonts-noto-cjk"

echo "installing chromium and fonts-noto-cjk"
export DEBIAN_FRONTEND=noninteractive
# A network that is not there must not hold up the tests for long.
patience="-o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 -o DPkg::Lock::Timeout=120"
# shellcheck disable=SC2086
apt-get $patience -qq update </dev/null >/dev/null 2>&1
# shellcheck disable=SC2086
apt-get $patience -qq install -y --no-install-recommends chromium fontconfig fonts-noto-cjk </dev/null >/dev/null 2>&1
complete || skip "apt-get could not install chromium and fonts-noto-cjk"
