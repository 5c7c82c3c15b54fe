// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.cohort.CohortTable;
import org.meent.linkage.format.file.Conversion;
import org.meent.protocols.Protocol;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * A study's cohort as a file for Stata, SPSS or R, with the scripts that check it, inside only.
 *
 * @param conversion what came of writing the file
 * @param scripts the scripts beside it
 */
public record CohortExport(Conversion conversion, List<Path> scripts) {

  /** Copies the paths. */
  public CohortExport {
    scripts = List.copyOf(scripts);
  }

  /**
   * Makes the cohort, or takes that of an earlier run, and writes it.
   *
   * @param out the file; its ending decides the format
   * @throws org.meent.protocols.refusal.RefusalException if the study may not run, the format is
   *     unknown, or the file would lie where things wait to leave
   */
  public static CohortExport write(StudyRun.Settings settings, RunListener listener, Path out)
      throws IOException {
    Path target = out.toAbsolutePath().normalize();
    for (String leaving : List.of("requests", "released")) {
      if (target.startsWith(settings.study().resolve(leaving))) {
        throw Refusal.refused("desk.cohort.leaves", Where.file(out.toString()), leaving)
            .asException();
      }
    }
    StudyRun run = StudyRun.prepared(settings, listener);
    Cohort cohort = run.cohort();
    Protocol protocol = run.protocol();
    CohortTable table = new CohortTable(cohort, protocol.cohort());
    Conversion conversion = Conversion.convert(Path.of("cohort"), table, target, List.of());
    String file = String.valueOf(target.getFileName());
    String stem = file.substring(0, file.lastIndexOf('.'));
    CohortScript script = new CohortScript(protocol, cohort, table);
    Path r = target.resolveSibling(stem + ".R");
    Path stata = target.resolveSibling(stem + ".do");
    replace(r, script.r(file));
    replace(stata, script.stata(file));
    return new CohortExport(conversion, List.of(r, stata));
  }

  private static void replace(Path file, String text) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    Files.writeString(partial, text, StandardCharsets.UTF_8);
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
