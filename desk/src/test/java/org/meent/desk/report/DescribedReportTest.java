// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.desk.render.HtmlRenderer;
import org.meent.models.described.Description;
import org.meent.models.described.HundredPeople;
import org.meent.models.described.ReleasedSheet;
import org.meent.protocols.Protocol;
import org.meent.protocols.ProtocolFile;
import org.meent.protocols.refusal.RefusalException;

/** The page where the outcome is one that a person has or has not: whole people of a hundred. */
final class DescribedReportTest {
  private static final Locale DUTCH = Locale.of("nl");
  private static final String HEADER =
      "method,estimand,arm,reference,group,estimate,standard_error,lower,upper,treated,controls,"
          + "refused_by";

  @TempDir Path folder;

  /** The protocol of the world with having work after a year as its outcome. */
  private Protocol protocol() throws IOException {
    Path world = Path.of(System.getProperty("meent.root"), "examples", "world", "study.yaml");
    String changed =
        Files.readString(world)
            .replaceAll(
                "(?m)^  outcome: .*$",
                "  outcome: {name: work, from: positions, select: state-at(), where: {SECM:"
                    + " \"11\"}, window: 365..365 days, absent: zero, label: \"in work after a"
                    + " year\"}")
            .replace("measure: months_in_work", "measure: work");
    Files.writeString(folder.resolve("study.yaml"), changed);
    return ProtocolFile.read(folder);
  }

  private static ReleasedSheet sheet(String id, String... lines) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines) {
      rows.add(List.of(line.split(",", -1)));
    }
    return new ReleasedSheet(id, "people", rows.getFirst(), rows.subList(1, rows.size()));
  }

  private String page(Locale language, LocalDate today) throws IOException {
    Protocol protocol = protocol();
    List<ReleasedSheet> sheets =
        List.of(
            sheet(
                "people",
                "sex,arm,persons",
                "2,conversations,350",
                "2,job-coach,.",
                "2,none,600",
                "2,orientation,.",
                "2,training,4",
                "2,Total,1000"),
            sheet(
                "work",
                "arm,sex,mean_work,units",
                "none,2,0.372,600",
                "conversations,2,0.401,350",
                "training,2,.,."),
            sheet(
                "effect-conversations",
                HEADER,
                "doubly-robust,ate,conversations,none,Total,,,,,900,1500,overlap-outside-share",
                "doubly-robust,att,conversations,none,Total,0.05,0.02,0.012,0.094,900,1500,",
                "doubly-robust,att,conversations,none,sex=2,0.05,0.02,0.008,0.094,350,600,"),
            sheet(
                "leaving",
                "curve,exit,time,at_risk,value,band_lower,band_upper",
                "none,work,12,600,0.201,0.182,0.222",
                "none,work,24,400,0.301,0.282,0.322",
                "training,work,12,90,0.112,0.052,0.172",
                "training,work,24,70,0.404,0.304,0.504",
                "difference,work,12,,-0.09,-0.16,-0.02",
                "difference,work,24,,0.103,0.004,0.202",
                "none,no income,24,400,0.081,0.062,0.102",
                "training,no income,24,70,.,.,.",
                "difference,no income,24,,.,.,.",
                "months gained,work,24,,0.5,0.400,0.600"),
            sheet(
                "effect-training",
                HEADER,
                "doubly-robust,att,training,none,Total,-0.05,0.02,-0.094,-0.004,90,1500,"));
    HundredPeople people =
        HundredPeople.of(protocol, sheets, Description.parse(List.of("sex=2", "language=3")));
    return HtmlRenderer.render(
        DescribedReport.of(protocol, false, people, Wording.NONE, today, language));
  }

  @Test
  void sharesAreOfAHundredPeople() throws IOException {
    assertThat(page(Locale.ENGLISH, LocalDate.of(2024, 1, 1)))
        .contains("Of 100 people: sex = 2 (1000 people were counted)")
        // 350, 600 and 4 of 1000; what is left out is 46
        .contains(">conversations: 35<", ">none: 60<", ">training: 0<", ">not known: 5<")
        .contains("of 100 people: in work after a year")
        .contains(">37<", ">40<")
        .contains("between 1 and 9 more (of 100 people)")
        .contains("This is about people who had &quot;conversations&quot;")
        .contains("between fewer than 1 and 9 less (of 100 people)")
        .contains("not known. There is no figure about these people that may be shown.")
        // at the last time: 30 and 40 of 100; the band is 0.004 to 0.202
        .contains("who had left, after 24 months", ">30<", ">40<")
        .contains("between fewer than 1 and 20 more<")
        .contains("<td class=\"n\">8</td><td class=\"n\">not known</td><td>not known</td>")
        .doesNotContain("Out of date")
        .doesNotContain("An example, not about real people");
    assertThat(page(DUTCH, LocalDate.of(2024, 1, 1)))
        .contains("tussen 1 en 9 meer (van 100 mensen)")
        .contains("tussen minder dan 1 en 9 minder (van 100 mensen)");
  }

  /** The last trial starts on 1 December 2022; 365 days are at most 14 months; three years more. */
  @Test
  void thePageSaysWhenItIsOutOfDate() throws IOException {
    LocalDate last = protocol().usableUntil();
    assertThat(last).isEqualTo(LocalDate.of(2027, 2, 1));
    assertThat(page(DUTCH, last)).doesNotContain("Verlopen");
    assertThat(page(DUTCH, last.plusDays(1))).contains("Verlopen");
  }

  @Test
  void aFileOfWordsIsReadStrictly() throws IOException {
    Path words = Files.writeString(folder.resolve("words.yaml"), "suports: {none: geen hulp}\n");
    assertThatThrownBy(() -> Wording.read(words))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("supports");
  }
}
