// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.spec;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.meent.disclosure.protect.PrimaryRule;

/** A specification in its own words: absolute input, rule sets and trees written out. */
public final class SpecText {
  private final StringBuilder text = new StringBuilder();

  private SpecText() {}

  /** The text, which reads back as the same specification. */
  public static String of(Path input, ProtectionSpec spec) {
    SpecText out = new SpecText();
    out.line("input", quoted(input.toAbsolutePath().normalize().toString()));
    spec.columns()
        .evidence()
        .ifPresent(
            cells ->
                out.line(
                    "cells",
                    "{units: "
                        + quoted(cells.units())
                        + (cells.largest().isEmpty() ? "" : ", largest: " + list(cells.largest()))
                        + "}"));
    out.text.append("dimensions:\n");
    spec.dimensions().forEach((name, of) -> out.line("  " + quoted(name), dimension(of)));
    if (!spec.tables().isEmpty()) {
      out.line("tables", lists(spec.tables()));
    }
    spec.columns().measure().ifPresent(name -> out.line("measure", quoted(name)));
    spec.columns().contributor().ifPresent(name -> out.line("contributor", quoted(name)));
    spec.columns().weight().ifPresent(name -> out.line("weight", quoted(name)));
    out.text.append("rules:\n");
    out.rules(spec.sensitivity(), spec.columns());
    out.policies(spec.sensitivity());
    out.line("standard", spec.standard().name().toLowerCase(Locale.ROOT));
    out.choices(spec.choices());
    return out.text.toString();
  }

  private void line(String key, String value) {
    text.append(key).append(": ").append(value).append('\n');
  }

  private static String dimension(DimensionSpec spec) {
    StringBuilder out = new StringBuilder("{columns: ").append(list(spec.hierarchies().getFirst()));
    if (spec.hierarchies().size() > 1) {
      out.append(
          spec.hierarchies().stream()
              .skip(1)
              .map(SpecText::list)
              .collect(Collectors.joining(", ", ", also: [", "]")));
    }
    if (!spec.groups().isEmpty()) {
      out.append(", groups: ").append(lists(spec.groups()));
    }
    return out.append('}').toString();
  }

  private void rules(Sensitivity sensitivity, Columns columns) {
    List<String> thresholds = new ArrayList<>();
    List<String> percents = new ArrayList<>();
    List<String> dominance = new ArrayList<>();
    List<String> request = new ArrayList<>();
    for (PrimaryRule rule : sensitivity.rules()) {
      switch (rule) {
        case PrimaryRule.Threshold(int minimum, BigDecimal range) ->
            thresholds.add("{minimum: " + minimum + ", range: " + plain(range) + "}");
        case PrimaryRule.PPercent(BigDecimal p) -> percents.add(plain(p));
        case PrimaryRule.Dominance(int n, BigDecimal k) ->
            dominance.add("{n: " + n + ", k: " + plain(k) + "}");
        case PrimaryRule.PriorPosterior(BigDecimal p, BigDecimal q) ->
            line("  prior-posterior", "{p: " + plain(p) + ", q: " + plain(q) + "}");
        case PrimaryRule.RequestShare(BigDecimal k) -> request.add(", share: " + plain(k));
        case PrimaryRule.RequestPPercent(BigDecimal p) -> request.add(", p-percent: " + plain(p));
      }
    }
    all("  threshold", thresholds);
    all("  p-percent", percents);
    all("  dominance", dominance);
    columns.request().ifPresent(of -> request(of, String.join("", request)));
    sensitivity.groupShare().ifPresent(share -> line("  group-disclosure", plain(share)));
    if (sensitivity.classDisclosure()) {
      line("  class-disclosure", "true");
    }
  }

  private void request(Columns.Request of, String levels) {
    String column = "{column: " + quoted(of.column()) + ", code: " + quoted(of.code());
    line("  request", column + levels + "}");
  }

  private void all(String key, List<String> items) {
    if (!items.isEmpty()) {
      line(key, "[" + String.join(", ", items) + "]");
    }
  }

  private void policies(Sensitivity sensitivity) {
    if (!sensitivity.safeCodes().isEmpty()) {
      line("missing", "{codes: " + list(sensitivity.safeCodes()) + ", treat: safe}");
    }
    line("zeros", sensitivity.zerosDisclosive() ? "disclosive" : "safe");
    patterns("structural-zeros", sensitivity.structuralZeros());
  }

  private void choices(ProtectionSpec.Choices choices) {
    line("cost", choices.cost().name().toLowerCase(Locale.ROOT));
    if (!choices.priorities().isEmpty()) {
      text.append("priority:\n");
      choices
          .priorities()
          .forEach(
              priority ->
                  text.append("  - {cells: ")
                      .append(pattern(priority.cells()))
                      .append(", weight: ")
                      .append(plain(priority.weight()))
                      .append("}\n"));
    }
    patterns("must-stay", choices.mustStay());
  }

  private void patterns(String key, List<CellPattern> patterns) {
    if (!patterns.isEmpty()) {
      line(
          key,
          patterns.stream().map(SpecText::pattern).collect(Collectors.joining(", ", "[", "]")));
    }
  }

  private static String pattern(CellPattern pattern) {
    return pattern.places().entrySet().stream()
        .map(
            place ->
                quoted(place.getKey())
                    + ": "
                    + switch (place.getValue()) {
                      case CellPattern.Place.Code(String code) -> quoted(code);
                      case CellPattern.Place.Level(String column) ->
                          "{level: " + quoted(column) + "}";
                    })
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String lists(Map<String, List<String>> of) {
    return of.entrySet().stream()
        .map(entry -> quoted(entry.getKey()) + ": " + list(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String list(Collection<String> texts) {
    return texts.stream().map(SpecText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
