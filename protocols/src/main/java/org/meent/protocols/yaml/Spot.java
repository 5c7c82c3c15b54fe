// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.yaml;

/**
 * A place in a YAML file.
 *
 * @param line line from 1; 0 for the file as a whole
 * @param path the keys down to it, joined by dots; empty at the top
 */
public record Spot(long line, String path) {

  /** The file as a whole. */
  public static final Spot FILE = new Spot(0, "");

  /** The place of a key below this one. */
  Spot below(long at, String key) {
    return new Spot(at, path.isEmpty() ? key : path + "." + key);
  }
}
