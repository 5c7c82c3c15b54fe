// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.meent.models.frame.Frame;
import org.meent.models.frame.FrameBuilder;
import org.meent.models.frame.NumericCsv;

/** The National Supported Work data as frames. */
public final class Nsw {
  private static final List<String> DW =
      List.of("age", "education", "black", "hispanic", "married", "nodegree", "re74", "re75");

  private Nsw() {}

  /** The 445 men of Dehejia and Wahba, in an order of the caller's. */
  public static Frame experiment(int[] order) {
    return frame(List.of(read("nsw_dw.csv")), DW, order, csv -> IntStream.range(0, csv.rows()));
  }

  public static Frame experiment() {
    return experiment(IntStream.range(0, 445).toArray());
  }

  /** LaLonde's 722 men. */
  public static Frame lalonde() {
    List<String> names = DW.stream().filter(name -> !name.equals("re74")).toList();
    int[] order = IntStream.range(0, 722).toArray();
    return frame(List.of(read("nsw.csv")), names, order, csv -> IntStream.range(0, csv.rows()));
  }

  /** The 185 treated of the experiment and PSID-1. */
  public static Frame observational() {
    NumericCsv treated = read("nsw_dw.csv");
    NumericCsv controls = read("psid_controls.csv");
    int[] order = IntStream.range(0, 185 + 2490).toArray();
    return frame(
        List.of(treated, controls),
        DW,
        order,
        csv -> {
          double[] w = csv.numeric("treat");
          return IntStream.range(0, csv.rows()).filter(i -> csv != treated || w[i] == 1);
        });
  }

  static NumericCsv read(String name) {
    try {
      Path file = Path.of(Nsw.class.getResource("nsw/" + name).toURI());
      return NumericCsv.read(file, Set.of());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Rows {
    IntStream of(NumericCsv csv);
  }

  private static Frame frame(List<NumericCsv> files, List<String> names, int[] order, Rows rows) {
    FrameBuilder builder = Frame.builder();
    for (String name : names) {
      builder.covariate(name, shuffled(stacked(files, name, rows), order));
    }
    int[] w =
        Arrays.stream(shuffled(stacked(files, "treat", rows), order))
            .mapToInt(v -> (int) v)
            .toArray();
    List<String> ids = new ArrayList<>();
    Arrays.stream(order).forEach(i -> ids.add("p%05d".formatted(i)));
    return builder
        .treatment(w, List.of("control", "supported work"))
        .outcome("re78", shuffled(stacked(files, "re78", rows), order))
        .ids(ids)
        .build();
  }

  private static double[] stacked(List<NumericCsv> files, String name, Rows rows) {
    return files.stream()
        .flatMapToDouble(
            csv -> {
              double[] values = csv.numeric(name);
              return rows.of(csv).mapToDouble(i -> values[i]);
            })
        .toArray();
  }

  private static double[] shuffled(double[] values, int[] order) {
    return IntStream.of(order).mapToDouble(i -> values[i]).toArray();
  }
}
