// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineSettings;
import org.meent.linkage.engine.Engines;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Schema;
import org.meent.linkage.engine.TableWriter;

/** What the engine still does when someone gets SQL text to it: nothing beyond its own tables. */
class LockTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY (SELECT 1) TO '%s/out.csv'",
        "COPY (SELECT 1) TO '%s/out.parquet' (FORMAT parquet)",
        "EXPORT DATABASE '%s/all'",
        "SELECT * FROM read_csv('%s/in.csv')",
        "SELECT * FROM '%s/in.csv'",
        "SELECT * FROM read_text('%s/in.csv')",
        "SELECT * FROM glob('%s/*')",
        "CREATE TABLE t AS SELECT * FROM read_blob('%s/in.csv')",
        "ATTACH '%s/other.db' AS other",
        "INSTALL httpfs",
        "LOAD httpfs",
        "LOAD '%s/in.csv'",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SET threads = 1",
        "SET temp_directory = '%s'",
        "SET autoload_known_extensions = true",
        "RESET enable_external_access",
        "PRAGMA enable_profiling='json'",
        "SET allowed_directories = ['%s']"
      })
  void refusesEverythingOutsideItsTables(String sql) throws Exception {
    Files.writeString(folder.resolve("in.csv"), "a,b\n1,2\n");
    try (DuckDBConnection connection = DuckDbProvider.locked(2, Optional.empty());
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql.formatted(folder)))
          .isInstanceOf(SQLException.class);
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("in.csv");
    }
  }

  /** Without the lock the first of them does write: the test above tests the lock. */
  @Test
  void withoutTheLockAFileAppears() throws Exception {
    Path out = folder.resolve("out.csv");
    try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new java.util.Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (SELECT 1) TO '" + out + "'");
    }
    assertThat(out).exists();
  }

  @Test
  void emptiesItsSpillFolderAtStartAndEndAndTouchesNothingElse() throws Exception {
    Path left = folder.resolve(SpillFolder.NAME).resolve("left-by-a-killed-run.tmp");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "x");
    Path other = Files.writeString(folder.resolve("mine.txt"), "x");
    EngineSettings settings = EngineSettings.withDefaults().withThreads(2).withSpill(folder);
    try (Engine engine = Engines.open("duckdb", settings)) {
      assertThat(left).doesNotExist();
      try (TableWriter writer = engine.create("t", new Schema(List.of(Field.number("a"))))) {
        writer.number(1);
        writer.endRow();
      }
    }
    assertThat(folder.resolve(SpillFolder.NAME)).doesNotExist();
    assertThat(other).exists();
  }

  /** The one gap of the engine's lock, kept in sight: its own spill folder, which is emptied. */
  @Test
  void writesNowhereButInItsSpillFolder() throws Exception {
    SpillFolder spill = SpillFolder.open(folder);
    try (DuckDBConnection connection = DuckDbProvider.locked(1, Optional.of(spill));
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (SELECT 1) TO '" + spill.path() + "/x.csv'");
      for (String beside : List.of("/../x.csv", "-beside.csv")) {
        assertThatThrownBy(
                () -> statement.execute("COPY (SELECT 1) TO '" + spill.path() + beside + "'"))
            .isInstanceOf(SQLException.class);
      }
    }
    spill.close();
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void namesCannotBecomeLanguage() {
    String nasty = "x\" (a INT); DROP TABLE \"y";
    try (Engine engine = Engines.open("duckdb", EngineSettings.withDefaults())) {
      try (TableWriter writer = engine.create(nasty, new Schema(List.of(Field.text("\"; --"))))) {
        writer.text("'; DROP TABLE x; --");
        writer.endRow();
      }
      var rows = engine.fetch(org.meent.linkage.engine.Relation.scan(nasty), List.of());
      assertThat(rows.text(0, 0)).isEqualTo("'; DROP TABLE x; --");
    }
  }
}
