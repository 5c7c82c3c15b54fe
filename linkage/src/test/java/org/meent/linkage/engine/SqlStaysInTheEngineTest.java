// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The seam of the engine, held over the sources of all modules. */
class SqlStaysInTheEngineTest {
  private static final Pattern SQL =
      Pattern.compile(
          "\"\\s*(SELECT|CREATE TABLE|DROP TABLE|INSERT INTO|DELETE FROM|UPDATE|COPY|ATTACH|PRAGMA"
              + "|SET [a-z_]+ ?=|WITH [a-z]+ AS) ");
  private static final Pattern DRIVER = Pattern.compile("import (java\\.sql|org\\.duckdb)\\.");
  private static final String ENGINE = "org/meent/linkage/engine/";

  @Test
  void sqlTextStandsInTheEnginesPackageOnly() throws IOException {
    assertThat(holding(SQL)).isNotEmpty().allMatch(file -> file.contains(ENGINE));
  }

  @Test
  void theDriverIsUsedInItsOwnPackageOnly() throws IOException {
    assertThat(holding(DRIVER)).isNotEmpty().allMatch(file -> file.contains(ENGINE + "duckdb/"));
  }

  /** What the interface takes has no floating number, and its one text goes through a check. */
  @Test
  void theInterfaceCanExpressOnlyWhatIsExact() {
    assertThat(Field.Kind.values())
        .containsExactly(Field.Kind.TEXT, Field.Kind.NUMBER, Field.Kind.DAY);
    assertThat(Aggregate.Function.values())
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("COUNT", "COUNT_KNOWN", "MIN", "MAX", "SUM");
    assertThat(Relation.class.getPermittedSubclasses())
        .extracting(Class::getSimpleName)
        .containsExactlyInAnyOrder("Scan", "Project", "Filter", "Join", "Group");
  }

  /** Main sources of all modules in which a pattern stands, with forward slashes. */
  private static List<String> holding(Pattern pattern) throws IOException {
    List<String> holding = new ArrayList<>();
    Path root = Path.of(System.getProperty("meent.root", ".."));
    for (String module :
        List.of("protocols", "ethics", "disclosure-control", "linkage", "models", "desk")) {
      try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          if (pattern.matcher(Files.readString(file)).find()) {
            holding.add(file.toString().replace('\\', '/'));
          }
        }
      }
    }
    return holding;
  }
}
