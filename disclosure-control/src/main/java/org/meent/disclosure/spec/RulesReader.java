// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.spec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.meent.disclosure.protect.PrimaryRule;
import org.meent.disclosure.rule.RuleSet;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the rules of a specification. */
final class RulesReader {
  private static final String[] NAMES = {
    "threshold",
    "p-percent",
    "dominance",
    "prior-posterior",
    "request",
    "rule-set",
    "group-disclosure",
    "class-disclosure"
  };

  private final SpecYaml yaml;
  private final boolean measured;
  private final List<PrimaryRule> rules = new ArrayList<>();
  private Columns.@Nullable Request request;
  private @Nullable BigDecimal groupShare;
  private boolean classDisclosure;

  RulesReader(SpecYaml yaml, boolean measured) {
    this.yaml = yaml;
    this.measured = measured;
  }

  void read(Node node) {
    yaml.mapping(node, "rules", NAMES)
        .forEach(
            (name, value) -> {
              try {
                rule(name, value);
              } catch (IllegalArgumentException | ArithmeticException e) {
                throw yaml.refuse("disclosure.spec.number", value, name);
              }
            });
    if (rules.isEmpty() && groupShare == null && !classDisclosure) {
      throw yaml.refuse("disclosure.spec.no-rule", node, "rules");
    }
  }

  List<PrimaryRule> rules() {
    return rules;
  }

  Optional<Columns.Request> request() {
    return Optional.ofNullable(request);
  }

  Optional<BigDecimal> groupShare() {
    return Optional.ofNullable(groupShare);
  }

  boolean classDisclosure() {
    return classDisclosure;
  }

  private void rule(String name, Node node) {
    boolean either = name.equals("threshold") || name.equals("rule-set");
    boolean counts = name.equals("group-disclosure") || name.equals("class-disclosure");
    if (!either && counts == measured) {
      String code = measured ? "disclosure.spec.needs-counts" : "disclosure.spec.needs-measure";
      throw yaml.refuse(code, node, name);
    }
    switch (name) {
      case "threshold" -> yaml.each(node).forEach(item -> rules.add(threshold(item)));
      case "p-percent" ->
          yaml.each(node)
              .forEach(item -> rules.add(new PrimaryRule.PPercent(yaml.number(item, name))));
      case "dominance" -> dominance(node);
      case "prior-posterior" -> priorPosterior(node);
      case "request" -> request(node);
      case "group-disclosure" -> groupShare = percent(node, name);
      case "class-disclosure" -> classDisclosure = yes(node, name);
      default -> yaml.texts(node, name).forEach(set -> rules.addAll(ruleSet(node, set)));
    }
  }

  private PrimaryRule threshold(Node node) {
    if (yaml.isText(node)) {
      return new PrimaryRule.Threshold(yaml.number(node, "threshold").intValueExact());
    }
    SequencedMap<String, Node> keys = yaml.mapping(node, "threshold", "minimum", "range");
    return new PrimaryRule.Threshold(
        yaml.number(yaml.required(keys, "minimum", node), "minimum").intValueExact(),
        yaml.number(yaml.required(keys, "range", node), "range"));
  }

  private void dominance(Node node) {
    for (Node item : yaml.items(node, "dominance")) {
      SequencedMap<String, Node> keys = yaml.mapping(item, "dominance", "n", "k");
      rules.add(
          new PrimaryRule.Dominance(
              yaml.number(yaml.required(keys, "n", item), "n").intValueExact(),
              yaml.number(yaml.required(keys, "k", item), "k")));
    }
  }

  private void priorPosterior(Node node) {
    SequencedMap<String, Node> pair = yaml.mapping(node, "prior-posterior", "p", "q");
    rules.add(
        new PrimaryRule.PriorPosterior(
            yaml.number(yaml.required(pair, "p", node), "p"),
            yaml.number(yaml.required(pair, "q", node), "q")));
  }

  private void request(Node node) {
    SequencedMap<String, Node> keys =
        yaml.mapping(node, "request", "column", "code", "p-percent", "share");
    String column = yaml.text(yaml.required(keys, "column", node), "column");
    Node code = keys.get("code");
    request = new Columns.Request(column, code == null ? "1" : yaml.text(code, "code"));
    Node share = keys.get("share");
    if (share != null) {
      rules.add(new PrimaryRule.RequestShare(yaml.number(share, "share")));
    }
    if (share == null || keys.containsKey("p-percent")) {
      Node p = yaml.required(keys, "p-percent", node);
      rules.add(new PrimaryRule.RequestPPercent(yaml.number(p, "p-percent")));
    }
  }

  private BigDecimal percent(Node node, String field) {
    BigDecimal percent = yaml.number(node, field);
    if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) >= 0) {
      throw yaml.refuse("disclosure.spec.number", node, field);
    }
    return percent;
  }

  private boolean yes(Node node, String field) {
    String text = yaml.text(node, field);
    if (!text.equals("true") && !text.equals("false")) {
      throw yaml.refuse("disclosure.spec.word", node, field, "true, false", text);
    }
    return text.equals("true");
  }

  private List<PrimaryRule> ruleSet(Node node, String name) {
    List<PrimaryRule> found =
        RuleSet.names().contains(name) ? RuleSetRules.of(RuleSet.named(name), measured) : List.of();
    if (found.isEmpty()) {
      throw yaml.refuse(
          "disclosure.spec.rule-set", node, "rule-set", name, String.join(", ", RuleSet.names()));
    }
    return found;
  }
}
