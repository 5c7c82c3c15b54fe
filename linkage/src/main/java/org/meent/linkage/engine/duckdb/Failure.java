// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine.duckdb;

import java.sql.SQLException;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Turns what the engine says into what Meent says. The engine's own messages may quote values of
 * persons, so nothing of them but the kind of error goes on, and the exception is not kept as a
 * cause.
 */
final class Failure {
  private Failure() {}

  static RuntimeException of(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("Out of Memory")) {
      return Refusal.environment("linkage.engine.memory", Where.NOWHERE).asException();
    }
    if (message.contains("Conversion Error") || message.contains("Out of Range")) {
      return Refusal.badInput("linkage.engine.overflow", Where.NOWHERE).asException();
    }
    if (message.contains("IO Error")) {
      return Refusal.environment("linkage.engine.disk", Where.NOWHERE).asException();
    }
    return new IllegalStateException("the engine failed: " + kind(message));
  }

  /** The words before " Error:", which name the kind and hold no value. */
  private static String kind(String message) {
    int end = message.indexOf(" Error:");
    int start = end < 0 ? -1 : message.lastIndexOf('\n', end) + 1;
    String words = end < 0 ? "" : message.substring(start, end).strip();
    return words.matches("[A-Za-z ]{1,40}") ? words + " Error" : "unnamed error";
  }
}
