// SPDX-License-Identifier: GPL-3.0-or-later

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cuts the National Supported Work files into the three files that a real study has, keyed by
 * pseudonyms, in different orders, with a few documented blemishes. Nothing else is invented.
 *
 * <p>From the root of the project: {@code java examples/nsw/make/MakeData.java examples}.
 */
public final class MakeData {
  private static final String DEMONSTRATION_KEY = "meent demonstration pseudonym key, public";
  private static final String KEYS = "RINPERSOONS,RINPERSOON";

  /** One person of the source: treatment, six traits, earnings by year (null = not asked). */
  private record Person(
      String key, boolean treated, String[] traits, Map<Integer, String> earnings) {
    String traitRow() {
      return "R," + key + "," + String.join(",", traits);
    }
  }

  private final Set<String> used = new HashSet<>();

  public static void main(String[] args) throws IOException {
    Path examples = Path.of(args[0]);
    Path to = args.length > 1 ? Path.of(args[1]) : examples;
    MakeData make = new MakeData();
    Path source = examples.resolve("nsw/source");
    List<Person> experiment = make.experiment(source);
    make.write(to.resolve("nsw/data"), experiment, 722, true);
    List<Person> observational = make.observational(source);
    make.write(to.resolve("nsw-psid/data"), observational, 2490, false);
  }

  /**
   * LaLonde's 722; earnings in 1974 come from Dehejia and Wahba's 445, matched on all they share.
   */
  private List<Person> experiment(Path source) throws IOException {
    Map<String, List<String[]>> with1974 = new HashMap<>();
    for (String[] row : rows(source.resolve("nsw_dw.csv"))) {
      with1974.computeIfAbsent(shared(row, 9, 10), k -> new ArrayList<>()).add(row);
    }
    List<Person> people = new ArrayList<>();
    int matched = 0;
    List<String[]> all = rows(source.resolve("nsw.csv"));
    for (int i = 0; i < all.size(); i++) {
      String[] row = all.get(i);
      Map<Integer, String> earnings = new HashMap<>();
      List<String[]> candidates = with1974.get(shared(row, 8, 9));
      if (candidates != null && !candidates.isEmpty()) {
        earnings.put(1974, amount(candidates.removeFirst()[8]));
        matched++;
      }
      earnings.put(1975, amount(row[8]));
      earnings.put(1978, amount(row[9]));
      people.add(person("nsw", i, row, earnings));
    }
    if (matched != 445) {
      throw new IllegalStateException(
          "expected 445 people with earnings in 1974, found " + matched);
    }
    return people;
  }

  /** Dehejia and Wahba's 185 treated people beside the 2,490 of PSID-1. */
  private List<Person> observational(Path source) throws IOException {
    List<Person> people = new ArrayList<>();
    List<String[]> treated = rows(source.resolve("nsw_dw.csv"));
    treated.removeIf(row -> !row[1].equals("1"));
    List<String[]> all = new ArrayList<>(treated);
    all.addAll(rows(source.resolve("psid_controls.csv")));
    for (int i = 0; i < all.size(); i++) {
      String[] row = all.get(i);
      Map<Integer, String> earnings = new HashMap<>();
      earnings.put(1974, amount(row[8]));
      earnings.put(1975, amount(row[9]));
      earnings.put(1978, amount(row[10]));
      people.add(person("psid", i, row, earnings));
    }
    return people;
  }

  private Person person(String study, int index, String[] row, Map<Integer, String> earnings) {
    String[] traits = java.util.Arrays.copyOfRange(row, 2, 8);
    return new Person(pseudonym(study + "/" + index), row[1].equals("1"), traits, earnings);
  }

  private void write(Path folder, List<Person> people, long seed, boolean blemishes)
      throws IOException {
    Files.createDirectories(folder);
    List<String> persons = new ArrayList<>();
    List<String> earnings = new ArrayList<>();
    List<String> participation = new ArrayList<>();
    for (Person person : people) {
      persons.add(person.traitRow());
      for (int year : new int[] {1974, 1975, 1978}) {
        if (person.earnings().containsKey(year)) {
          earnings.add("R," + person.key() + "," + year + "," + person.earnings().get(year));
        }
      }
      if (person.treated()) {
        participation.add("R," + person.key() + ",SW");
      }
    }
    if (blemishes) {
      persons.add(people.get(100).traitRow()); // a row that was delivered twice
      earnings.add("R,000000000,1975,0.00"); // a junk key
      earnings.add("S," + pseudonym("unidentified") + ",1975,0.00"); // a key that identifies nobody
      participation.add("R," + pseudonym("unmatched") + ",SW"); // a person who is not in persons
    }
    SplittableRandom order = new SplittableRandom(seed);
    save(
        folder.resolve("persons.csv"),
        KEYS + ",age,education,black,hispanic,married,nodegree",
        persons,
        order);
    save(folder.resolve("earnings.csv"), KEYS + ",year,earnings", earnings, order);
    save(folder.resolve("participation.csv"), KEYS + ",instrument", participation, order);
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

  private static String shared(String[] row, int earnings1975, int earnings1978) {
    StringBuilder key = new StringBuilder();
    for (int i = 1; i < 8; i++) {
      key.append(row[i]).append('|');
    }
    return key.append(amount(row[earnings1975]))
        .append('|')
        .append(amount(row[earnings1978]))
        .toString();
  }

  private static String amount(String text) {
    return new BigDecimal(text).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static List<String[]> rows(Path file) {
    try {
      List<String[]> rows = new ArrayList<>();
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        rows.add(line.replace("\"", "").split(",", -1));
      }
      rows.removeFirst();
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
