// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

/** Provides the plain engine: Java only, rows in memory, one thread. */
public final class PlainEngineProvider implements EngineProvider {

  /** For the service loader. */
  public PlainEngineProvider() {}

  @Override
  public String name() {
    return "java";
  }

  @Override
  public Engine open(EngineSettings settings) {
    return new PlainEngine();
  }
}
