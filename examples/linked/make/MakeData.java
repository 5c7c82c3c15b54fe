// SPDX-License-Identifier: GPL-3.0-or-later

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Makes the files of the example of linkage inside a study: clients of a municipality, a training
 * provider that knows them by name and not by pseudonym, work by month, and the list of pseudonyms
 * that were renewed. Nobody in them exists. Training adds two months of work on average.
 *
 * <p>From the root of the project: {@code java examples/linked/make/MakeData.java examples/linked}.
 */
public final class MakeData {
  private static final int CLIENTS = 1500;
  private static final int STRANGERS = 60;
  private static final int EFFECT = 2;
  private static final String[] STEMS = {
    "vis", "bak", "mul", "smit", "jan", "piet", "hend", "wil", "dek", "kuip", "bos", "hoek", "berg",
    "veld", "molen", "kerk", "brouw", "koop", "timmer", "schip"
  };
  private static final String[] ENDS = {"er", "sen", "stra", "man", "sma", "huis"};
  private static final String[] GIVEN = {
    "anna", "fatima", "jan", "mohamed", "maria", "piet", "sara", "kees", "noor", "ali", "eva",
        "tom",
    "aicha", "daan", "lisa", "bram", "yara", "omar", "julia", "sem", "emma", "finn", "mila", "levi"
  };
  private static final String[] EDUCATION = {"low", "middle", "high"};

  /** One person as the municipality knows her. */
  private record Client(
      int number,
      String surname,
      String given,
      String born,
      String postcode,
      String sex,
      String education,
      int before,
      boolean trained,
      int after) {

    String key() {
      return "R,%09d".formatted(200_000_003L + 3_571L * number);
    }

    /** Pseudonym of who was registered only later. */
    String earlier() {
      return "S,%09d".formatted(700_000_001L + 2_917L * number);
    }

    boolean renewed() {
      return number % 25 == 0;
    }
  }

  private final SplittableRandom random = new SplittableRandom(20260401);

  public static void main(String[] args) throws IOException {
    new MakeData().write(Path.of(args[0]));
  }

  private void write(Path example) throws IOException {
    Path data = Files.createDirectories(example.resolve("data"));
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(client(i));
    }
    List<String> persons = new ArrayList<>();
    List<String> work = new ArrayList<>();
    List<String> renewed = new ArrayList<>();
    List<String> training = new ArrayList<>();
    for (Client client : clients) {
      persons.add(
          String.join(
              ",",
              client.key(),
              client.surname(),
              client.given(),
              client.born(),
              client.postcode(),
              client.sex(),
              client.education()));
      work(client, work);
      if (client.renewed()) {
        renewed.add(client.earlier() + "," + client.key() + ",2020-09-01");
      }
      if (client.trained()) {
        training.add(enrolment(training.size(), client));
      }
    }
    for (int i = 0; i < STRANGERS; i++) {
      training.add(enrolment(training.size(), client(CLIENTS + i)));
    }
    file(
        data.resolve("clients.csv"),
        "RINPERSOONS,RINPERSOON,achternaam,voornaam,geboren,postcode,sex,education",
        persons);
    file(data.resolve("work.csv"), "RINPERSOONS,RINPERSOON,day,months", work);
    file(
        data.resolve("renewed.csv"),
        "RINPERSOONS,RINPERSOON,RINPERSOONS_LATER,RINPERSOON_LATER,since",
        renewed);
    file(data.resolve("training.csv"), "enrolment,naam,roepnaam,geboren,postcode,course", training);
  }

  private Client client(int number) {
    int level = random.nextInt(10) < 4 ? 0 : random.nextInt(10) < 6 ? 1 : 2;
    int before = Math.min(6, random.nextInt(8) * (level + 1) / 2);
    boolean trained = random.nextDouble() < 0.18 + 0.08 * level + 0.02 * before;
    int after = 2 + level + before / 2 + random.nextInt(7) + (trained ? EFFECT : 0);
    return new Client(
        number,
        STEMS[random.nextInt(STEMS.length)] + ENDS[random.nextInt(ENDS.length)],
        GIVEN[random.nextInt(GIVEN.length)],
        "%d-%02d-%02d"
            .formatted(1965 + random.nextInt(35), 1 + random.nextInt(12), 1 + random.nextInt(28)),
        "%d".formatted(3000 + random.nextInt(40)),
        random.nextBoolean() ? "m" : "v",
        EDUCATION[level],
        before,
        trained,
        after);
  }

  /** Half years: the rows of who was renewed stand under the earlier pseudonym until September. */
  private static void work(Client client, List<String> rows) {
    String early = client.renewed() ? client.earlier() : client.key();
    if (client.before() > 0) {
      rows.add(early + ",2019-07-01," + client.before());
    }
    rows.add(early + ",2020-07-01," + client.after() / 2);
    rows.add(client.key() + ",2021-01-01," + (client.after() - client.after() / 2));
  }

  /** What the provider wrote down: initials, slips of the pen, an older address, or no birthday. */
  private String enrolment(int number, Client client) {
    String surname = chance(0.12) ? slip(client.surname()) : client.surname();
    String given = chance(0.35) ? client.given().substring(0, 1) : client.given();
    String born = chance(0.3) ? "" : chance(0.06) ? swapped(client.born()) : client.born();
    String postcode = chance(0.2) ? "%d".formatted(3000 + random.nextInt(40)) : client.postcode();
    return String.join(
        ",", "T%05d".formatted(31 * number + 17), surname, given, born, postcode, "T");
  }

  private boolean chance(double of) {
    return random.nextDouble() < of;
  }

  private String slip(String name) {
    int at = 1 + random.nextInt(name.length() - 2);
    return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
  }

  private static String swapped(String day) {
    return day.substring(0, 5) + "0" + day.charAt(9) + "-0" + day.charAt(6);
  }

  private static void file(Path file, String header, List<String> rows) {
    List<String> lines = new ArrayList<>(rows);
    Collections.shuffle(lines, new Random(header.hashCode()));
    lines.addFirst(header);
    try {
      Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
