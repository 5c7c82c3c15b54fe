// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.canonical;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.meent.protocols.literature.Reference;

/**
 * Writes and reads canonical JSON: no white space, members sorted by the UTF-16 code units of their
 * names, the shortest escapes, UTF-8.
 */
@Reference(
    authors = "A. Rundgren, B. Jordan, S. Erdtman (2020)",
    title = "JSON Canonicalization Scheme (JCS)",
    source = "RFC 8785",
    url = "https://www.rfc-editor.org/rfc/rfc8785")
public final class CanonicalJson {
  private CanonicalJson() {}

  /**
   * The canonical text.
   *
   * @throws IllegalArgumentException if a text holds half a surrogate pair
   */
  public static String write(Json value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  /** The canonical text in UTF-8. */
  public static byte[] bytes(Json value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads canonical JSON and nothing else: bytes that are not exactly what {@link #bytes} writes
   * give nothing, so two documents with one meaning cannot both be accepted.
   */
  public static Optional<Json> read(byte[] bytes) {
    try {
      Json value = new JsonParser(new String(bytes, StandardCharsets.UTF_8)).document();
      return java.util.Arrays.equals(bytes(value), bytes) ? Optional.of(value) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Text(String text) -> quote(text, out);
      case Json.Whole(long whole) -> out.append(whole);
      case Json.Truth(boolean truth) -> out.append(truth);
      case Json.Items(List<Json> items) -> {
        char before = '[';
        for (Json item : items) {
          write(item, out.append(before));
          before = ',';
        }
        out.append(items.isEmpty() ? "[]" : "]");
      }
      case Json.Members(Map<String, Json> members) -> {
        char before = '{';
        // String.compareTo compares UTF-16 code units, as section 3.2.3 asks.
        for (Map.Entry<String, Json> member : new TreeMap<>(members).entrySet()) {
          quote(member.getKey(), out.append(before));
          write(member.getValue(), out.append(':'));
          before = ',';
        }
        out.append(members.isEmpty() ? "{}" : "}");
      }
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (Character.isSurrogate(c) && !isPaired(text, i)) {
            throw new IllegalArgumentException("half a surrogate pair");
          }
          out.append(c < 0x20 ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
      }
    }
    out.append('"');
  }

  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
