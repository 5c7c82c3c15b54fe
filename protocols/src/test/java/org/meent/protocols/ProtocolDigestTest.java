// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.ProtocolDigest;

/** The digest follows the meaning and nothing else. */
class ProtocolDigestTest {
  @TempDir Path folder;
  private String right = "";

  @BeforeEach
  void read() throws IOException {
    right = BadStudiesTest.rightStudy();
  }

  /** Another way of writing. */
  record Change(String from, String to) {}

  static List<Change> sameMeaning() {
    return List.of(
        new Change("# A small study", "# Another remark about this study"),
        new Change("purpose: improve-support", "'purpose': \"improve-support\"  # why"),
        new Change("seed: 1\n", "seed: 1\n\n\n"),
        new Change("seed: 1\n", "seed: +001\n"),
        new Change("cost: \"little\", linkage-keys: \"good\"", "linkage-keys: good, cost: little"),
        new Change("{kind: flow}", "\n    kind: flow"),
        new Change("\"interviews\"", "\"inter\\\n    views\""),
        new Change("select: value(age)", "absent: refuse, label: age, select: value(age)"));
  }

  @ParameterizedTest
  @MethodSource("sameMeaning")
  void staysForTheSameMeaning(Change change) throws IOException {
    assertThat(right).contains(change.from());
    assertThat(digest(right.replace(change.from(), change.to()))).isEqualTo(digest(right));
  }

  @Test
  void staysWhenAllLinesEndAsOnWindows() throws IOException {
    assertThat(digest(right.replace("\n", "\r\n"))).isEqualTo(digest(right));
  }

  /** Every value of the study is changed in turn; each change that is read gives a new digest. */
  @Test
  void changesWithEveryValue() throws IOException {
    Set<String> digests = new LinkedHashSet<>();
    digests.add(digest(right));
    Matcher quoted = Pattern.compile("\"([^\"]*)\"").matcher(right);
    int changes = 0;
    while (quoted.find()) {
      String value = quoted.group(1);
      String other =
          value.length() == 1
              ? "|"
              : value.startsWith("sha256") ? value.substring(0, 70) + "0" : value + "x";
      String changed = right.substring(0, quoted.start(1)) + other + right.substring(quoted.end(1));
      digests.add(digest(changed));
      changes++;
    }
    for (String[] change : plainChanges()) {
      assertThat(right).contains(change[0]);
      digests.add(digest(right.replaceFirst(Pattern.quote(change[0]), change[1])));
      changes++;
    }
    assertThat(digests).hasSize(changes + 1);
    assertThat(changes).isGreaterThan(60);
  }

  private static List<String[]> plainChanges() {
    return List.of(
        new String[] {"small-study", "small-studies"},
        new String[] {"version: 3", "version: 4"},
        new String[] {"Does it help", "Did it help"},
        new String[] {"improve-support", "evaluate-programme"},
        new String[] {"holder: Example", "holder: Another"},
        new String[] {"data/persons.csv", "data/people.csv"},
        new String[] {"decimal: comma", "decimal: point"},
        new String[] {"windows-1252", "iso-8859-15"},
        new String[] {"RINPERSOONS, RINPERSOON", "RINPERSOON, RINPERSOONS"},
        new String[] {"collected-for: support", "collected-for: help"},
        new String[] {"kind: register", "kind: survey"},
        new String[] {"age: {type: integer", "age: {type: decimal, scale: 1"},
        new String[] {"scale: 2", "scale: 3"},
        new String[] {"identify: [R]", "identify: [R, S]"},
        new String[] {"work: {relation: one-to-many}", "work: {relation: one-to-one}"},
        new String[] {"2020-01-01", "2020-01-02"},
        new String[] {"assignment: observational", "assignment: randomised"},
        new String[] {"arms: {none", "arms: {other: x, none"},
        new String[] {"reference: none\n    counts", "reference: coach\n    counts"},
        new String[] {"sum\\(wage\\)".replace("\\", ""), "min(wage)"},
        new String[] {"{year: 2022}", "{year: 2021}"},
        new String[] {"absent: zero, label", "absent: refuse, label"},
        new String[] {"jobs: {", "posts: {"},
        new String[] {"seed: 1", "seed: 2"},
        new String[] {"estimands: [ate, att]", "estimands: [att]"},
        new String[] {"methods: [difference-in-means, ", "methods: ["},
        new String[] {"covariates: [age, degree]", "covariates: [age]"},
        new String[] {"groups: [degree]", "groups: []"},
        new String[] {"rows: degree, columns: arm", "rows: arm, columns: degree"},
        new String[] {"measure: wage_2022", "measure: jobs"},
        new String[] {"effect: main", "effect: known-wage"},
        new String[] {"cbs-ra", "strict"},
        new String[] {"2019-05-06", "2019-05-07"},
        new String[] {"participants: 9", "participants: 10"},
        new String[] {"conditional", "negative"},
        new String[] {"2030-12-31", "2030-12-30"});
  }

  /** No component of a record is forgotten: every text and name is found in the canonical form. */
  @Test
  void coversWhatWasWritten() throws IOException {
    Files.writeString(folder.resolve("study.yaml"), right);
    String canonical = CanonicalJson.write(ProtocolDigest.canonical(ProtocolFile.read(folder)));
    Matcher quoted = Pattern.compile("\"([^\"]*)\"").matcher(right);
    while (quoted.find()) {
      assertThat(canonical).contains(quoted.group(1).replace("sha256:", ""));
    }
  }

  private String digest(String study) throws IOException {
    Files.writeString(folder.resolve("study.yaml"), study);
    return ProtocolDigest.of(ProtocolFile.read(folder));
  }
}
