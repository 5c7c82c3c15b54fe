// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.format.stata;

/**
 * How a column stands in a row.
 *
 * @param kind what its bytes are
 * @param offset where they begin
 * @param bytes how many there are
 */
record StataField(Kind kind, int offset, int bytes) {
  enum Kind {
    BYTE,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    TEXT,
    LONG_TEXT
  }

  boolean isText() {
    return kind == Kind.TEXT || kind == Kind.LONG_TEXT;
  }
}
