// SPDX-License-Identifier: GPL-3.0-or-later

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cuts the Job Corps file into the three files that a real study has, keyed by pseudonyms, in
 * different orders. Shares and amounts are rounded to four decimals; nothing is invented.
 *
 * <p>From the root of the project: {@code java examples/jobcorps/make/MakeData.java examples}.
 */
public final class MakeData {
  private static final String DEMONSTRATION_KEY = "meent demonstration pseudonym key, public";
  private static final String KEYS = "RINPERSOONS,RINPERSOON,";
  private static final int TRAITS = 1;
  private static final int OUTCOMES = 11;

  private final Set<String> used = new HashSet<>();

  public static void main(String[] args) throws IOException {
    Path examples = Path.of(args[0]);
    Path to = (args.length > 1 ? Path.of(args[1]) : examples).resolve("jobcorps/data");
    List<String> lines =
        Files.readAllLines(
            examples.resolve("jobcorps/source/jobcorps.csv"), StandardCharsets.UTF_8);
    new MakeData().write(lines, to);
  }

  private void write(List<String> lines, Path folder) throws IOException {
    String[] names = lines.getFirst().replace("\"", "").split(",");
    List<String> persons = new ArrayList<>();
    List<String> work = new ArrayList<>();
    List<String> lots = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] row = lines.get(i).split(",");
      String key = "R," + pseudonym("jobcorps/" + i) + ",";
      persons.add(key + String.join(",", rounded(List.of(row).subList(TRAITS, OUTCOMES))));
      work.add(key + String.join(",", rounded(List.of(row).subList(OUTCOMES, row.length))));
      if (row[0].equals("1")) {
        lots.add(key + "JC");
      }
    }
    Files.createDirectories(folder);
    SplittableRandom order = new SplittableRandom(9240);
    String traits = String.join(",", List.of(names).subList(TRAITS, OUTCOMES));
    String outcomes = String.join(",", List.of(names).subList(OUTCOMES, names.length));
    save(folder.resolve("persons.csv"), KEYS + traits, persons, order);
    save(folder.resolve("work.csv"), KEYS + outcomes, work, order);
    save(folder.resolve("lots.csv"), KEYS + "programme", lots, order);
  }

  private static List<String> rounded(List<String> figures) {
    return figures.stream()
        .map(figure -> new BigDecimal(figure).setScale(4, RoundingMode.HALF_EVEN))
        .map(four -> four.signum() == 0 ? "0" : four.stripTrailingZeros().toPlainString())
        .toList();
  }

  private static void save(Path file, String header, List<String> rows, SplittableRandom order)
      throws IOException {
    for (int i = rows.size() - 1; i > 0; i--) {
      int j = order.nextInt(i + 1);
      String swap = rows.get(i);
      rows.set(i, rows.get(j));
      rows.set(j, swap);
    }
    Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n", StandardCharsets.UTF_8);
  }

  private String pseudonym(String name) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(DEMONSTRATION_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      for (int attempt = 0; ; attempt++) {
        byte[] digest = mac.doFinal((name + "#" + attempt).getBytes(StandardCharsets.UTF_8));
        long number = 0;
        for (int i = 0; i < 8; i++) {
          number = number << 8 | (digest[i] & 0xFF);
        }
        String key = "%09d".formatted(Long.remainderUnsigned(number, 1_000_000_000L));
        if (!key.equals("000000000") && used.add(key)) {
          return key;
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
