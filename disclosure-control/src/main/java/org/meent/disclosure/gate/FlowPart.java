// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

/** What a number of a flow counts, and its sign in the balance of its step. */
enum FlowPart {
  IN("in", 1),
  LOST("lost", -1),
  ADDED("added", 1),
  OUT("out", -1);

  private final String label;
  private final int sign;

  FlowPart(String label, int sign) {
    this.label = label;
    this.sign = sign;
  }

  String label() {
    return label;
  }

  int sign() {
    return sign;
  }
}
