// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.cohort.GroupFlow;
import org.meent.linkage.cohort.KeptAndLost;
import org.meent.linkage.cohort.Lineage;
import org.meent.linkage.cohort.Switching;
import org.meent.linkage.cohort.Units;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.flow.FlowStep;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cohort as the cohort stage leaves it, inside only: {@code cohort.json} (columns and where
 * each comes from, flows, who did something else later) and {@code cohort.tsv} (one line per unit:
 * number of the person, index date, arm, arms that were not open, columns, and what the row counts
 * for if rows were given up; tab, newline and backslash escaped).
 */
final class CohortFile {
  private static final int FIRST_COLUMN = 4;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CohortFile() {}

  static void write(Cohort cohort, Path folder) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", "meent-cohort-1");
    root.put("persons", cohort.persons()).put("rows", cohort.rows());
    ArrayNode columns = root.putArray("columns");
    cohort.columns().forEach((name, column) -> describe(columns.addObject(), name, column));
    ArrayNode flows = root.putArray("flows");
    for (Flow flow : cohort.flows()) {
      describe(flows.addObject(), flow);
    }
    ArrayNode groups = root.putArray("group-flows");
    cohort.groupFlows().forEach(flow -> groups.add(JSON.valueToTree(flow)));
    root.put("weighted", !cohort.weights().isEmpty());
    root.set("switching", JSON.valueToTree(cohort.switching()));
    root.set("kept-and-lost", JSON.valueToTree(cohort.keptAndLost()));
    root.set("lineage", JSON.valueToTree(cohort.lineage()));
    Files.write(
        folder.resolve("cohort.json"),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    try (Writer out =
        Files.newBufferedWriter(folder.resolve("cohort.tsv"), StandardCharsets.UTF_8)) {
      for (int unit = 0; unit < cohort.rows(); unit++) {
        out.write(Integer.toString(cohort.units().person(unit)));
        out.write("\t" + cohort.units().index(unit));
        out.write("\t" + escape(cohort.arms().get(unit)));
        out.write("\t" + String.join(",", new TreeSet<>(cohort.closed().get(unit))));
        for (Cohort.Column column : cohort.columns().values()) {
          out.write("\t" + text(column, unit));
        }
        if (!cohort.weights().isEmpty()) {
          out.write("\t" + cohort.weight(unit));
        }
        out.write('\n');
      }
    }
  }

  static Cohort read(Path folder) throws IOException {
    JsonNode root = JSON.readTree(Files.readAllBytes(folder.resolve("cohort.json")));
    List<String[]> rows = new ArrayList<>(root.path("rows").asInt());
    for (String line : Files.readAllLines(folder.resolve("cohort.tsv"), StandardCharsets.UTF_8)) {
      rows.add(line.split("\t", -1));
    }
    SequencedMap<String, Cohort.Column> columns = new LinkedHashMap<>();
    int at = FIRST_COLUMN;
    for (JsonNode column : root.path("columns")) {
      columns.put(
          column.path("name").asString(),
          column.path("type").asString().equals("codes")
              ? codes(rows, at)
              : numbers(rows, at, column.path("scale").asInt()));
      at++;
    }
    int[] person = rows.stream().mapToInt(row -> Integer.parseInt(row[0])).toArray();
    int[] index =
        rows.stream().mapToInt(row -> (int) LocalDate.parse(row[1]).toEpochDay()).toArray();
    List<String> arms = rows.stream().map(row -> unescape(row[2])).toList();
    List<Set<String>> closed =
        rows.stream()
            .map(row -> row[3].isEmpty() ? Set.<String>of() : Set.of(row[3].split(",")))
            .toList();
    List<Flow> flows = new ArrayList<>();
    for (JsonNode flow : root.path("flows")) {
      flows.add(flow(flow));
    }
    List<GroupFlow> groups = new ArrayList<>();
    for (JsonNode flow : root.path("group-flows")) {
      groups.add(JSON.treeToValue(flow, GroupFlow.class));
    }
    int last = at;
    List<Double> weights =
        root.path("weighted").asBoolean()
            ? rows.stream().map(row -> Double.valueOf(row[last])).toList()
            : List.of();
    List<Lineage> lineage = new ArrayList<>();
    for (JsonNode one : root.path("lineage")) {
      lineage.add(JSON.treeToValue(one, Lineage.class));
    }
    return new Cohort(
        new Units(person, index),
        arms,
        closed,
        weights,
        columns,
        JSON.treeToValue(root.path("switching"), Switching.class),
        JSON.treeToValue(root.path("kept-and-lost"), KeptAndLost.class),
        flows,
        groups,
        lineage);
  }

  private static void describe(ObjectNode node, String name, Cohort.Column column) {
    node.put("name", name);
    switch (column) {
      case Cohort.Codes codes -> node.put("type", "codes");
      case Cohort.Numbers numbers -> node.put("type", "numbers").put("scale", numbers.scale());
    }
  }

  private static void describe(ObjectNode node, Flow flow) {
    node.put("of", flow.of());
    ArrayNode steps = node.putArray("steps");
    for (FlowStep step : flow.steps()) {
      ObjectNode entry = steps.addObject();
      entry.put("name", step.name()).put("in", step.in()).put("out", step.out());
      step.losses().forEach(entry.putObject("losses")::put);
      step.duplications().forEach(entry.putObject("duplications")::put);
    }
  }

  private static Flow flow(JsonNode node) {
    List<FlowStep> steps = new ArrayList<>();
    for (JsonNode step : node.path("steps")) {
      steps.add(
          new FlowStep(
              step.path("name").asString(),
              step.path("in").asLong(),
              reasons(step.path("losses")),
              reasons(step.path("duplications")),
              step.path("out").asLong()));
    }
    return new Flow(node.path("of").asString(), steps);
  }

  private static SortedMap<String, Long> reasons(JsonNode node) {
    SortedMap<String, Long> reasons = new TreeMap<>();
    for (Map.Entry<String, JsonNode> reason : node.properties()) {
      reasons.put(reason.getKey(), reason.getValue().asLong());
    }
    return reasons;
  }

  private static String text(Cohort.Column column, int unit) {
    return switch (column) {
      case Cohort.Codes codes -> escape(codes.values().get(unit));
      case Cohort.Numbers numbers ->
          numbers.isMissing(unit)
              ? ""
              : BigDecimal.valueOf(numbers.unscaled(unit), numbers.scale()).toPlainString();
    };
  }

  private static Cohort.Codes codes(List<String[]> rows, int at) {
    return new Cohort.Codes(rows.stream().map(row -> unescape(row[at])).toList());
  }

  private static Cohort.Numbers numbers(List<String[]> rows, int at, int scale) {
    long[] unscaled = new long[rows.size()];
    boolean[] missing = new boolean[rows.size()];
    for (int i = 0; i < unscaled.length; i++) {
      String text = rows.get(i)[at];
      missing[i] = text.isEmpty();
      unscaled[i] =
          missing[i] ? 0 : new BigDecimal(text).setScale(scale).unscaledValue().longValueExact();
    }
    return new Cohort.Numbers(unscaled, missing, scale);
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      char next = text.charAt(++i);
      plain.append(
          switch (next) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> next;
          });
    }
    return plain.toString();
  }
}
