// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

/**
 * Tells whether bytes hold characters beyond ASCII that are all written as UTF-8. In a file of
 * another character set that is as good as impossible, so such a file was declared wrongly: every
 * single-byte set would decode it without complaint, into nonsense.
 */
final class Utf8Sniffer {
  private boolean valid = true;
  private boolean beyondAscii;
  private int following;

  void look(byte[] bytes, int length) {
    for (int i = 0; i < length && valid; i++) {
      int value = bytes[i] & 0xFF;
      if (following > 0) {
        valid = (value & 0xC0) == 0x80;
        following--;
      } else if (value >= 0x80) {
        beyondAscii = true;
        following = value >= 0xF0 ? 3 : value >= 0xE0 ? 2 : 1;
        valid = value >= 0xC2 && value <= 0xF4;
      }
    }
  }

  boolean verdict() {
    return valid && beyondAscii && following == 0;
  }
}
