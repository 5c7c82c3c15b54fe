// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which characters a file that people sign may hold: those that people can see. */
final class Characters {
  private Characters() {}

  /** Strict UTF-8, without a byte order mark; problems are told and give nothing. */
  static Optional<String> decode(byte[] bytes, Problems problems) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)
        || startsWith(bytes, 0xFE, 0xFF)
        || startsWith(bytes, 0xFF, 0xFE)) {
      problems.badInput("protocols.yaml.byte-order-mark", new Spot(1, ""));
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(in)
              .toString());
    } catch (CharacterCodingException e) {
      problems.badInput("protocols.yaml.not-utf-8", new Spot(lineOf(bytes, in.position()), ""));
      return Optional.empty();
    }
  }

  /** Tells of tabs and of characters that hide, once per line and kind. */
  static void check(String text, Problems problems) {
    long line = 1;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int point = text.codePointAt(i);
      if (point == '\n') {
        line++;
      } else if (point == '\t') {
        problems.badInput("protocols.yaml.tab", new Spot(line, ""));
      } else if (point == '\r' ? !text.startsWith("\n", i + 1) : isHidden(point)) {
        problems.badInput("protocols.yaml.hidden-character", new Spot(line, ""), hex(point));
      }
    }
  }

  /** A character that a reader does not see, or that makes others appear elsewhere. */
  static boolean isHidden(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE;
  }

  static String hex(int point) {
    return "U+%04X".formatted(point);
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static long lineOf(byte[] bytes, int position) {
    long line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
