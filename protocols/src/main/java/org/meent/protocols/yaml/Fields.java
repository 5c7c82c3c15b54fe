// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols.yaml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One mapping, bound key by key. Whatever is wrong goes to {@link Problems} and the method gives a
 * harmless stand-in, so that reading goes on; the caller throws at the end and never uses a value
 * of a file with problems. Call {@link #done()} last: it tells of keys nobody asked for.
 */
public final class Fields {
  /** Names that people give to sources, variables, effects and outputs: plain ASCII. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

  private final SequencedMap<String, Node.Entry> entries = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Spot spot;
  private final Problems problems;
  private final boolean broken;

  private Fields(Spot spot, Problems problems, boolean broken) {
    this.spot = spot;
    this.problems = problems;
    this.broken = broken;
  }

  /** The top of a file. */
  public static Fields of(Node root, Problems problems) {
    return of(root, new Spot(root.line(), ""), problems);
  }

  private static Fields of(Node node, Spot spot, Problems problems) {
    if (node instanceof Node.Mapping mapping) {
      Fields fields = new Fields(spot, problems, false);
      mapping.entries().forEach(entry -> fields.entries.put(entry.key().text(), entry));
      return fields;
    }
    problems.badInput("protocols.yaml.not-a-mapping", spot, node.kind());
    return new Fields(spot, problems, true);
  }

  /** Where the problems of this file gather. */
  public Problems problems() {
    return problems;
  }

  /** Whether the key was written. */
  public boolean has(String key) {
    asked.add(key);
    return entries.containsKey(key);
  }

  /** Whether the key was written and holds keys with values. */
  public boolean hasMapping(String key) {
    return has(key) && entries.get(key) instanceof Node.Entry(var at, Node.Mapping mapping);
  }

  /** Whether the key was written and holds a list. */
  public boolean hasList(String key) {
    return has(key) && entries.get(key) instanceof Node.Entry(var at, Node.Sequence list);
  }

  /** Whether the key was written and holds exactly this text. */
  public boolean isText(String key, String text) {
    return has(key)
        && entries.get(key) instanceof Node.Entry(var at, Node.Scalar scalar)
        && scalar.text().equals(text);
  }

  /** The place of a key; of the mapping itself if the key was not written. */
  public Spot at(String key) {
    Node.Entry entry = entries.get(key);
    return entry == null ? spot.below(spot.line(), key) : spot.below(entry.key().line(), key);
  }

  /** The place of this mapping. */
  public Spot spot() {
    return spot;
  }

  /** A text that must be there and not be empty. */
  public String text(String key) {
    return node(key).map(node -> text(node, at(key))).orElse("");
  }

  /** A text, or the fallback if the key was not written. */
  public String text(String key, String fallback) {
    return has(key) ? text(key) : fallback;
  }

  /** A whole number between two limits, both allowed. */
  public long integer(String key, long least, long most) {
    Optional<Long> value = node(key).flatMap(Scalars::integer);
    if (value.isPresent() && value.orElseThrow() >= least && value.orElseThrow() <= most) {
      return value.orElseThrow();
    }
    wrong("protocols.yaml.not-an-integer", key, least, most);
    return least;
  }

  /** A decimal number, exactly as written. */
  public BigDecimal decimal(String key, BigDecimal least, BigDecimal most) {
    Optional<BigDecimal> value = node(key).flatMap(Scalars::decimal);
    if (value.isPresent()
        && value.orElseThrow().compareTo(least) >= 0
        && value.orElseThrow().compareTo(most) <= 0) {
      return value.orElseThrow();
    }
    wrong("protocols.yaml.not-a-decimal", key, least.toPlainString(), most.toPlainString());
    return least;
  }

  /** A day, yyyy-mm-dd, that exists in the calendar, between 1900 and 2100. */
  public LocalDate date(String key) {
    Optional<LocalDate> day = node(key).flatMap(Scalars::day);
    if (day.isEmpty()) {
      wrong("protocols.yaml.not-a-date", key);
    }
    return day.orElse(LocalDate.of(2000, 1, 1));
  }

  /** One of an enum's constants by its name in lower case with hyphens. */
  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    return choice(key, type, "protocols.yaml.not-in-list");
  }

  /** One of an enum's constants; the code is the sentence for anything else, {1} the list. */
  public <E extends Enum<E>> E choice(String key, Class<E> type, String code) {
    SequencedMap<String, E> byName = Words.of(type);
    String name = oneOf(key, byName.keySet(), code);
    return byName.getOrDefault(name, type.getEnumConstants()[0]);
  }

  /** One of an enum's constants, or the fallback if the key was not written. */
  public <E extends Enum<E>> E choice(String key, E fallback) {
    return has(key) ? choice(key, fallback.getDeclaringClass()) : fallback;
  }

  /** Several of an enum's constants, at least one, none twice. */
  public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
    SequencedMap<String, E> byName = Words.of(type);
    return someOf(key, byName.keySet(), 1, "protocols.yaml.not-in-list").stream()
        .map(name -> byName.getOrDefault(name, type.getEnumConstants()[0]))
        .toList();
  }

  /** One of the names; the code is the sentence for anything else ({0} found, {1} the list). */
  public String oneOf(String key, Collection<String> names, String code) {
    String written = text(key);
    check(written, names, at(key), code);
    return written;
  }

  /** A list of names out of a list, none twice, at least so many. */
  public List<String> someOf(String key, Collection<String> names, int least, String code) {
    List<String> chosen = texts(key, least);
    chosen.forEach(name -> check(name, names, at(key), code));
    return chosen;
  }

  /** A list of texts, none twice, at least so many. */
  public List<String> texts(String key, int least) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(key, least)) {
      String text = text(item, at(key));
      if (!text.isEmpty() && texts.contains(text)) {
        problems.badInput("protocols.yaml.twice-in-list", at(key), text);
      }
      texts.add(text);
    }
    return texts;
  }

  /** A list of mappings, at least so many. */
  public <T> List<T> list(String key, int least, Function<Fields, T> reader) {
    List<T> read = new ArrayList<>();
    int number = 0;
    for (Node item : items(key, least)) {
      Fields fields = of(item, spot.below(item.line(), key + "[" + ++number + "]"), problems);
      read.add(reader.apply(fields));
      fields.done();
    }
    return read;
  }

  /** A mapping below this one. */
  public <T> T fields(String key, Function<Fields, T> reader) {
    Optional<Node> node = node(key);
    Fields below =
        node.isPresent()
            ? of(node.orElseThrow(), at(key), problems)
            : new Fields(at(key), problems, true);
    T read = reader.apply(below);
    below.done();
    return read;
  }

  /** A mapping whose keys are names that the author gave; at least so many. */
  public <T> SequencedMap<String, T> named(
      String key, int least, BiFunction<String, Fields, T> reader) {
    SequencedMap<String, T> read = new LinkedHashMap<>();
    for (Node.Entry entry : namedEntries(key, least)) {
      String name = entry.key().text();
      Fields fields = of(entry.value(), at(key).below(entry.key().line(), name), problems);
      read.put(name, reader.apply(name, fields));
      fields.done();
    }
    return read;
  }

  /** A mapping from names that the author gave to texts; at least so many. */
  public SequencedMap<String, String> namedTexts(String key, int least) {
    SequencedMap<String, String> read = new LinkedHashMap<>();
    for (Node.Entry entry : namedEntries(key, least)) {
      String name = entry.key().text();
      read.put(name, text(entry.value(), at(key).below(entry.key().line(), name)));
    }
    return read;
  }

  /** Tells of every key that nobody asked for, with the nearest known name. */
  public void done() {
    for (Node.Entry entry : entries.values()) {
      String key = entry.key().text();
      if (!asked.contains(key)) {
        Spot at = spot.below(entry.key().line(), key);
        String known = String.join(", ", asked);
        Nearest.of(key, asked)
            .ifPresentOrElse(
                near -> problems.badInput("protocols.yaml.unknown-key-near", at, key, near, known),
                () -> problems.badInput("protocols.yaml.unknown-key", at, key, known));
      }
    }
  }

  private List<Node.Entry> namedEntries(String key, int least) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.orElseThrow() instanceof Node.Mapping mapping)) {
      problems.badInput("protocols.yaml.not-a-mapping", at(key), node.orElseThrow().kind());
      return List.of();
    }
    if (mapping.entries().size() < least) {
      problems.badInput("protocols.yaml.too-few", at(key), least, mapping.entries().size());
    }
    Set<String> seen = new LinkedHashSet<>();
    for (Node.Entry entry : mapping.entries()) {
      String name = entry.key().text();
      Spot at = at(key).below(entry.key().line(), name);
      if (!NAME.matcher(name).matches()) {
        problems.badInput("protocols.yaml.not-a-name", at);
      } else if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        problems.badInput("protocols.yaml.differs-in-case", at, name);
      }
    }
    return mapping.entries();
  }

  private List<Node> items(String key, int least) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.orElseThrow() instanceof Node.Sequence sequence)) {
      problems.badInput("protocols.yaml.not-a-list", at(key), node.orElseThrow().kind());
      return List.of();
    }
    if (sequence.items().size() < least) {
      problems.badInput("protocols.yaml.too-few", at(key), least, sequence.items().size());
    }
    return sequence.items();
  }

  private Optional<Node> node(String key) {
    asked.add(key);
    Node.Entry entry = entries.get(key);
    if (entry == null) {
      if (!broken) {
        problems.badInput("protocols.yaml.missing-key", at(key), key);
      }
      return Optional.empty();
    }
    return Optional.of(entry.value());
  }

  private String text(Node node, Spot at) {
    if (node instanceof Node.Scalar scalar && !scalar.isNull() && !scalar.isBoolean()) {
      String text = scalar.text().strip();
      if (text.isEmpty()) {
        problems.badInput("protocols.yaml.empty-text", at);
      }
      return scalar.text().length() == text.length() + 1 && scalar.text().endsWith("\n")
          ? text
          : scalar.text();
    }
    if (node instanceof Node.Scalar scalar && scalar.isNull()) {
      problems.badInput("protocols.yaml.empty-text", at);
    } else {
      problems.badInput("protocols.yaml.not-a-text", at, node.kind());
    }
    return "";
  }

  private void check(String written, Collection<String> names, Spot at, String code) {
    if (!written.isEmpty() && !names.contains(written)) {
      problems.badInput(code, at, written, String.join(", ", names));
    }
  }

  private void wrong(String code, String key, Object... args) {
    if (entries.containsKey(key)) {
      problems.badInput(code, at(key), args);
    }
  }
}
