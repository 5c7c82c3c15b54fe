// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import java.util.Optional;
import org.meent.protocols.yaml.Fields;

/** The key {@code window}. */
final class WindowPart {
  private WindowPart() {}

  /** The window if one is written and is one. */
  static Optional<Window> read(Fields at) {
    if (!at.has("window")) {
      return Optional.empty();
    }
    String text = at.text("window");
    Optional<Window> window = Window.parse(text);
    if (window.isEmpty() && !text.isEmpty()) {
      at.problems().badInput("protocols.study.window", at.at("window"));
    }
    return window;
  }
}
