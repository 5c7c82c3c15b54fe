// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.spec;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.meent.disclosure.protect.Cost;
import org.meent.disclosure.protect.Standard;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a specification strictly: an unknown, doubled or missing key is an error with its line. */
public final class SpecReader {
  private static final String[] KEYS = {
    "input",
    "cells",
    "dimensions",
    "tables",
    "measure",
    "contributor",
    "weight",
    "rules",
    "missing",
    "zeros",
    "structural-zeros",
    "standard",
    "cost",
    "priority",
    "must-stay"
  };

  /** What a policy says. */
  private enum Word {
    DISCLOSIVE,
    SAFE,
    UNSAFE
  }

  private final SpecYaml yaml;
  private final DimensionReader patterns;

  private SpecReader(String file) {
    yaml = new SpecYaml(file);
    patterns = new DimensionReader(yaml);
  }

  /**
   * Reads a file.
   *
   * @throws org.meent.protocols.refusal.RefusalException if it is not what it should be
   */
  public static ProtectionSpec read(Path spec) {
    String name = String.valueOf(spec.getFileName());
    try {
      return new SpecReader(name).parse(Files.readString(spec, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Refusal.badInput("disclosure.spec.unreadable", Where.file(name)).asException();
    }
  }

  private ProtectionSpec parse(String text) {
    Node root = yaml.parse(text);
    SequencedMap<String, Node> keys = yaml.mapping(root, "", KEYS);
    String input = yaml.text(yaml.required(keys, "input", root), "input");
    SequencedMap<String, DimensionSpec> dimensions =
        patterns.dimensions(yaml.required(keys, "dimensions", root));
    Node tables = keys.get("tables");
    RulesReader rules = new RulesReader(yaml, keys.containsKey("measure"));
    rules.read(yaml.required(keys, "rules", root));
    Node standard = yaml.required(keys, "standard", root);
    ProtectionSpec spec =
        new ProtectionSpec(
            input,
            dimensions,
            tables == null
                ? new LinkedHashMap<>()
                : patterns.tables(tables, dimensions.sequencedKeySet()),
            columns(keys, rules),
            sensitivity(keys, rules, dimensions),
            yaml.word(standard, "standard", List.of(Standard.values())),
            choices(keys, dimensions));
    consistent(spec, keys);
    return spec;
  }

  private Columns columns(SequencedMap<String, Node> keys, RulesReader rules) {
    Optional<Columns.Evidence> evidence =
        Optional.ofNullable(keys.get("cells"))
            .map(
                node -> {
                  SequencedMap<String, Node> of = yaml.mapping(node, "cells", "units", "largest");
                  Node largest = of.get("largest");
                  return new Columns.Evidence(
                      yaml.text(yaml.required(of, "units", node), "units"),
                      largest == null ? List.of() : yaml.texts(largest, "largest"));
                });
    return new Columns(
        column(keys, "measure"),
        column(keys, "contributor"),
        column(keys, "weight"),
        rules.request(),
        evidence);
  }

  private Optional<String> column(SequencedMap<String, Node> keys, String key) {
    return Optional.ofNullable(keys.get(key)).map(node -> yaml.text(node, key));
  }

  private Sensitivity sensitivity(
      SequencedMap<String, Node> keys,
      RulesReader rules,
      SequencedMap<String, DimensionSpec> dimensions) {
    Node zeros = keys.get("zeros");
    Node structural = keys.get("structural-zeros");
    return new Sensitivity(
        rules.rules(),
        rules.groupShare(),
        rules.classDisclosure(),
        zeros != null
            && yaml.word(zeros, "zeros", List.of(Word.DISCLOSIVE, Word.SAFE)) == Word.DISCLOSIVE,
        structural == null
            ? List.of()
            : patterns.patterns(structural, "structural-zeros", dimensions),
        safeCodes(keys));
  }

  private Set<String> safeCodes(SequencedMap<String, Node> keys) {
    Node missing = keys.get("missing");
    if (missing == null) {
      return Set.of();
    }
    SequencedMap<String, Node> of = yaml.mapping(missing, "missing", "codes", "treat");
    List<String> codes = yaml.texts(yaml.required(of, "codes", missing), "codes");
    Node treat = yaml.required(of, "treat", missing);
    boolean safe = yaml.word(treat, "treat", List.of(Word.SAFE, Word.UNSAFE)) == Word.SAFE;
    return safe ? new TreeSet<>(codes) : Set.of();
  }

  private ProtectionSpec.Choices choices(
      SequencedMap<String, Node> keys, SequencedMap<String, DimensionSpec> dimensions) {
    Node cost = keys.get("cost");
    Node priority = keys.get("priority");
    Node mustStay = keys.get("must-stay");
    List<ProtectionSpec.Priority> priorities = new ArrayList<>();
    if (priority != null) {
      for (Node item : yaml.items(priority, "priority")) {
        SequencedMap<String, Node> of = yaml.mapping(item, "priority", "cells", "weight");
        Node cells = yaml.required(of, "cells", item);
        Node weight = yaml.required(of, "weight", item);
        BigDecimal number = yaml.number(weight, "weight");
        if (number.signum() == 0) {
          throw yaml.refuse("disclosure.spec.number", weight, "weight");
        }
        priorities.add(
            new ProtectionSpec.Priority(patterns.pattern(cells, "cells", dimensions), number));
      }
    }
    return new ProtectionSpec.Choices(
        cost == null ? Cost.VALUE : yaml.word(cost, "cost", List.of(Cost.values())),
        priorities,
        mustStay == null ? List.of() : patterns.patterns(mustStay, "must-stay", dimensions));
  }

  /** What cannot go together. */
  private void consistent(ProtectionSpec spec, SequencedMap<String, Node> keys) {
    Columns columns = spec.columns();
    boolean deep = spec.sensitivity().depth() > 0;
    if (columns.weight().isPresent() && deep) {
      boolean holdings = columns.contributor().isPresent();
      if (holdings || columns.request().isPresent()) {
        throw yaml.refuse("disclosure.spec.weight-of-contributors", keys.get("weight"), "weight");
      }
    }
    if (columns.evidence().isPresent()) {
      ofCells(spec, keys);
    }
  }

  /** What a table of cells cannot give. */
  private void ofCells(ProtectionSpec spec, SequencedMap<String, Node> keys) {
    for (String key : List.of("contributor", "weight")) {
      if (keys.containsKey(key)) {
        throw yaml.refuse("disclosure.spec.needs-records", keys.get(key), key, key);
      }
    }
    if (spec.columns().request().isPresent()) {
      throw yaml.refuse("disclosure.spec.needs-records", keys.get("rules"), "rules", "request");
    }
    if (spec.standard() == Standard.INSIDER) {
      Node node = keys.get("standard");
      throw yaml.refuse("disclosure.spec.needs-records", node, "standard", "insider");
    }
    int depth = spec.sensitivity().depth();
    if (spec.columns().evidence().orElseThrow().largest().size() < depth) {
      throw yaml.refuse("disclosure.spec.needs-largest", keys.get("cells"), "cells", depth);
    }
    spec.dimensions()
        .forEach(
            (name, of) -> {
              if (of.columns().size() > 1) {
                throw yaml.refuse("disclosure.spec.one-column", keys.get("dimensions"), name);
              }
            });
  }
}
