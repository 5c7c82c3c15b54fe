// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.yaml;

import java.util.List;

/** A node of a YAML document, with the place where it was written. */
public sealed interface Node {

  /** Line from 1. */
  long line();

  /** Column from 1. */
  long column();

  /** What it is, in a word for people: mapping, list or text. */
  String kind();

  /**
   * Keys and values, in the order written; keys are unique.
   *
   * @param line line from 1
   * @param column column from 1
   * @param entries the entries
   */
  record Mapping(long line, long column, List<Entry> entries) implements Node {
    /** Copies the entries. */
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "{ }";
    }
  }

  /**
   * One key and its value.
   *
   * @param key the key
   * @param value the value
   */
  record Entry(Scalar key, Node value) {}

  /**
   * A list.
   *
   * @param line line from 1
   * @param column column from 1
   * @param items the items
   */
  record Sequence(long line, long column, List<Node> items) implements Node {
    /** Copies the items. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "[ ]";
    }
  }

  /**
   * A text. What it means (number, code, date) is for the reader to say, never guessed.
   *
   * @param line line from 1
   * @param column column from 1
   * @param text the characters, in Unicode form NFC
   * @param plain whether it was written without quotes and not as a block
   */
  record Scalar(long line, long column, String text, boolean plain) implements Node {
    /** Whether it is the null of YAML's core schema. */
    public boolean isNull() {
      return plain && CoreSchema.isNull(text);
    }

    /** Whether it is a boolean of YAML's core schema. */
    public boolean isBoolean() {
      return plain && CoreSchema.isBoolean(text);
    }

    @Override
    public String kind() {
      return isNull() ? "null" : "\"" + text + "\"";
    }
  }
}
