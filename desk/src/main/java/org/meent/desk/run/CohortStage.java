// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.meent.ethics.Mandate;
import org.meent.linkage.cohort.CohortAssembly;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineSettings;
import org.meent.linkage.engine.Engines;
import org.meent.linkage.source.BridgedRow;
import org.meent.linkage.source.LinkageAccount;
import org.meent.linkage.source.Scratch;
import org.meent.linkage.source.Sources;
import org.meent.models.study.PooledLogistic;

/**
 * From sources to the cohort, inside only: the cohort of the best linkage, what is known of the
 * linkage ({@code linkage.json}), the rows that were carried to a later pseudonym ({@code
 * bridged.tsv}), and a cohort for each linkage drawn from the posterior ({@code linkage-1} and so
 * on).
 */
final class CohortStage {
  private static final String BRIDGED = "bridged.tsv";

  private final Mandate mandate;
  private final StudyRun.Settings settings;
  private final Runnable opened;

  /**
   * A stage.
   *
   * @param opened told when all sources are open
   */
  CohortStage(Mandate mandate, StudyRun.Settings settings, Runnable opened) {
    this.mandate = mandate;
    this.settings = settings;
    this.opened = opened;
  }

  /** The folder of a linkage that was drawn, from 1. */
  static Path linkage(Path folder, int draw) {
    return folder.resolve("linkage-" + draw);
  }

  void into(Path folder) throws IOException {
    EngineSettings engineSettings =
        EngineSettings.withDefaults()
            .withThreads(settings.threads())
            .withSpill(folder.resolveSibling("spill"));
    try (Engine engine = Engines.open(settings.engine(), engineSettings)) {
      Scratch scratch = new Scratch(folder.resolve("linking"), settings.threads());
      Sources sources = Sources.open(mandate, settings.study(), engine, scratch);
      opened.run();
      CohortFile.write(
          CohortAssembly.assemble(mandate, sources, engine, new PooledLogistic()), folder);
      LinkageAccountFile.write(LinkageAccount.of(mandate, sources, engine), folder);
      bridged(sources.bridged(), folder);
      for (int draw = 1; draw <= mandate.protocol().linkage().linkages(); draw++) {
        Path into = Files.createDirectories(linkage(folder, draw));
        CohortFile.write(
            sources.under(
                draw,
                drawn -> CohortAssembly.assemble(mandate, drawn, engine, new PooledLogistic())),
            into);
      }
    }
  }

  private static void bridged(List<BridgedRow> rows, Path folder) throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    String lines =
        rows.stream()
            .map(
                row ->
                    "%s\t%s\t%d\t%d\n"
                        .formatted(row.source(), row.file(), row.line(), row.person()))
            .collect(Collectors.joining());
    Files.writeString(
        folder.resolve(BRIDGED), "source\tfile\tline\tperson\n" + lines, StandardCharsets.UTF_8);
  }
}
