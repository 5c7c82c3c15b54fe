// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meent.disclosure.protect.PrimaryRule;
import org.meent.disclosure.protect.Standard;
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

/** Reads a specification strictly: an unknown, doubled or missing key is an error with its line. */
final class SpecReader {
  private static final Set<String> KEYS =
      Set.of("input", "dimensions", "measure", "contributor", "rules", "standard");

  private final String file;
  private final RuleSetSource ruleSets;

  private SpecReader(String file, RuleSetSource ruleSets) {
    this.file = file;
    this.ruleSets = ruleSets;
  }

  static ProtectionSpec read(Path spec, RuleSetSource ruleSets) {
    String name = String.valueOf(spec.getFileName());
    try {
      String text = Files.readString(spec, StandardCharsets.UTF_8);
      return new SpecReader(name, ruleSets).parse(text);
    } catch (IOException e) {
      throw Refusal.badInput("disclosure.spec.unreadable", Where.file(name)).asException();
    }
  }

  private ProtectionSpec parse(String text) {
    Node root;
    try {
      LoadSettings settings = LoadSettings.builder().setLabel(file).build();
      root =
          new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)))
              .getSingleNode()
              .orElseThrow(() -> refuse("disclosure.spec.empty", 0, ""));
    } catch (MarkedYamlEngineException e) {
      long line = e.getProblemMark().map(mark -> mark.getLine() + 1L).orElse(0L);
      throw refuse("disclosure.spec.yaml", line, "");
    } catch (YamlEngineException e) {
      throw refuse("disclosure.spec.yaml", 0, "");
    }
    Map<String, Node> keys = mapping(root, "", KEYS);
    return new ProtectionSpec(
        text(required(keys, "input", root), "input"),
        dimensions(required(keys, "dimensions", root)),
        Optional.ofNullable(keys.get("measure")).map(node -> text(node, "measure")),
        Optional.ofNullable(keys.get("contributor")).map(node -> text(node, "contributor")),
        rules(required(keys, "rules", root), keys.containsKey("measure")),
        standard(required(keys, "standard", root)));
  }

  private Map<String, List<String>> dimensions(Node node) {
    Map<String, List<String>> out = new LinkedHashMap<>();
    mapping(node, "dimensions", null)
        .forEach(
            (name, value) -> {
              if (Set.of("value", "status").contains(name)) {
                throw refuse("disclosure.spec.dimension-name", line(value), name);
              }
              out.put(name, columns(value, name));
            });
    if (out.isEmpty()) {
      throw refuse("disclosure.spec.no-dimension", line(node), "dimensions");
    }
    return out;
  }

  private List<String> columns(Node node, String field) {
    if (node instanceof ScalarNode) {
      return List.of(text(node, field));
    }
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      throw refuse("disclosure.spec.columns", line(node), field);
    }
    List<String> columns = sequence.getValue().stream().map(item -> text(item, field)).toList();
    if (columns.stream().distinct().count() != columns.size()) {
      throw refuse("disclosure.spec.column-twice", line(node), field);
    }
    return columns;
  }

  private List<PrimaryRule> rules(Node node, boolean measured) {
    Set<String> names =
        Set.of("threshold", "p-percent", "dominance", "prior-posterior", "rule-set");
    List<PrimaryRule> rules = new ArrayList<>();
    mapping(node, "rules", names)
        .forEach(
            (name, value) -> {
              try {
                rules.addAll(rule(name, value, measured));
              } catch (IllegalArgumentException | ArithmeticException e) {
                throw refuse("disclosure.spec.number", line(value), name);
              }
            });
    if (rules.isEmpty()) {
      throw refuse("disclosure.spec.no-rule", line(node), "rules");
    }
    return rules;
  }

  private List<PrimaryRule> rule(String name, Node node, boolean measured) {
    if (!measured && !name.equals("threshold") && !name.equals("rule-set")) {
      throw refuse("disclosure.spec.needs-measure", line(node), name);
    }
    switch (name) {
      case "threshold":
        return List.of(new PrimaryRule.Threshold(number(node, name).intValueExact()));
      case "p-percent":
        return List.of(new PrimaryRule.PPercent(number(node, name)));
      case "dominance":
        return dominance(node);
      case "prior-posterior":
        Map<String, Node> pair = mapping(node, name, Set.of("p", "q"));
        return List.of(
            new PrimaryRule.PriorPosterior(
                number(required(pair, "p", node), "p"), number(required(pair, "q", node), "q")));
      default:
        return ruleSet(node, measured);
    }
  }

  private List<PrimaryRule> dominance(Node node) {
    if (!(node instanceof SequenceNode sequence)) {
      throw refuse("disclosure.spec.dominance", line(node), "dominance");
    }
    List<PrimaryRule> out = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      Map<String, Node> keys = mapping(item, "dominance", Set.of("n", "k"));
      out.add(
          new PrimaryRule.Dominance(
              number(required(keys, "n", item), "n").intValueExact(),
              number(required(keys, "k", item), "k")));
    }
    return out;
  }

  private List<PrimaryRule> ruleSet(Node node, boolean measured) {
    String name = text(node, "rule-set");
    List<PrimaryRule> rules =
        ruleSets.rules(name).stream()
            .filter(rule -> measured || rule instanceof PrimaryRule.Threshold)
            .toList();
    if (rules.isEmpty()) {
      throw refuse("disclosure.spec.rule-set", line(node), "rule-set", name);
    }
    return rules;
  }

  private Standard standard(Node node) {
    String text = text(node, "standard");
    for (Standard standard : Standard.values()) {
      if (standard.name().toLowerCase(Locale.ROOT).equals(text)) {
        return standard;
      }
    }
    throw refuse("disclosure.spec.standard", line(node), "standard", text);
  }

  private BigDecimal number(Node node, String field) {
    String text = text(node, field);
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
      throw refuse("disclosure.spec.number", line(node), field);
    }
    return new BigDecimal(text);
  }

  private String text(Node node, String field) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw refuse("disclosure.spec.text", line(node), field);
  }

  private Node required(Map<String, Node> keys, String key, Node parent) {
    Node node = keys.get(key);
    if (node == null) {
      throw refuse("disclosure.spec.missing-key", line(parent), key, key);
    }
    return node;
  }

  private Map<String, Node> mapping(Node node, String field, @Nullable Set<String> allowed) {
    if (!(node instanceof MappingNode mapping)) {
      throw refuse("disclosure.spec.mapping", line(node), field);
    }
    Map<String, Node> out = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode(), field);
      if (allowed != null && !allowed.contains(key)) {
        String list = String.join(", ", new java.util.TreeSet<>(allowed));
        throw refuse("disclosure.spec.unknown-key", line(tuple.getKeyNode()), field, key, list);
      }
      if (out.put(key, tuple.getValueNode()) != null) {
        throw refuse("disclosure.spec.doubled-key", line(tuple.getKeyNode()), field, key);
      }
    }
    return out;
  }

  private static long line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1L).orElse(0L);
  }

  private RuntimeException refuse(String code, long line, String field, Object... args) {
    return Refusal.badInput(code, Where.file(file).atLine(line).in(field), args).asException();
  }
}
