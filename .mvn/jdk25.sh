# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./meent and ./check: sets JAVA_HOME to a JDK 25, or says in one sentence what to install.

# Prints the major version of the JDK in a folder, from its release file; nothing if it is no JDK.
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk25() {
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
  for jdk in "${JAVA_HOME:-/none}" "${on_path%/bin/javac}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /opt/hostedtoolcache/Java_*/*/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/*; do
    if [ "$(jdk_major "$jdk")" = 25 ]; then
      JAVA_HOME=$jdk
      export JAVA_HOME
      return 0
    fi
  done
  echo "Meent needs a JDK 25, and found none in JAVA_HOME, on the PATH or in the usual folders: install one (for example Eclipse Temurin 25) or set JAVA_HOME to it." >&2
  return 1
}
