// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.disclosure.output.Estimate;
import org.meent.linkage.source.LinkageAccount;
import org.meent.models.study.EffectResult;
import org.meent.models.study.LinkageShare;

/**
 * The example with a source without a key, a bridge and the study's own SQL, through a whole run;
 * with three linkages and without learners, so that it takes a second.
 */
class LinkedExampleTest {
  @TempDir static Path home;

  private static StudyCopy study;
  private static StudyCopy.Said said;
  private static Path run;

  @BeforeAll
  static void run() throws IOException {
    study =
        StudyCopy.of("linked", home)
            .replace("study.yaml", "linkages: 20", "linkages: 3")
            .replace("study.yaml", "[difference-in-means, doubly-robust]", "[difference-in-means]")
            .replace("study.yaml", "estimands: [ate, att]", "estimands: [ate]")
            .sign();
    said = study.meent("run", "--home", home.resolve("home").toString());
    try (Stream<Path> runs = Files.list(study.folder().resolve("runs"))) {
      run = runs.findFirst().orElseThrow();
    }
  }

  @Test
  void endsWithARequestForTheCheckers() throws IOException {
    assertThat(said.exit()).isZero();
    assertThat(study.request().keySet())
        .contains(
            "outputs/linked-by-sex.csv",
            "outputs/error-of-linkage.csv",
            "outputs/effect-of-training.csv");
  }

  @Test
  void effectsCarryTheDoubtAboutWhoIsWho() throws IOException {
    List<LinkageShare> shares = LinkageSharesFile.read(run.resolve("effects"));
    assertThat(shares).isNotEmpty().allMatch(share -> share.share() >= 0 && share.share() < 1);
    assertThat(shares).anyMatch(share -> share.between() > 0);
    EffectResult effect =
        Objects.requireNonNull(EffectsFile.read(run.resolve("effects")).get("training"));
    Estimate.Estimated pooled = (Estimate.Estimated) effect.rows().getFirst().result();
    LinkageShare first = shares.getFirst();
    double variance = first.within() + (1 + 1.0 / 3) * first.between();
    assertThat(pooled.standardError()).isCloseTo(Math.sqrt(variance), within(1e-9));
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void theAccountOfTheLinkageIsKeptAndBalances() throws IOException {
    LinkageAccount account = LinkageAccountFile.read(run.resolve("cohort"));
    assertThat(account.joins()).extracting(LinkageAccount.Join::source).contains("training");
    for (LinkageAccount.Join join : account.joins()) {
      for (LinkageAccount.Group group : join.groups()) {
        long linked = group.linked().stream().mapToLong(Long::longValue).sum();
        long unlinked = group.unlinked().stream().mapToLong(Long::longValue).sum();
        assertThat(linked).isEqualTo(join.persons());
        assertThat(linked + unlinked).isEqualTo(account.population());
      }
    }
    String report = Files.readString(run.resolve("report/linkage-en.html"));
    assertThat(report).contains("privacy officer and client council, 2026-03-12", "opleider");
  }

  /** The names of the made-up clients, of which none may be in anything that the run left. */
  @Test
  void namesAreNowhereInTheRun() throws IOException {
    List<String> surnames = new ArrayList<>();
    for (String line : Files.readAllLines(study.folder().resolve("data/clients.csv"))) {
      surnames.add(line.split(",", -1)[2]);
    }
    surnames.removeFirst();
    for (Path file : written()) {
      String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(surnames).as(file.toString()).noneMatch(text::contains);
    }
  }

  @Test
  void whatWasCarriedIsListedInside() throws IOException {
    List<String> bridged = Files.readAllLines(run.resolve("cohort/bridged.tsv"));
    assertThat(bridged.getFirst()).isEqualTo("source\tfile\tline\tperson");
    String flow = Files.readString(run.resolve("cohort/cohort.json"));
    assertThat(flow).contains("\"under the later pseudonym\" : " + (bridged.size() - 1));
  }

  @Test
  void whatOwnSqlMadeIsMarkedWhereItIsUsed() throws IOException {
    String request = "";
    for (Path file : written()) {
      String name = String.valueOf(file.getFileName());
      if (name.equals("people-by-work.csv") || name.startsWith("explanation-en")) {
        request += Files.readString(file);
      }
    }
    assertThat(request).contains("lineage not traced");
  }

  private static List<Path> written() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("runs", "requests")) {
      try (Stream<Path> walk = Files.walk(study.folder().resolve(folder))) {
        walk.filter(Files::isRegularFile).forEach(files::add);
      }
    }
    return files;
  }
}
