// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.cohort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineSettings;
import org.meent.linkage.engine.Engines;
import org.meent.linkage.source.MandateFixture;
import org.meent.linkage.source.NswProtocol;
import org.meent.linkage.source.Sources;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;

/**
 * A small study with spells, events and monthly trials, written down as a researcher would. The
 * tests write its files and change a line of it.
 */
final class TrialsStudy {
  private static final Map<String, String> HEADERS =
      Map.of(
          "persons", "RINPERSOONS,RINPERSOON,SEX",
          "benefit", "RINPERSOONS,RINPERSOON,FROM,UNTIL",
          "jobs", "RINPERSOONS,RINPERSOON,JOB_FROM,JOB_UNTIL,WAGE",
          "support", "RINPERSOONS,RINPERSOON,STARTED,KIND");

  private final Path folder;
  private String yaml;

  TrialsStudy(Path folder) throws IOException {
    this.folder = folder;
    try (var in = TrialsStudy.class.getResourceAsStream("trials.yaml")) {
      this.yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String source : HEADERS.keySet()) {
      csv(source, List.of());
    }
  }

  /** Writes the rows of a source: key number and values, with commas. */
  TrialsStudy csv(String source, List<String> rows) throws IOException {
    StringBuilder text = new StringBuilder(HEADERS.get(source)).append('\n');
    rows.forEach(row -> text.append("R,").append(row).append('\n'));
    Files.writeString(file(source + ".csv"), text);
    return this;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Changes a line of the protocol. */
  TrialsStudy replace(String from, String to) {
    if (!yaml.contains(from)) {
      throw new IllegalArgumentException("the study does not say " + from);
    }
    yaml = yaml.replace(from, to);
    return this;
  }

  /** Locks the files as they are and makes the cohort. */
  Cohort cohort(String engineName) throws IOException {
    String locked = yaml;
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        locked = locked.replace("LOCK " + name, "sha256:" + NswProtocol.sha256(file));
      }
    }
    Files.writeString(folder.resolve("study.yaml"), locked);
    Protocol protocol = ProtocolFile.read(folder);
    var mandate = MandateFixture.of(protocol);
    try (Engine engine = Engines.open(engineName, EngineSettings.withDefaults())) {
      Sources sources = Sources.open(mandate, folder, engine);
      return CohortAssembly.assemble(mandate, sources, engine, SharesModel::learn);
    }
  }
}
