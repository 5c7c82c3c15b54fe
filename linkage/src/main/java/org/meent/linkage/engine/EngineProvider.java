// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

/** Makes engines of one kind; found by {@link java.util.ServiceLoader}. */
public interface EngineProvider {

  /** The name by which the engine is chosen, in lower case. */
  String name();

  /**
   * Opens an engine that is locked before a row enters it.
   *
   * @throws org.meent.protocols.refusal.RefusalException if this machine does not allow it
   */
  Engine open(EngineSettings settings);
}
