#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The first commands of the README, run as a new user would, on copies of the examples.
set -e
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$here/examples" "$work/"
"$here/meent" run "$work/examples/nsw"
"$here/meent" log verify "$work/examples/nsw"
