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
    return provider(name).open(settings);
  }

  /**
   * What makes the engine of that name; nothing is started.
   *
   * @throws org.meent.protocols.refusal.RefusalException if there is none
   */
  public static EngineProvider provider(String name) {
    TreeMap<String, EngineProvider> found = new TreeMap<>();
    ServiceLoader.load(EngineProvider.class, Engines.class.getClassLoader())
        .forEach(provider -> found.putIfAbsent(provider.name(), provider));
    EngineProvider provider = found.get(name);
    if (provider == null) {
      throw Refusal.environment(
              "linkage.engine.unknown", Where.NOWHERE, name, String.join(", ", found.keySet()))
          .asException();
    }
    return provider;
  }
}
