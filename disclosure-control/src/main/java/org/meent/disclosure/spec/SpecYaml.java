// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.spec;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Strict access to the YAML of a specification: whatever is wrong is refused with its line. */
final class SpecYaml {
  private final String file;

  SpecYaml(String file) {
    this.file = file;
  }

  Node parse(String text) {
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(file).setMaxAliasesForCollections(0).build();
      Composer composer =
          new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)));
      return plain(
          composer.getSingleNode().orElseThrow(() -> refuse("disclosure.spec.empty", 0, "")));
    } catch (MarkedYamlEngineException e) {
      long line = e.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(0L);
      throw refuse("disclosure.spec.yaml", line, "");
    } catch (YamlEngineException e) {
      throw refuse("disclosure.spec.yaml", 0, "");
    }
  }

  /** A node without anchors, which could stand for something that is written elsewhere. */
  private Node plain(Node node) {
    if (node.getAnchor().isPresent()) {
      throw refuse("disclosure.spec.yaml", node, "");
    }
    switch (node) {
      case MappingNode mapping ->
          mapping
              .getValue()
              .forEach(
                  tuple -> {
                    plain(tuple.getKeyNode());
                    plain(tuple.getValueNode());
                  });
      case SequenceNode sequence -> sequence.getValue().forEach(this::plain);
      default -> {}
    }
    return node;
  }

  /** Keys and values; any key if none is named. */
  SequencedMap<String, Node> mapping(Node node, String field, String... allowed) {
    if (!(node instanceof MappingNode mapping)) {
      throw refuse("disclosure.spec.mapping", node, field);
    }
    Set<String> known = new TreeSet<>(List.of(allowed));
    SequencedMap<String, Node> out = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode(), field);
      if (!known.isEmpty() && !known.contains(key)) {
        String list = String.join(", ", known);
        throw refuse("disclosure.spec.unknown-key", tuple.getKeyNode(), field, key, list);
      }
      if (out.put(key, tuple.getValueNode()) != null) {
        throw refuse("disclosure.spec.doubled-key", tuple.getKeyNode(), field, key);
      }
    }
    return out;
  }

  boolean isMapping(Node node) {
    return node instanceof MappingNode;
  }

  boolean isText(Node node) {
    return node instanceof ScalarNode;
  }

  /** The items of a list, or the one node. */
  List<Node> each(Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
  }

  /** The items of a list that is not empty. */
  List<Node> items(Node node, String field) {
    if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
      return sequence.getValue();
    }
    throw refuse("disclosure.spec.list", node, field);
  }

  /** Texts, each once; one text stands for a list of one. */
  List<String> texts(Node node, String field) {
    if (isText(node)) {
      return List.of(text(node, field));
    }
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      throw refuse("disclosure.spec.columns", node, field);
    }
    List<String> texts = sequence.getValue().stream().map(item -> text(item, field)).toList();
    if (texts.stream().distinct().count() != texts.size()) {
      throw refuse("disclosure.spec.column-twice", node, field);
    }
    return texts;
  }

  String text(Node node, String field) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw refuse("disclosure.spec.text", node, field);
  }

  /** A decimal from zero. */
  BigDecimal number(Node node, String field) {
    String text = text(node, field);
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
      throw refuse("disclosure.spec.number", node, field);
    }
    return new BigDecimal(text);
  }

  /** One of the values of an enumeration, in lower case. */
  <T extends Enum<T>> T word(Node node, String field, List<T> values) {
    String text = text(node, field);
    for (T value : values) {
      if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
        return value;
      }
    }
    String list =
        values.stream()
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw refuse("disclosure.spec.word", node, field, list, text);
  }

  Node required(SequencedMap<String, Node> keys, String key, Node parent) {
    Node node = keys.get(key);
    if (node == null) {
      throw refuse("disclosure.spec.missing-key", parent, key, key);
    }
    return node;
  }

  RuntimeException refuse(String code, @Nullable Node node, String field, Object... args) {
    long line = node == null ? 0 : node.getStartMark().map(mark -> mark.getLine() + 1L).orElse(0L);
    return refuse(code, line, field, args);
  }

  private RuntimeException refuse(String code, long line, String field, Object... args) {
    return Refusal.badInput(code, Where.file(file).atLine(line).in(field), args).asException();
  }
}
