#!/bin/sh
# only_with_all.sh NEEDED ... -- COMMAND ...: runs a test that needs more than a C++ tool chain. Without VEEDOR_TEST_ALL=1 or
# without something NEEDED (the name of a tool, or the path of a file), the test is skipped: exit 77.
PATH=$PATH:/usr/sbin:/sbin
export PATH

skip() {
  echo "skipped: $1, run ./dev test --all"
  exit 77
}

[ "${VEEDOR_TEST_ALL:-}" = 1 ] || skip "it needs more than a C++ tool chain"
while [ "$1" != -- ]; do
  case $1 in
    */*) [ -e "$1" ] || skip "$1 is not there" ;;
    *) command -v "$1" >/dev/null || skip "$1 is not there" ;;
  esac
  shift
done
shift
exec "$@"
