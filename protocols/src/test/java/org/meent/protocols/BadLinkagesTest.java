// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.meent.protocols.BadStudiesTest.bad;
import static org.meent.protocols.BadStudiesTest.forbidden;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meent.protocols.BadStudiesTest.Bad;
import org.meent.protocols.canonical.CanonicalJson;
import org.meent.protocols.canonical.ProtocolDigest;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;

/** A right study that links by probability, carries pseudonyms and derives by SQL, spoilt. */
class BadLinkagesTest {
  @TempDir Path folder;
  private String right = "";

  @BeforeEach
  void read() throws IOException {
    right = BadStudiesTest.study("linked.yaml");
  }

  static List<Bad> linkages() {
    return List.of(
        forbidden(
            "      permission: {reason: \"the provider has no key\", agreed-by: \"officer and"
                + " council\"}\n",
            "",
            "linkage.no-permission",
            "permission"),
        bad("agreed-by: \"officer and council\"", "", "yaml.missing-key", "agreed-by"),
        bad(
            "work: {relation: one-to-many}",
            "work: {relation: one-to-many, by: probability, permission: {reason: x, agreed-by: y},"
                + " fields: {a: {kind: sex}, b: {kind: place}}}",
            "linkage.keyed-by-probability",
            "whose key is a pseudonym"),
        forbidden(
            "source: naam}", "source: instrument}", "linkage.identifier-as-variable", "cohort"),
        bad("base: achternaam", "base: RINPERSOON", "linkage.key-compared", "pseudonym"),
        bad("kind: date-of-birth", "kind: shoe-size", "yaml.not-in-list", "shoe-size"),
        bad("linkages: 5", "linkages: 1", "yaml.not-an-integer", "from 2 to 1000"),
        bad("threshold: 0.7", "threshold: 1", "yaml.not-a-decimal", "0.999"),
        bad(
            "work: {relation: one-to-many}",
            "work: {relation: one-to-many}\n    renewed: {relation: one-to-one}",
            "linkage.bridge-joined",
            "joined as well"),
        bad("from: [S]", "from: [S, R]", "linkage.bridge-identifies", "\"R\""),
        bad("date: since", "date: later_set", "linkage.bridge-type", "later_set"),
        bad("to: [later_set, later_number]", "to: [later_set]", "yaml.too-few", "at least 2"),
        bad("from: [work, persons]", "from: [renewed]", "study.source-not-joined", "renewed"),
        bad("sql: derive/band.sql", "sql: ../band.sql", "path.climbs", "climbs out"),
        bad("    band:\n", "    work:\n", "study.name-taken", "\"work\""));
  }

  @ParameterizedTest
  @MethodSource("linkages")
  void saysWhatIsWrong(Bad spoilt) throws IOException {
    if (spoilt.code().equals("protocols.study.name-taken")) {
      assertThat(codes(right.replace(spoilt.from(), spoilt.to()))).contains(spoilt.code());
    } else {
      BadStudiesTest.check(folder, right, spoilt);
    }
  }

  /** What nobody can follow may stand where time decides nothing, and nowhere else. */
  @Test
  void theOutcomeIsTraced() throws IOException {
    String outcome = "from: work, select: sum(wage), where: {year: 2022}, absent: zero";
    assertThat(right).contains(outcome);
    assertThat(codes(right.replace(outcome, "from: band, select: value(value)")))
        .containsExactly("protocols.linkage.untraced");
  }

  @Test
  void isRead() throws IOException {
    LinkagePlan linkage = protocol(right).linkage();
    PairingPlan notes = Objects.requireNonNull(linkage.pairings().get("notes"));
    assertThat(notes.threshold()).isEqualByComparingTo(new BigDecimal("0.7"));
    assertThat(notes.baseColumns()).containsExactly("achternaam", "born");
    assertThat(notes.sourceColumns()).containsExactly("naam", "geboren");
    assertThat(linkage.linkages()).isEqualTo(5);
    assertThat(linkage.bridge()).isPresent();
    assertThat(linkage.scripts()).containsOnlyKeys("band");
    assertThat(Objects.requireNonNull(protocol(right).sources().get("notes")).namesRecords())
        .isTrue();
  }

  /** Every word of it is signed; a study without any of it keeps the digest it had. */
  @Test
  void isSigned() throws IOException {
    Set<String> digests = new HashSet<>();
    digests.add(ProtocolDigest.of(protocol(right)));
    List<String[]> changes =
        List.of(
            new String[] {"the provider has no key", "because"},
            new String[] {"officer and council", "nobody"},
            new String[] {"kind: surname", "kind: name"},
            new String[] {"base: achternaam", "base: naam"},
            new String[] {"source: geboren", "source: dag"},
            new String[] {"threshold: 0.7", "threshold: 0.8"},
            new String[] {"linkages: 5", "linkages: 6"},
            new String[] {"from: [S]", "from: [S, A]"},
            new String[] {"[later_set, later_number]", "[later_number, later_set]"},
            new String[] {"conflicts: leave-out", "conflicts: refuse"},
            new String[] {"derive/band.sql", "derive/bands.sql"},
            new String[] {"sha256:ffee", "sha256:ffef"},
            new String[] {"from: [work, persons]", "from: [work]"},
            new String[] {"scale: 1", "scale: 2"});
    for (String[] change : changes) {
      assertThat(right).contains(change[0]);
      String changed = right.replaceFirst(Pattern.quote(change[0]), change[1]);
      digests.add(ProtocolDigest.of(protocol(changed)));
    }
    assertThat(digests).hasSize(changes.size() + 1);
    String plain =
        CanonicalJson.write(ProtocolDigest.canonical(protocol(BadStudiesTest.rightStudy())));
    assertThat(plain).doesNotContain("pairings", "bridge", "\"linkages\"", "\"derived\"");
  }

  private Protocol protocol(String study) throws IOException {
    Files.writeString(folder.resolve("study.yaml"), study);
    return ProtocolFile.read(folder);
  }

  private List<String> codes(String study) {
    RefusalException refused = catchThrowableOfType(RefusalException.class, () -> protocol(study));
    return refused.refusals().stream().map(Refusal::code).toList();
  }
}
