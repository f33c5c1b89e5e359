#!/usr/bin/env bash
# Builds the release from nothing, without tests: target/tongqi-VERSION.tar.gz. The same sources, Java and Maven give
# the same bytes. jobs/verify.sh builds it, too, and tests that it can be installed.
set -euo pipefail
# The jar keeps the modes of its files.
umask 022
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mvn -q -B -Dmaven.test.skip=true clean pre-integration-test
sha256sum target/tongqi-*.tar.gz
