// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.meent.desk.render.HtmlRenderer;
import org.meent.desk.report.StudyLinkageReport;
import org.meent.ethics.Mandate;
import org.meent.linkage.cohort.Cohort;
import org.meent.linkage.source.LinkageAccount;
import org.meent.models.study.LinkageShare;

/**
 * {@code linkage-en.html} and {@code linkage-nl.html}: the linkage report of a run, inside only.
 */
final class LinkageReportFiles {
  private LinkageReportFiles() {}

  static void write(
      Mandate mandate, Cohort cohort, Path cohortFolder, Path effectsFolder, Path into)
      throws IOException {
    LinkageAccount account = LinkageAccountFile.read(cohortFolder);
    List<LinkageShare> shares = LinkageSharesFile.read(effectsFolder);
    for (String language : List.of("en", "nl")) {
      String page =
          HtmlRenderer.render(
              StudyLinkageReport.of(mandate, account, cohort, shares, Locale.of(language)));
      Files.writeString(
          into.resolve("linkage-" + language + ".html"), page, StandardCharsets.UTF_8);
    }
  }
}
