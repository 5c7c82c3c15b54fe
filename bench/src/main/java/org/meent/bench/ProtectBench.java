// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.meent.disclosure.audit.Verification;
import org.meent.disclosure.table.ProtectedTable;
import org.meent.disclosure.table.ProtectionJob;

/**
 * Generated records into a protected hierarchical table: {@code DIR SEED N M P D S C G DIMENSIONS
 * RULE STANDARD [verify]}. The draws are six of {@code SplittableRandom(seed)} per record, as the
 * peers' figures were measured on. DIMENSIONS is 2 or 3; RULE is {@code freq} (counts 1 and 2) or
 * {@code p10} (p % of turnover, holdings as contributors).
 */
public final class ProtectBench {
  private static final double MOST = 1e7;

  private ProtectBench() {}

  /** Runs one case. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int[] n = new int[8];
    for (int i = 0; i < n.length; i++) {
      n[i] = Integer.parseInt(args[i + 1]);
    }
    records(folder.resolve("records.csv"), n);
    boolean amounts = args[10].equals("p10");
    String spec =
        "input: records.csv\ndimensions: {region: [prov, mun], activity: [sec, div]"
            + (args[9].equals("3") ? ", class: [grp, cls]" : "")
            + "}\n"
            + (amounts
                ? "measure: turnover\ncontributor: holding\nrules: {p-percent: 10}\n"
                : "rules: {threshold: 3}\n")
            + "standard: "
            + args[11]
            + "\n";
    Files.writeString(folder.resolve("spec.yaml"), spec);
    long start = System.nanoTime();
    ProtectedTable table =
        ProtectionJob.read(folder.resolve("spec.yaml")).run(folder.resolve("out"));
    System.out.printf(
        "cells %d, primaries %d, secondaries %d, value %d, wall %.1f s%n",
        table.table().size(),
        table.pattern().primaries().length,
        table.pattern().secondaries().length,
        table.secondaryValue(),
        (System.nanoTime() - start) / 1e9);
    if (args.length > 12) {
      Verification verdict = Verification.of(folder.resolve("out"));
      System.out.println("faults " + verdict.faults().size());
    }
  }

  private static void records(Path file, int[] n) throws IOException {
    SplittableRandom random = new SplittableRandom(n[0]);
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("prov,mun,sec,div,grp,cls,holding,turnover\n");
      for (int i = 0; i < n[1]; i++) {
        double[] u = new double[6];
        for (int k = 0; k < u.length; k++) {
          u[k] = random.nextDouble();
        }
        int mun = (int) (n[2] * u[0] * u[0]);
        int div = (int) (n[4] * StrictMath.pow(u[1], 1.5));
        int cls = (int) (n[6] * u[2]);
        long turnover = (long) Math.min(MOST, Math.ceil(100 * StrictMath.pow(1 - u[4], -0.8)));
        out.write(
            "P%02d,M%03d,S%02d,D%02d,G%d,C%02d,%d,%d\n"
                .formatted(
                    mun * n[3] / n[2],
                    mun,
                    div * n[5] / n[4],
                    div,
                    cls * n[7] / n[6],
                    cls,
                    (int) (0.8 * n[1] * u[3]),
                    turnover));
      }
    }
  }
}
