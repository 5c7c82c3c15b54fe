// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A {@link PlaceboWorld} as a study folder: registers and a protocol, so that what a study does
 * with a design can be checked from its files on. Supports start on the fifth of a month and people
 * leave for work on the twentieth, so that the order within a month is that of the histories.
 *
 * @param files the files by name, as text in UTF-8
 */
public record PlaceboStudy(SequencedMap<String, String> files) {
  private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
  private static final LocalDate END = LocalDate.of(2030, 1, 1);

  /** Copies the files. */
  public PlaceboStudy {
    files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
  }

  /** How the study tells who is treated. */
  public enum Scheme {
    /** By what was started in the half year before a landmark. */
    LANDMARK(
        "landmark\n  index-date: 2019-07-01",
        "0..18 months",
        "\n    start: STARTED\n    window: -6..0 months\n    counts-as: initiation"),
    /** By what is started in the month of a trial. */
    SEQUENTIAL_TRIALS("sequential-trials" + Scheme.TRIALS, "1..13 months", Scheme.INITIATION),
    /** The same, with rows given up in which something else is started later. */
    SEQUENTIAL_TRIALS_PER_PROTOCOL(
        "sequential-trials" + Scheme.TRIALS, "1..13 months", Scheme.PER_PROTOCOL),
    /** By a clone in each arm, and half a year to start. */
    CLONE_CENSOR_WEIGHT(
        "clone-censor-weight\n  index-date: 2019-01-01\n  grace: 6",
        "0..24 months",
        Scheme.INITIATION + "\n    weights-by: [stratum]"),
    /** By hindsight: who was ever treated in two years, as if that were known at their start. */
    NAIVE("landmark\n  index-date: 2019-01-01", "0..24 months", "\n    counts-as: initiation");

    private static final String TRIALS =
        "\n  trials: {from: 2019-01-01, to: 2020-06-01, every: month}";
    private static final String STAY = "\n    start: STARTED\n    open-while: on_benefit";
    private static final String INITIATION = STAY + "\n    counts-as: initiation";
    private static final String PER_PROTOCOL =
        STAY + "\n    counts-as: per-protocol\n    weights-by: [stratum]";

    private final String design;
    private final String window;
    private final String starts;

    Scheme(String design, String window, String starts) {
      this.design = design;
      this.window = window;
      this.starts = starts;
    }

    private boolean repeats() {
      return design.contains(TRIALS);
    }
  }

  /** The folder of a study on a world. */
  public static PlaceboStudy of(PlaceboWorld world, Scheme scheme) {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    files.put("persons.csv", persons(world));
    files.put("benefit.csv", spells(world, true));
    files.put("jobs.csv", spells(world, false));
    files.put("support.csv", support(world));
    String protocol =
        template()
            .replace("@timing@", scheme == Scheme.NAIVE ? "" : "\n    day: STARTED")
            .replace("@design@", scheme.design)
            .replace("@window@", scheme.window)
            .replace("@starts@", scheme.starts)
            .replace("@eligible@", scheme.repeats() ? ", earlier: 0" : "")
            .replace(
                "@covariates@",
                scheme.repeats()
                    ? "\n    earlier: {from: support, select: count(), window: -36..0 months,"
                        + " absent: zero}"
                    : "");
    for (Map.Entry<String, String> file : files.entrySet()) {
      protocol = protocol.replace("@" + file.getKey() + "@", sha256(file.getValue()));
    }
    files.put("study.yaml", protocol);
    return new PlaceboStudy(files);
  }

  private static String persons(PlaceboWorld world) {
    StringBuilder text = new StringBuilder("RINPERSOONS,RINPERSOON,STRATUM\n");
    for (int person = 0; person < world.strata().length; person++) {
      text.append(key(person)).append(world.strata()[person]).append('\n');
    }
    return text.toString();
  }

  /** Benefit until people leave, or the job that they leave for. */
  private static String spells(PlaceboWorld world, boolean before) {
    StringBuilder text = new StringBuilder("RINPERSOONS,RINPERSOON,FROM,UNTIL\n");
    for (int person = 0; person < world.strata().length; person++) {
      int event = world.histories().event(person);
      boolean leaves = event != MonthlyHistories.NEVER;
      LocalDate change = leaves ? FIRST.plusMonths(event).withDayOfMonth(20) : END;
      if (before || leaves) {
        text.append(key(person))
            .append(before ? FIRST : change)
            .append(',')
            .append(before ? change : END)
            .append('\n');
      }
    }
    return text.toString();
  }

  private static String support(PlaceboWorld world) {
    StringBuilder text = new StringBuilder("RINPERSOONS,RINPERSOON,STARTED,KIND\n");
    for (int person = 0; person < world.strata().length; person++) {
      int start = world.histories().firstStart(person, 0, 24);
      if (start != MonthlyHistories.NEVER) {
        LocalDate day = FIRST.plusMonths(start).withDayOfMonth(5);
        text.append(key(person)).append(day).append(",P\n");
      }
    }
    return text.toString();
  }

  private static String key(int person) {
    return "R,%09d,".formatted(person + 1);
  }

  private static String template() {
    try (InputStream in = PlaceboStudy.class.getResourceAsStream("placebo.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the template of the placebo study is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many files, never a row. */
  @Override
  public String toString() {
    return "PlaceboStudy of " + files.size() + " files";
  }
}
