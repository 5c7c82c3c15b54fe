// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.ethics.Mandate;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineSettings;
import org.meent.linkage.engine.Engines;
import org.meent.linkage.source.MandateFixture;
import org.meent.linkage.source.NswProtocol;
import org.meent.linkage.source.Sources;
import org.meent.protocols.CohortPlan.Absent;
import org.meent.protocols.CohortPlan.Derived;
import org.meent.protocols.CohortPlan.Select;

/** Seeded random small studies against a cohort made with loops over rows kept in memory. */
class CohortOracleTest {

  @TempDir Path folder;

  /** A row of earnings; the amount is in cents, or null where the cell is empty. */
  private record Earning(String set, String number, int year, @Nullable Long cents) {}

  @Test
  void agreesWithLoopsOverRows() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    for (String name : List.of("duckdb", "java")) {
      int cases = name.equals("java") ? 290 : 10; // the embedded engine takes a while to start
      EngineSettings settings = EngineSettings.withDefaults().withThreads(2);
      for (int seed = 0; seed < cases; seed++) {
        try (Engine engine = Engines.open(name, settings)) {
          one(new Random(seed + (name.equals("java") ? 10_000L : 0)), engine);
        }
      }
    }
  }

  private void one(Random random, Engine engine) throws IOException {
    TreeMap<String, String> ages = new TreeMap<>();
    List<String> persons = new ArrayList<>();
    for (int i = random.nextInt(8); i >= 0; i--) {
      String number = "00000010" + random.nextInt(9);
      if (!ages.containsKey(number)) {
        ages.put(number, random.nextInt(5) == 0 ? "" : Integer.toString(random.nextInt(60)));
        String row = "R," + number + "," + ages.get(number) + ",1,0,0,0,0";
        persons.add(row);
        if (random.nextInt(4) == 0) {
          persons.add(row);
        }
      }
    }
    List<Earning> earnings = new ArrayList<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      earnings.add(
          new Earning(
              random.nextInt(8) == 0 ? "S" : "R",
              random.nextInt(9) == 0 ? "0" : "00000010" + random.nextInt(9),
              1974 + random.nextInt(3),
              random.nextInt(7) == 0 ? null : random.nextInt(20_000) - 5_000L));
    }
    Map<String, String> instruments = new HashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      instruments.put(
          "00000010" + random.nextInt(9), List.of("SW", "SW", "XX", "").get(random.nextInt(4)));
    }
    write("persons", "age,education,black,hispanic,married,nodegree", persons);
    write("earnings", "year,earnings", earnings.stream().map(e -> row(e)).toList());
    write(
        "participation",
        "instrument",
        instruments.entrySet().stream().map(e -> "R," + e.getKey() + "," + e.getValue()).toList());
    Cohort cohort = assemble(engine);
    assertThat(show(cohort)).isEqualTo(oracle(ages, earnings, instruments));
  }

  private static String row(Earning e) {
    Long cents = e.cents();
    String amount = cents == null ? "" : java.math.BigDecimal.valueOf(cents, 2).toPlainString();
    return e.set() + "," + e.number() + "," + e.year() + "," + amount;
  }

  private Cohort assemble(Engine engine) {
    SequencedMap<String, Derived> covariates = new LinkedHashMap<>();
    covariates.put("age", derived("age", "persons", Select.VALUE, "age", Map.of(), Absent.REFUSE));
    covariates.put("sum", earnings("sum", Select.SUM, "1974", Absent.MISSING));
    covariates.put("min", earnings("min", Select.MIN, "1974", Absent.ZERO));
    covariates.put("max", earnings("max", Select.MAX, "1975", Absent.MISSING));
    covariates.put("count", earnings("count", Select.COUNT, "1975", Absent.ZERO));
    Derived outcome = earnings("outcome", Select.SUM, "1976", Absent.ZERO);
    Mandate mandate =
        MandateFixture.of(
            NswProtocol.with(
                NswProtocol.sources(folder),
                NswProtocol.linkage(),
                NswProtocol.cohort(outcome, covariates)));
    return CohortAssembly.assemble(
        mandate, Sources.open(mandate, folder, engine), engine, SharesModel::learn);
  }

  private static Derived earnings(String name, Select select, String year, Absent absent) {
    return derived(name, "earnings", select, "earnings", Map.of("year", year), absent);
  }

  private static Derived derived(
      String name,
      String from,
      Select select,
      String variable,
      Map<String, String> where,
      Absent absent) {
    return NswProtocol.derived(name, from, select, variable, where, absent);
  }

  private static List<String> oracle(
      TreeMap<String, String> ages, List<Earning> earnings, Map<String, String> instruments) {
    List<String> lines = new ArrayList<>();
    ages.forEach(
        (number, age) -> {
          String instrument = instruments.getOrDefault(number, "absent");
          if (!age.isEmpty() && List.of("absent", "SW").contains(instrument)) {
            lines.add(
                String.join(
                    " ",
                    instrument.equals("SW") ? "supported-work" : "none",
                    age,
                    fold(earnings, number, 1974, Select.SUM, "?"),
                    fold(earnings, number, 1974, Select.MIN, "0"),
                    fold(earnings, number, 1975, Select.MAX, "?"),
                    fold(earnings, number, 1975, Select.COUNT, "0"),
                    fold(earnings, number, 1976, Select.SUM, "0")));
          }
        });
    return lines;
  }

  private static String fold(
      List<Earning> earnings, String number, int year, Select select, String none) {
    List<Long> cents = new ArrayList<>();
    int rows = 0;
    for (Earning e : earnings) {
      if (e.set().equals("R") && e.number().equals(number) && e.year() == year) {
        rows++;
        Long amount = e.cents();
        if (amount != null) {
          cents.add(amount);
        }
      }
    }
    if (rows == 0) {
      return none;
    }
    if (select == Select.COUNT) {
      return Integer.toString(rows);
    }
    if (cents.size() < rows) {
      return "?";
    }
    long result = select == Select.SUM ? 0 : cents.getFirst();
    for (long amount : cents) {
      result =
          switch (select) {
            case SUM -> result + amount;
            case MIN -> Math.min(result, amount);
            case MAX -> Math.max(result, amount);
            case VALUE, COUNT, LATEST, MONTHS_IN_STATE, STATE_AT ->
                throw new IllegalStateException();
          };
    }
    return Long.toString(result);
  }

  private static List<String> show(Cohort cohort) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < cohort.persons(); i++) {
      StringBuilder line = new StringBuilder(cohort.arms().get(i));
      for (Cohort.Column column : cohort.columns().sequencedValues()) {
        Cohort.Numbers numbers = (Cohort.Numbers) column;
        line.append(' ').append(column.isMissing(i) ? "?" : Long.toString(numbers.unscaled(i)));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private void write(String name, String columns, List<String> rows) throws IOException {
    StringBuilder text = new StringBuilder("RINPERSOONS,RINPERSOON," + columns + "\n");
    rows.forEach(row -> text.append(row).append('\n'));
    Files.writeString(folder.resolve("data", name + ".csv"), text);
  }
}
