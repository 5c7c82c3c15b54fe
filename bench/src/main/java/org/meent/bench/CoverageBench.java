// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.meent.linkage.match.LinkageJob;
import org.meent.linkage.match.LinkageResult;
import org.meent.linkage.quality.Estimate;
import org.meent.linkage.quality.GroupQuality;
import org.meent.protocols.run.RandomStream;

/**
 * How often the 95 % intervals of precision and recall hold the truth: {@code FIRST COUNT LABELS}
 * draws files of the seeds FIRST to FIRST + COUNT - 1, links them with the one default
 * configuration, without labels and with LABELS pairs that a clerk judged rightly, and prints the
 * coverage by shape of the files, and the calibration of links.
 */
public final class CoverageBench {
  private static final double REVIEWED_FROM = 0.05;

  private final Map<String, Tally> tallies = new TreeMap<>();
  private double sure;
  private double sureRight;
  private long sureLinks;

  private CoverageBench() {}

  /** What came of the intervals of one kind. */
  private static final class Tally {
    private int intervals;
    private int covered;
    private double width;
    private double truth;
    private double own;

    void add(Estimate estimate, double real) {
      intervals++;
      covered += estimate.lower() - 1e-9 <= real && real <= estimate.upper() + 1e-9 ? 1 : 0;
      width += estimate.upper() - estimate.lower();
      truth += real;
      own += estimate.value();
    }
  }

  /** Prints the tables. */
  public static void main(String[] args) throws IOException {
    CoverageBench bench = new CoverageBench();
    long first = Long.parseLong(args[0]);
    Path folder = Files.createTempDirectory("coverage");
    for (long seed = first; seed < first + Integer.parseInt(args[1]); seed++) {
      bench.run(seed, Integer.parseInt(args[2]), folder);
    }
    bench.print();
  }

  private void run(long seed, int labels, Path folder) throws IOException {
    DrawnPersons.Design design = DrawnPersons.Design.of(seed);
    DrawnPersons drawn = DrawnPersons.of(design, seed);
    Path left = Files.write(folder.resolve("left.csv"), drawn.left());
    LinkageJob job = LinkageJob.withDefaults().withLeft(left);
    if (!drawn.isOneFile()) {
      job = job.withRight(Files.write(folder.resolve("right.csv"), drawn.right()));
    }
    if (design.shape() != DrawnPersons.Shape.FEW_FIELDS) {
      job = job.withSubgroups(List.of("country"));
    }
    LinkageResult result = job.run();
    LinkedPairs pairs = LinkedPairs.of(result, drawn);
    String note = add(result, pairs, design, "");
    calibration(result, drawn);
    if (labels > 0) {
      Path file = folder.resolve("labels.csv");
      Files.write(file, judged(job.withThreshold(REVIEWED_FROM).run(), drawn, labels, seed));
      LinkageResult labelled = job.withLabels(file).run();
      add(labelled, LinkedPairs.of(labelled, drawn), design, " labelled");
    }
    say("%d %s %s%n", seed, design, note);
  }

  private String add(
      LinkageResult result, LinkedPairs pairs, DrawnPersons.Design design, String how) {
    Estimate precision = result.quality().precision();
    Estimate recall = result.quality().recall();
    for (String shape : List.of("all", design.shape().name())) {
      tally(shape + " precision" + how).add(precision, pairs.precision(""));
      tally(shape + " recall" + how).add(recall, pairs.recall(""));
    }
    for (GroupQuality group : result.quality().groups()) {
      if (pairs.matches(group.value()) > 0 && group.links() > 0) {
        tally("all subgroups: precision" + how)
            .add(group.precision(), pairs.precision(group.value()));
        tally("all subgroups: recall" + how).add(group.recall(), pairs.recall(group.value()));
      }
    }
    return String.format(
        Locale.ROOT,
        "P %.3f own %.3f [%.3f, %.3f]  R %.3f own %.3f [%.3f, %.3f]  F1 %.3f",
        pairs.precision(""),
        precision.value(),
        precision.lower(),
        precision.upper(),
        pairs.recall(""),
        recall.value(),
        recall.lower(),
        recall.upper(),
        pairs.f1());
  }

  private Tally tally(String what) {
    return tallies.computeIfAbsent(what, k -> new Tally());
  }

  private void calibration(LinkageResult result, DrawnPersons drawn) {
    for (LinkageResult.Link link : result.links()) {
      if (link.probability() >= 0.9 && link.probability() < 0.99) {
        sureLinks++;
        sure += link.probability();
        sureRight += drawn.person(link.leftId()) == drawn.person(link.rightId()) ? 1 : 0;
      }
    }
  }

  /** Half the labels for the least sure links, half for links at random. */
  private static List<String> judged(
      LinkageResult result, DrawnPersons drawn, int labels, long seed) {
    List<LinkageResult.Link> links = new ArrayList<>(LinkedPairs.links(result));
    links.sort(
        Comparator.comparingDouble(
            (LinkageResult.Link link) -> Math.abs(link.probability() - 0.5)));
    Map<String, Boolean> judged = new LinkedHashMap<>();
    RandomStream random = RandomStream.of(seed, "labels");
    for (int i = 0; i < links.size() && judged.size() < labels; i++) {
      int at = judged.size() < labels / 2 ? i : random.nextInt(links.size());
      LinkageResult.Link link = links.get(at);
      judged.put(
          link.leftId() + "," + link.rightId(),
          drawn.person(link.leftId()) == drawn.person(link.rightId()));
    }
    List<String> lines = new ArrayList<>(List.of("left_id,right_id,match"));
    judged.forEach((pair, match) -> lines.add(pair + "," + (match ? 1 : 0)));
    return lines;
  }

  private void print() {
    say("%-42s %9s %8s %8s %8s %8s%n", "", "intervals", "cover", "width", "truth", "own");
    tallies.forEach(
        (what, t) ->
            say(
                "%-42s %9d %8.3f %8.4f %8.4f %8.4f%n",
                what,
                t.intervals,
                (double) t.covered / t.intervals,
                t.width / t.intervals,
                t.truth / t.intervals,
                t.own / t.intervals));
    say(
        "links at .90 to .99: %d, mean probability %.4f, right %.4f%n",
        sureLinks, sure / sureLinks, sureRight / sureLinks);
  }

  private static void say(String format, Object... args) {
    System.out.printf(Locale.ROOT, format, args);
  }
}
