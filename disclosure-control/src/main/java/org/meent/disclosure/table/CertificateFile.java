// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.table;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.meent.disclosure.protect.Insider;
import org.meent.disclosure.protect.LinearTable;
import org.meent.disclosure.protect.Proof;
import org.meent.disclosure.protect.Standard;
import org.meent.disclosure.protect.SuppressionPattern;
import org.meent.disclosure.protect.Witness;
import org.meent.disclosure.spec.ProtectionSpec;

/**
 * The certificate of a pattern: all that a reader needs beside {@code cells.csv} to check the proof
 * himself. It is JSON with one item per line, so that a short program can read it too. Names and
 * codes stand as in {@code cells.csv}, quotes included; cells are its rows, from 0.
 */
final class CertificateFile {
  private final ProtectedTable result;

  private CertificateFile(ProtectedTable result) {
    this.result = result;
  }

  static void write(Writer out, ProtectionSpec spec, ProtectedTable result) throws IOException {
    CertificateFile file = new CertificateFile(result);
    SuppressionPattern pattern = result.pattern();
    out.append("{\"schema\": \"meent-certificate/2\", \"standard\": \"");
    out.append(word(pattern.standard())).append("\", \"kind\": \"");
    boolean counts = result.table().kind() == LinearTable.Kind.COUNTS;
    out.append(counts && !spec.sensitivity().hidesZeros() ? "positive-" : "");
    out.append(word(result.table().kind())).append("\",\n");
    section(out, "sums", file.sums(), ",\n");
    section(out, "contributors", file.contributors(), ",\n");
    out.append("  \"witnesses\": [");
    List<String> primaries = file.witnesses(out);
    out.append("\n  ],\n");
    section(out, "primaries", primaries, "\n}\n");
  }

  /** Witnesses are written as they come, each once; what is left to write are the primaries. */
  private List<String> witnesses(Writer out) throws IOException {
    Map<Witness, Integer> known = new HashMap<>();
    List<String> primaries = new ArrayList<>();
    for (Proof proof : result.pattern().certificate()) {
      List<Integer> serving = new ArrayList<>();
      for (Witness witness : proof.witnesses()) {
        Integer before = known.putIfAbsent(witness, known.size());
        if (before == null) {
          out.append(known.size() == 1 ? "\n    " : ",\n    ").append(text(witness));
        }
        serving.add(before == null ? known.size() - 1 : before);
      }
      primaries.add(primary(proof, serving));
    }
    return primaries;
  }

  private static void section(Writer out, String name, Iterable<String> items, String end)
      throws IOException {
    out.append("  \"").append(name).append("\": [");
    String before = "\n    ";
    for (String item : items) {
      out.append(before).append(item);
      before = ",\n    ";
    }
    out.append("\n  ]").append(end);
  }

  private List<String> sums() {
    List<String> out = new ArrayList<>();
    for (Hierarchy dimension : result.table().dimensions()) {
      for (int node = 0; node < dimension.size(); node++) {
        for (int[] parts : dimension.splits(node)) {
          String codes =
              IntStream.of(parts)
                  .mapToObj(part -> json(dimension.code(part)))
                  .collect(Collectors.joining(", "));
          String name = json(dimension.name());
          String whole = json(dimension.code(node));
          out.add(
              "{\"dimension\": "
                  + name
                  + ", \"whole\": "
                  + whole
                  + ", \"parts\": ["
                  + codes
                  + "]}");
        }
      }
    }
    return out;
  }

  /** What each contributor knows of the suppressed cells; who know the same stand once. */
  private TreeSet<String> contributors() {
    TreeSet<String> out = new TreeSet<>();
    if (result.pattern().standard() != Standard.INSIDER) {
      return out;
    }
    boolean[] hidden = result.pattern().suppressed(result.table().size());
    for (Insider insider : result.table().insiders()) {
      String knows =
          IntStream.range(0, insider.cells().length)
              .filter(i -> hidden[insider.cells()[i]] && insider.parts()[i] != 0)
              .mapToObj(i -> pair(insider.cells()[i], insider.parts()[i]))
              .collect(Collectors.joining(", "));
      if (!knows.isEmpty()) {
        out.add("{\"knows\": [" + knows + "]}");
      }
    }
    return out;
  }

  private String primary(Proof proof, List<Integer> serving) {
    String lower = number(proof.demand().lower());
    String upper = number(proof.demand().upper());
    return "{\"cell\": %d, \"lower\": %s, \"upper\": %s, \"witnesses\": %s}"
        .formatted(proof.demand().cell(), lower, upper, serving);
  }

  private String text(Witness witness) {
    int[] cells = witness.cells();
    long[] moves = witness.moves();
    return IntStream.range(0, cells.length)
        .mapToObj(i -> pair(cells[i], moves[i]))
        .collect(
            Collectors.joining(
                ", ", "{\"over\": " + witness.denominator() + ", \"moves\": [", "]}"));
  }

  private String pair(int cell, long amount) {
    return "[" + cell + ", " + number(amount) + "]";
  }

  private String number(long amount) {
    return BigDecimal.valueOf(amount, result.table().scale()).toPlainString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Codes have no control characters, so that only these two need an escape. */
  private static String json(String code) {
    String field = PatternFiles.quoted(code);
    return '"' + field.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
