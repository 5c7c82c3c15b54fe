// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Records for hierarchical tables: six draws u0 to u5 of {@code SplittableRandom(seed)} per record;
 * municipality floor(M u0^2), division floor(D u1^1.5), class floor(C u2), holding floor(0.8 N u3),
 * turnover min(10^7, ceil(100 (1-u4)^-0.8)), weight 1 + floor(5 u5); the coarser codes follow by
 * proportion.
 *
 * @param seed of the draws
 * @param records number of records
 * @param municipalities finest regions
 * @param provinces coarse regions
 * @param divisions finest activities
 * @param sections coarse activities
 * @param classes finest size classes
 * @param groups coarse size classes
 */
record MicrodataTables(
    long seed,
    int records,
    int municipalities,
    int provinces,
    int divisions,
    int sections,
    int classes,
    int groups) {

  static final MicrodataTables G1 = new MicrodataTables(1, 300, 10, 10, 5, 5, 2, 2);
  static final MicrodataTables G2 = new MicrodataTables(2, 3000, 16, 4, 20, 5, 6, 2);
  static final MicrodataTables G3 = new MicrodataTables(3, 5000, 40, 12, 88, 21, 6, 2);
  static final MicrodataTables G4 = new MicrodataTables(4, 200_000, 40, 12, 88, 21, 10, 3);
  static final MicrodataTables G5 = new MicrodataTables(5, 500_000, 340, 12, 88, 21, 10, 3);
  static final MicrodataTables G6 = new MicrodataTables(6, 1_000_000, 340, 12, 88, 21, 10, 3);
  static final MicrodataTables G7 = new MicrodataTables(7, 1500, 8, 2, 6, 2, 4, 2);

  /** Writes the records as CSV. */
  Path write(Path file) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("prov,mun,sec,div,grp,cls,holding,turnover,weight\n");
      for (int i = 0; i < records; i++) {
        double region = random.nextDouble();
        double activity = random.nextDouble();
        int mun = (int) (municipalities * (region * region));
        int div = (int) (divisions * Math.pow(activity, 1.5));
        int cls = (int) (classes * random.nextDouble());
        int holding = (int) (0.8 * records * random.nextDouble());
        double tail = Math.pow(1 - random.nextDouble(), -0.8);
        long turnover = (long) Math.min(Math.ceil(100 * tail), 1e7);
        int weight = 1 + (int) (5 * random.nextDouble());
        out.write(
            String.format(
                Locale.ROOT,
                "P%02d,M%03d,S%02d,D%02d,G%d,C%02d,%d,%d,%d%n",
                mun * provinces / municipalities,
                mun,
                div * sections / divisions,
                div,
                cls * groups / classes,
                cls,
                holding,
                turnover,
                weight));
      }
    }
    return file;
  }
}
