// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.canonical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reads the JSON that {@link CanonicalJson} writes. It need not refuse everything that is not
 * canonical: the caller writes the result again and compares the bytes.
 */
final class JsonParser {
  private static final int MAX_DEPTH = 24;

  private final String text;
  private int at;

  JsonParser(String text) {
    this.text = text;
  }

  /**
   * The one value.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  Json document() {
    Json value = value(0);
    if (at != text.length()) {
      throw new IllegalArgumentException("text after the value");
    }
    return value;
  }

  private Json value(int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("too deep");
    }
    return switch (peek()) {
      case '"' -> new Json.Text(string());
      case '[' -> items(depth);
      case '{' -> members(depth);
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      default -> number();
    };
  }

  private Json.Items items(int depth) {
    List<Json> items = new ArrayList<>();
    at++;
    while (!took(']')) {
      if (!items.isEmpty()) {
        expect(',');
      }
      items.add(value(depth + 1));
    }
    return new Json.Items(items);
  }

  private Json.Members members(int depth) {
    SequencedMap<String, Json> members = new LinkedHashMap<>();
    at++;
    while (!took('}')) {
      if (!members.isEmpty()) {
        expect(',');
      }
      String name = string();
      expect(':');
      if (members.put(name, value(depth + 1)) != null) {
        throw new IllegalArgumentException("member twice");
      }
    }
    return new Json.Members(members);
  }

  private Json.Truth word(String word, boolean value) {
    if (!text.startsWith(word, at)) {
      throw new IllegalArgumentException("unknown word");
    }
    at += word.length();
    return new Json.Truth(value);
  }

  private Json.Whole number() {
    int from = at;
    while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return new Json.Whole(Long.parseLong(text.substring(from, at)));
  }

  private String string() {
    expect('"');
    StringBuilder read = new StringBuilder();
    while (!took('"')) {
      char c = next();
      read.append(c == '\\' ? escaped() : c);
    }
    return read.toString();
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> (char) Integer.parseInt("" + next() + next() + next() + next(), 16);
      default -> c;
    };
  }

  private char peek() {
    if (at >= text.length()) {
      throw new IllegalArgumentException("text ends early");
    }
    return text.charAt(at);
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private boolean took(char c) {
    boolean there = peek() == c;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char c) {
    if (!took(c)) {
      throw new IllegalArgumentException("expected " + c);
    }
  }
}
