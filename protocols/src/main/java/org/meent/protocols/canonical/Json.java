// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.canonical;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A JSON value without what readers disagree on: no null, no fractions (they are texts). */
public sealed interface Json {
  /** The largest whole number, up or down: 2^53. */
  long MAX_WHOLE = 1L << 53;

  /**
   * A text.
   *
   * @param value the characters
   */
  record Text(String value) implements Json {}

  /**
   * A whole number.
   *
   * @param value at most 2^53, up or down
   */
  record Whole(long value) implements Json {
    /**
     * Checks the limit.
     *
     * @throws IllegalArgumentException if the number is too large for exact exchange
     */
    public Whole {
      if (value > MAX_WHOLE || value < -MAX_WHOLE) {
        throw new IllegalArgumentException("beyond 2^53");
      }
    }
  }

  /**
   * A boolean.
   *
   * @param value true or false
   */
  record Truth(boolean value) implements Json {}

  /**
   * A list.
   *
   * @param values the items in order
   */
  record Items(List<Json> values) implements Json {
    /** Copies the items. */
    public Items {
      values = List.copyOf(values);
    }
  }

  /**
   * An object; the order in which members were put has no meaning.
   *
   * @param values the members by name
   */
  record Members(SequencedMap<String, Json> values) implements Json {
    /** Copies the members. */
    public Members {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /** The text of that name, if there is one. */
    public Optional<String> text(String name) {
      return values.get(name) instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The whole number of that name, if there is one. */
    public Optional<Long> whole(String name) {
      return values.get(name) instanceof Whole whole
          ? Optional.of(whole.value())
          : Optional.empty();
    }

    /** The list of texts of that name, if there is one and it holds nothing else. */
    public Optional<List<String>> texts(String name) {
      if (!(values.get(name) instanceof Items items)
          || !items.values().stream().allMatch(Text.class::isInstance)) {
        return Optional.empty();
      }
      return Optional.of(items.values().stream().map(item -> ((Text) item).value()).toList());
    }

    /** Whether exactly these names are there. */
    public boolean hasExactly(String... names) {
      return values.size() == names.length && values.keySet().containsAll(List.of(names));
    }
  }

  /** A list of texts. */
  static Items texts(List<String> values) {
    return new Items(values.stream().<Json>map(Text::new).toList());
  }

  /** Starts an object. */
  static Builder object() {
    return new Builder();
  }

  /** Puts an object together. */
  final class Builder {
    private final SequencedMap<String, Json> members = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a member.
     *
     * @throws IllegalArgumentException if the name was put before
     */
    public Builder put(String name, Json value) {
      if (members.putIfAbsent(name, value) != null) {
        throw new IllegalArgumentException("member twice: " + name);
      }
      return this;
    }

    /** Adds a text. */
    public Builder put(String name, String value) {
      return put(name, new Text(value));
    }

    /** Adds a whole number. */
    public Builder put(String name, long value) {
      return put(name, new Whole(value));
    }

    /** Adds a list of texts. */
    public Builder put(String name, List<String> values) {
      return put(name, texts(values));
    }

    /** The object. */
    public Members build() {
      return new Members(members);
    }
  }
}
