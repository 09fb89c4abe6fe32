#!/bin/sh
# Installs the Debian packages that are missing, and says which. `run`: what building needs; `test`: what the tests need besides;
# `all`: LibreOffice too, which opens the letters and the slides in make test-all (300 MB, a minute).
set -eu
run="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
test="$run chromium poppler-utils qpdf mupdf-tools default-jre-headless libjaxb-java nginx khal hunspell hunspell-da hunspell-en-gb"
all="$test libreoffice-writer-nogui libreoffice-impress-nogui"
case "${1:-run}" in run) wanted=$run ;; test) wanted=$test ;; all) wanted=$all ;; *) echo "usage: system.sh run|test|all" >&2; exit 2 ;; esac

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "This machine is not Debian or Ubuntu. Please install yourself: $wanted" >&2
  exit 0
fi
missing=""
for package in $wanted; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "Installing system packages:$missing"
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
export DEBIAN_FRONTEND=noninteractive
# A server that comes with a package must not start on this machine, now or after a restart: the tests start their own on a free port.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  trap '$as_root rm -f $policy' EXIT
  printf '#!/bin/sh\nexit 101\n' | $as_root tee $policy >/dev/null
  $as_root chmod +x $policy
fi
$as_root apt-get -o DPkg::Lock::Timeout=300 update -qq
# shellcheck disable=SC2086  # a list of names
$as_root apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends $missing >/dev/null
case "$missing" in *nginx*) ! command -v systemctl >/dev/null || $as_root systemctl --quiet disable nginx || true ;; esac
