// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.engine.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineProvider;
import org.meent.linkage.engine.EngineSettings;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * Opens the embedded engine in memory and locks it: no extension, no file, no change of a setting.
 *
 * <p>What the lock leaves open: with a spill folder, the engine itself counts that folder as its
 * own, so SQL text could still write there. No caller can hand in SQL text, and the folder is
 * emptied at start and end; without a spill folder nothing can be written at all.
 */
public final class DuckDbProvider implements EngineProvider {

  /** For the service loader. */
  public DuckDbProvider() {}

  @Override
  public String name() {
    return "duckdb";
  }

  @Override
  public Engine open(EngineSettings settings) {
    Optional<SpillFolder> spill = settings.spill().map(SpillFolder::open);
    try {
      return new DuckDbEngine(locked(settings.threads(), spill), spill);
    } catch (SQLException | LinkageError e) {
      spill.ifPresent(SpillFolder::close);
      throw Refusal.environment("linkage.engine.native", Where.NOWHERE, "duckdb").asException();
    }
  }

  /** A connection on which nothing but questions about its own tables is possible. */
  static DuckDBConnection locked(int threads, Optional<SpillFolder> spill) throws SQLException {
    return locked(threads, spill, Optional.empty());
  }

  /** The same, on which one file may be read and written, and no other. */
  static DuckDBConnection locked(int threads, Optional<SpillFolder> spill, Optional<Path> file)
      throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("threads", Integer.toString(threads));
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_community_extensions", "false");
    settings.setProperty("temp_directory", spill.map(SpillFolder::path).orElse(""));
    DuckDBConnection connection =
        (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", settings);
    try (java.sql.Statement statement = connection.createStatement()) {
      if (file.isPresent()) {
        statement.execute("SET allowed_paths = [" + SqlText.literal(file.get().toString()) + "]");
      }
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }
}
