// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.disclosure.protect.Finding.State;
import org.meent.disclosure.table.ProtectionJob;

/**
 * Patterns as another tool could have made them, some of which leak: the audit must say of every
 * sensitive cell what the enumeration of all possible tables says of it. A pattern that holds, the
 * same with one secondary cell published, the same with one sensitive cell published, and patterns
 * drawn at random.
 */
class PlantedLeaksTest {
  private static final Map<String, List<String>> REGION =
      SmallTable.tree(
          Map.of(
              SmallTable.TOTAL,
              List.of("N", "Z"),
              "N",
              List.of("N1", "N2"),
              "Z",
              List.of("Z1", "Z2")));
  private static final Map<String, SmallTable> SHAPES =
      Map.of(
          "single",
          new SmallTable(
              List.of(SmallTable.flat("a", "b", "c"), SmallTable.flat("p", "q", "r")),
              List.of(List.of(0, 1)),
              List.of()),
          "hierarchical",
          new SmallTable(
              List.of(REGION, SmallTable.flat("p", "q")), List.of(List.of(0, 1)), List.of()),
          "linked",
          new SmallTable(
              List.of(
                  SmallTable.flat("a", "b", "c"),
                  SmallTable.flat("p", "q"),
                  SmallTable.flat("x", "y")),
              List.of(List.of(0, 1), List.of(0, 2)),
              List.of()));
  private static final int MINIMUM = 3;
  private static final int RANGE = 100;
  private static final int P = 60;

  @TempDir private Path folder;

  /** What a sensitive cell needs on either side. */
  private record Need(long lower, long upper) {}

  private final Map<State, Integer> seen = new EnumMap<>(State.class);
  private SmallTable table = new SmallTable(List.of(), List.of(), List.of());
  private boolean counts;
  private String standard = "";
  private Map<List<String>, Long> values = Map.of();
  private Map<List<String>, Need> needs = Map.of();

  @ParameterizedTest
  @CsvSource({
    "single, true, exact",
    "single, true, interval",
    "single, true, insider",
    "single, false, exact",
    "single, false, interval",
    "single, false, insider",
    "hierarchical, true, exact",
    "hierarchical, true, interval",
    "hierarchical, true, insider",
    "hierarchical, false, exact",
    "hierarchical, false, interval",
    "linked, true, exact",
    "linked, true, interval",
    "linked, true, insider",
    "linked, false, exact",
    "linked, false, interval"
  })
  void theAuditSaysWhatTheEnumerationSays(String shape, boolean frequency, String wished)
      throws IOException {
    counts = frequency;
    standard = wished;
    for (int seed = 0; seed < 3; seed++) {
      table =
          Objects.requireNonNull(SHAPES.get(shape))
              .drawn(new SplittableRandom(seed), frequency ? 3 : 2, 3);
      values = table.values(frequency);
      needs = needs();
      patterns(seed);
    }
    assertThat(seen).containsKeys(State.PROTECTED, State.DISCLOSED, State.PUBLISHED);
    if (!standard.equals("exact")) {
      assertThat(seen).containsKey(State.TOO_NARROW);
    }
    if (standard.equals("insider")) {
      assertThat(seen).containsKey(State.OPEN_TO_INSIDER);
    }
  }

  private void patterns(int seed) throws IOException {
    Set<List<String>> sound = sound();
    assertThat(audited(sound).values()).as("seed " + seed).containsOnly(State.PROTECTED);
    agrees(sound);
    for (List<String> cell : sound) {
      Set<List<String>> leak = new HashSet<>(sound);
      leak.remove(cell);
      agrees(leak);
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < 12; k++) {
      Set<List<String>> drawn = new HashSet<>(needs.keySet());
      values.keySet().stream().filter(cell -> random.nextInt(4) == 0).forEach(drawn::add);
      agrees(drawn);
    }
  }

  /** Every sensitive cell is where the enumeration says that it is. */
  private void agrees(Set<List<String>> suppressed) throws IOException {
    Map<List<String>, State> expected = expected(suppressed);
    assertThat(audited(suppressed))
        .as("%s of %s, suppressed %s", standard, values, suppressed)
        .isEqualTo(expected);
    expected.values().forEach(state -> seen.merge(state, 1, Integer::sum));
  }

  private Map<List<String>, State> expected(Set<List<String>> suppressed) {
    PossibleTables open = possible(suppressed, Map.of());
    boolean shown = showsZeros(suppressed);
    Map<List<String>, State> states = new LinkedHashMap<>();
    for (List<String> cell : needs.keySet()) {
      boolean computed = open.least(cell) == open.most(cell);
      states.put(
          cell,
          !suppressed.contains(cell)
              ? State.PUBLISHED
              : computed
                  ? State.DISCLOSED
                  : holds(open, cell, 0, shown) ? State.PROTECTED : State.TOO_NARROW);
    }
    if (standard.equals("insider")) {
      for (Map<List<String>, Long> known : insiders()) {
        PossibleTables inside = possible(suppressed, known);
        states.replaceAll(
            (cell, state) ->
                state != State.PROTECTED || holds(inside, cell, known.getOrDefault(cell, 0L), shown)
                    ? state
                    : State.OPEN_TO_INSIDER);
      }
    }
    return states;
  }

  private PossibleTables possible(Set<List<String>> suppressed, Map<List<String>, Long> known) {
    long distance = needs.values().stream().mapToLong(Need::upper).max().orElse(0);
    long gap = showsZeros(suppressed) ? 1 : 0;
    return new PossibleTables(table, values, suppressed, known, gap, Math.max(1, distance));
  }

  /** Whether somebody who sees a gap in a table of counts knows that it is no zero. */
  private boolean showsZeros(Set<List<String>> suppressed) {
    return counts && suppressed.stream().map(values::get).noneMatch(Long.valueOf(0)::equals);
  }

  /** The least that everybody can be sure of who knows that: 1 in each part that is not empty. */
  private long sure(List<String> cell) {
    long least = Math.min(1, Objects.requireNonNull(values.get(cell)));
    for (List<List<String>> parts : table.sums(cell)) {
      least = Math.max(least, parts.stream().mapToLong(this::sure).sum());
    }
    return least;
  }

  /** Whether somebody with that part in a cell is kept from it. */
  private boolean holds(PossibleTables tables, List<String> cell, long part, boolean showsZeros) {
    long value = Objects.requireNonNull(values.get(cell));
    if (part == value) {
      return true;
    }
    Need need = Objects.requireNonNull(needs.get(cell));
    long room = value - Math.max(part, showsZeros ? sure(cell) : 0);
    return tables.least(cell) < tables.most(cell)
        && (standard.equals("exact")
            || (tables.most(cell) >= value + need.upper()
                && tables.least(cell) <= value - Math.min(need.lower(), room)));
  }

  /** What each person knows to be in every cell; those who know the same stand once. */
  private List<Map<List<String>, Long>> insiders() {
    return table.persons().stream().distinct().map(this::known).distinct().toList();
  }

  private Map<List<String>, Long> known(SmallTable.Person person) {
    return values.keySet().stream()
        .filter(cell -> table.holds(cell, person.codes()))
        .collect(Collectors.toMap(cell -> cell, cell -> counts ? 1 : person.amount()));
  }

  /** Sensitive cells by the formulas of docs/protect.md, with their levels. */
  private Map<List<String>, Need> needs() {
    Map<List<String>, Need> all = new LinkedHashMap<>();
    values.forEach(
        (cell, value) -> {
          List<Long> in = table.contributions(cell);
          long level = counts ? ceiling(RANGE * value) : level(in, value);
          boolean sensitive = counts ? value > 0 && value < MINIMUM : level > 0;
          if (sensitive) {
            all.put(cell, new Need(Math.min(level, value), level));
          }
        });
    return all;
  }

  private static long level(List<Long> in, long value) {
    if (in.isEmpty()) {
      return 0;
    }
    long rest = value - in.get(0) - (in.size() > 1 ? in.get(1) : 0);
    return ceiling(P * in.get(0) - 100 * rest);
  }

  private static long ceiling(long hundredths) {
    return Math.ceilDiv(hundredths, 100);
  }

  /** The pattern that the program makes itself. */
  private Set<List<String>> sound() throws IOException {
    Set<List<String>> suppressed = new HashSet<>();
    ProtectionJob.read(spec()).run(folder.resolve("out"));
    List<String> lines = Files.readAllLines(folder.resolve("out/cells.csv"));
    int status = List.of(lines.getFirst().split(",", -1)).indexOf("status");
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = List.of(line.split(",", -1));
      if (!fields.get(status).equals("published")) {
        suppressed.add(fields.subList(0, table.codes().size()));
      }
    }
    return suppressed;
  }

  private Map<List<String>, State> audited(Set<List<String>> suppressed) throws IOException {
    StringBuilder text = new StringBuilder(String.join(",", names()) + ",value,status\n");
    values.forEach(
        (cell, value) ->
            text.append(String.join(",", cell))
                .append(',')
                .append(suppressed.contains(cell) ? "" : value)
                .append(',')
                .append(suppressed.contains(cell) ? "suppressed" : "published")
                .append('\n'));
    Path pattern = Files.writeString(folder.resolve("pattern.csv"), text);
    AuditReport report = PatternAudit.audit(pattern, spec());
    assertThat(report.suppressed()).isEqualTo(suppressed.size());
    assertThat(report.cells()).isEqualTo(values.size());
    Map<List<String>, State> states = new LinkedHashMap<>();
    for (int k = 0; k < report.names().size(); k++) {
      List<String> cell =
          List.of(report.names().get(k).split(", ")).stream()
              .map(part -> part.substring(part.indexOf('=') + 1))
              .toList();
      states.put(cell, report.findings().get(k).state());
    }
    assertThat(report.holds())
        .isEqualTo(states.values().stream().allMatch(State.PROTECTED::equals));
    return states;
  }

  private List<String> names() {
    return List.of("one", "two", "three").subList(0, table.codes().size());
  }

  private Path spec() throws IOException {
    boolean deep = table.codes().getFirst().equals(REGION);
    String names = String.join(",", names());
    List<String> lines = new ArrayList<>(List.of((deep ? "wide," : "") + names + ",amount"));
    for (SmallTable.Person person : table.persons()) {
      String wide = deep ? person.codes().getFirst().charAt(0) + "," : "";
      lines.add(wide + String.join(",", person.codes()) + "," + person.amount());
    }
    Files.write(folder.resolve("records.csv"), lines);
    String first = "one: " + (deep ? "[wide, one]" : "one");
    String others =
        names().stream().skip(1).map(n -> ", " + n + ": " + n).collect(Collectors.joining());
    return Files.writeString(
        folder.resolve("spec.yaml"),
        "input: records.csv\ndimensions: {"
            + first
            + others
            + "}\n"
            + (names().size() == 3 ? "tables: {t: [one, two], u: [one, three]}\n" : "")
            + (counts
                ? "rules: {threshold: {minimum: " + MINIMUM + ", range: " + RANGE + "}}\n"
                : "measure: amount\nrules: {p-percent: " + P + "}\n")
            + "standard: "
            + standard
            + "\n");
  }
}
