// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.meent.linkage.match.FieldSpec;
import org.meent.linkage.match.LinkageFiles;
import org.meent.linkage.match.LinkageJob;
import org.meent.linkage.match.LinkageResult;
import org.meent.linkage.quality.Estimate;

/**
 * Links files whose truth is known and prints how well it went: {@code LEFT RIGHT|- ID TRUTH
 * [FIELDS|-] [THREADS] [OUT]}. TRUTH is {@code febrl} (the number within the id), {@code id} (equal
 * ids) or the name of a column, which is then left out of the fields that are guessed only if its
 * name says what it is; give FIELDS otherwise.
 */
public final class MatchBench {
  private MatchBench() {}

  /** Runs one comparison. */
  public static void main(String[] args) throws IOException {
    boolean link = !args[1].equals("-");
    int threads = args.length > 5 ? Integer.parseInt(args[5]) : 2;
    LinkageJob job =
        LinkageJob.withDefaults()
            .withLeft(Path.of(args[0]))
            .withIdColumn(args[2])
            .withThreads(threads);
    if (link) {
      job = job.withRight(Path.of(args[1]));
    }
    if (args.length > 4 && !args[4].equals("-")) {
      job = job.withFields(FieldSpec.parse(args[4]));
    }
    long start = System.nanoTime();
    LinkageResult result = job.run();
    if (args.length > 6) {
      LinkageFiles.write(result, Path.of(args[6]));
    }
    double wall = (System.nanoTime() - start) / 1e9;
    double cpu =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime()
            / 1e9;
    Map<String, String> left = truth(Path.of(args[0]), args[2], args[3]);
    Map<String, String> right = link ? truth(Path.of(args[1]), args[2], args[3]) : left;
    if (link) {
      links(result, left, right);
    } else {
      clusters(result, left);
    }
    Estimate p = result.quality().precision();
    Estimate r = result.quality().recall();
    Estimate b = result.quality().blockingLoss();
    print(
        "own: P %.4f [%.4f,%.4f] R %.4f [%.4f,%.4f] blocking loss %.4f [%.4f,%.4f]%n",
        p.value(), p.lower(), p.upper(), r.value(), r.lower(), r.upper(), b.value(), b.lower(),
        b.upper());
    print(
        "pairs %d rules %d em %d %b; wall %.2f s cpu %.2f s%n",
        result.model().comparedPairs(),
        result.model().rules().size(),
        result.model().emRounds(),
        result.model().converged(),
        wall,
        cpu);
  }

  private static void links(
      LinkageResult result, Map<String, String> left, Map<String, String> right) {
    Map<String, Integer> persons = new HashMap<>();
    right.values().forEach(person -> persons.merge(person, 1, Integer::sum));
    long truth = left.values().stream().mapToLong(person -> persons.getOrDefault(person, 0)).sum();
    long good = 0;
    double[] sum = new double[10];
    long[] count = new long[10];
    long[] hits = new long[10];
    for (LinkageResult.Link one : result.links()) {
      boolean hit = left.get(one.leftId()).equals(right.get(one.rightId()));
      good += hit ? 1 : 0;
      int bin = bin(one.probability());
      count[bin]++;
      sum[bin] += one.probability();
      hits[bin] += hit ? 1 : 0;
    }
    scores(good, result.links().size(), truth);
    for (int i = 0; i < 10; i++) {
      if (count[i] > 0) {
        print(
            "  bin %d: n %d mean %.4f true %.4f%n",
            i, count[i], sum[i] / count[i], (double) hits[i] / count[i]);
      }
    }
  }

  private static int bin(double p) {
    return p < 0.6 ? 0 : p < 0.7 ? 1 : p < 0.8 ? 2 : p < 0.9 ? 3 : p < 0.99 ? 4 : p < 0.999 ? 5 : 6;
  }

  private static void clusters(LinkageResult result, Map<String, String> truth) {
    Map<String, Integer> persons = new HashMap<>();
    Map<String, Integer> clusters = new HashMap<>();
    Map<String, Integer> both = new HashMap<>();
    for (LinkageResult.ClusterMember member : result.clusters()) {
      String person = String.valueOf(truth.get(member.id()));
      persons.merge(person, 1, Integer::sum);
      clusters.merge(member.cluster(), 1, Integer::sum);
      both.merge(person + "\n" + member.cluster(), 1, Integer::sum);
    }
    scores(pairs(both), pairs(clusters), pairs(persons));
  }

  private static long pairs(Map<String, Integer> sizes) {
    return sizes.values().stream().mapToLong(n -> (long) n * (n - 1) / 2).sum();
  }

  private static void scores(long good, long given, long truth) {
    print(
        "F1 %.5f P %.5f R %.5f (given %d, right %d, true %d)%n",
        2.0 * good / (given + truth),
        (double) good / given,
        (double) good / truth,
        given,
        good,
        truth);
  }

  private static Map<String, String> truth(Path file, String id, String mode) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<String> header =
        List.of(lines.getFirst().split(",", -1)).stream().map(String::strip).toList();
    int idAt = header.indexOf(id);
    int truthAt = header.indexOf(mode);
    Map<String, String> truth = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      String key = cells[idAt].strip();
      truth.put(
          key,
          switch (mode) {
            case "febrl" -> key.replaceAll("^rec-([0-9]+)-.*$", "$1");
            case "id" -> key;
            default -> cells[truthAt].strip();
          });
    }
    return truth;
  }

  private static void print(String format, Object... args) {
    System.out.printf(Locale.ROOT, format, args);
  }
}
