// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

import java.util.ServiceLoader;
import java.util.TreeMap;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/** Finds engines by name. */
public final class Engines {
  /** The engine that is used when none is named. */
  public static final String DEFAULT = "duckdb";

  private Engines() {}

  /**
   * Opens the engine of that name.
   *
   * @throws org.meent.protocols.refusal.RefusalException if there is none, or it cannot start here
   */
  public static Engine open(String name, EngineSettings settings) {
    TreeMap<String, EngineProvider> found = new TreeMap<>();
    ServiceLoader.load(EngineProvider.class, Engines.class.getClassLoader())
        .forEach(provider -> found.putIfAbsent(provider.name(), provider));
    EngineProvider provider = found.get(name);
    if (provider == null) {
      throw Refusal.environment(
              "linkage.engine.unknown", Where.NOWHERE, name, String.join(", ", found.keySet()))
          .asException();
    }
    return provider.open(settings);
  }
}
