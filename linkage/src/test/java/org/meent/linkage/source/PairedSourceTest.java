// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.Rows;
import org.meent.linkage.flow.FlowStep;
import org.meent.linkage.pairing.PairingAccount;
import org.meent.linkage.pairing.RecordLinkage;
import org.meent.protocols.LinkagePlan.Relation;
import org.meent.protocols.Protocol;
import org.meent.protocols.refusal.RefusalException;

/** A source without a key inside a study, on made-up people of whom the truth is known. */
class PairedSourceTest {
  @TempDir Path study;
  private LinkedFiles files;

  @BeforeEach
  void make() {
    files = new LinkedFiles(study);
  }

  @Test
  void recordsGetThePseudonymOfTheirPersonAndEveryLossHasAReason() throws IOException {
    int records = files.records().size();
    files.open(
        files.protocol(Relation.ONE_TO_ONE, 0),
        1,
        (sources, engine) -> {
          OpenedSource linked = sources.source("records");
          List<Long> keys = keys(linked, engine);
          long right = keys.stream().filter(key -> LinkedFiles.number(key) % 2 == 0).count();
          assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(130);
          assertThat((double) right / keys.size()).isGreaterThan(0.95);
          FlowStep last = linked.flow().steps().getLast();
          assertThat(last.name()).isEqualTo(PairedSource.LINKED);
          assertThat(last.in()).isEqualTo(records);
          assertThat(last.out()).isEqualTo(keys.size());
          assertThat(last.losses().keySet())
              .isSubsetOf("no candidate", "below the threshold", "lost to a better pair");
          PairingAccount account = Objects.requireNonNull(sources.pairings().get("records"));
          assertThat(account.persons()).isEqualTo(LinkedFiles.PERSONS);
          assertThat(account.quality().groups()).extracting(g -> g.column()).containsOnly("sex");
        });
  }

  /** What names persons is compared and forgotten: no table holds it, no file of it is left. */
  @Test
  void identifiersReachNothing() throws IOException {
    files.open(
        files.protocol(Relation.ONE_TO_ONE, 2),
        1,
        (sources, engine) -> {
          assertThat(engine.schema(sources.base().table()).names()).containsExactly("key", "v:sex");
          assertThat(engine.schema(sources.source("records").table()).names())
              .containsExactly("key", "v:course");
        });
    assertThat(study.resolve("linking")).doesNotExist();
  }

  @Test
  void theOrderOfRowsAndTheThreadsDoNotMatter() throws IOException {
    List<List<Long>> seen = new ArrayList<>();
    for (int seed = 0; seed < 3; seed++) {
      if (seed > 0) {
        files.shuffle(seed);
      }
      files.open(
          files.protocol(Relation.ONE_TO_ONE, 2),
          1 + seed % 2,
          (sources, engine) -> {
            List<Long> all = new ArrayList<>(keys(sources.source("records"), engine));
            all.addAll(sources.under(2, drawn -> keys(drawn.source("records"), engine)));
            seen.add(all);
          });
    }
    assertThat(new HashSet<>(seen)).hasSize(1);
  }

  @Test
  void everyDrawIsOneToOneAndDrawsDiffer() throws IOException {
    files.open(
        files.protocol(Relation.ONE_TO_ONE, 8),
        1,
        (sources, engine) -> {
          Set<List<Long>> different = new HashSet<>();
          for (int draw = 1; draw <= 8; draw++) {
            different.add(
                sources.under(
                    draw,
                    drawn -> {
                      List<Long> keys = keys(drawn.source("records"), engine);
                      assertThat(keys).doesNotHaveDuplicates();
                      assertThat(drawn.source("records").flow().out()).isEqualTo(keys.size());
                      return keys;
                    }));
          }
          assertThat(different).hasSizeGreaterThan(1);
        });
  }

  @Test
  void rowsOfOneRecordStayTogether() throws IOException {
    List<String> again =
        files.records().stream().map(row -> row.replaceFirst(",X$", ",Y")).toList();
    files.records().addAll(again);
    files.open(
        files.protocol(Relation.ONE_TO_MANY, 0),
        1,
        (sources, engine) -> {
          List<Long> keys = keys(sources.source("records"), engine);
          assertThat(keys).hasSize(2 * new HashSet<>(keys).size());
        });
  }

  /** Two rows of one record, declared one to one: the join would double a person, and stops. */
  @Test
  void aRecordWithTwoRowsStopsADeclaredOneToOne() throws IOException {
    files.records().add(files.records().getFirst().replaceFirst(",X$", ",Y"));
    assertThat(refused(files.protocol(Relation.ONE_TO_ONE, 0)))
        .isEqualTo("linkage.key.differing-duplicates");
  }

  /** Two records of one person: only one of them can be that person. */
  @Test
  void aSecondRecordOfAPersonIsLostToABetterPair() throws IOException {
    files.records().removeIf(row -> row.startsWith("T0,"));
    String first = files.persons().getFirst();
    String[] cells = first.split(",", -1);
    for (String record : List.of("TWIN1", "TWIN2")) {
      files.records().add("%s,%s,%s,%s,X".formatted(record, cells[2], cells[3], cells[4]));
    }
    files.open(
        files.protocol(Relation.ONE_TO_ONE, 0),
        1,
        (sources, engine) ->
            assertThat(keys(sources.source("records"), engine)).doesNotHaveDuplicates());
  }

  @Test
  void rowsOfOneRecordThatNameDifferentPeopleAreRefused() throws IOException {
    files.records().add(files.records().getFirst().replaceFirst(",([a-z]+),", ",someone,"));
    assertThat(refused(files.protocol(Relation.ONE_TO_MANY, 0)))
        .isEqualTo("linkage.pairing.contradiction");
  }

  @Test
  void withoutAPermissionNothingIsCompared() {
    RefusalException refused =
        catchThrowableOfType(
            RefusalException.class,
            () -> new RecordLinkage(LinkedFiles.pairing(" "), 0, 1, study.resolve("linking")));
    assertThat(refused.refusals().getFirst().code()).isEqualTo("linkage.pairing.no-permission");
  }

  @Test
  void anIdentifierThatNoLinkageComparesStaysAtTheDoor() throws IOException {
    assertThat(
            refusedWith("record,naam,roepnaam,born,course", "record,naam,roepnaam,born,course,BSN"))
        .isEqualTo("linkage.source.clear-identifier");
  }

  /** Multiples of eleven constructed by the check digit; each is a possible citizen number. */
  @Test
  void citizenNumbersAreNoPseudonyms() throws IOException {
    files
        .persons()
        .replaceAll(
            row -> {
              int number = LinkedFiles.number(Long.parseLong(row.substring(2, 11)));
              return "R," + citizenNumber(10_000_000 + 37 * number) + row.substring(11);
            });
    assertThat(refused(files.protocol(Relation.ONE_TO_ONE, 0)))
        .isEqualTo("linkage.source.citizen-number");
  }

  private static String citizenNumber(int first) {
    for (int body = first; ; body++) {
      int sum = 0;
      String digits = "%08d".formatted(body);
      for (int i = 0; i < 8; i++) {
        sum += (9 - i) * (digits.charAt(i) - '0');
      }
      if (sum % 11 < 10) {
        return digits + sum % 11;
      }
    }
  }

  private String refusedWith(String header, String other) throws IOException {
    Protocol protocol = files.protocol(Relation.ONE_TO_ONE, 0);
    Path file = study.resolve("records.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.replaceAll(line -> line.equals(header) ? other : line + ",1");
    Files.write(file, lines);
    return refused(relocked(protocol));
  }

  /** The same protocol with the lock of the file as it is now. */
  private Protocol relocked(Protocol protocol) {
    var sources = new java.util.LinkedHashMap<>(protocol.sources());
    var plan = Objects.requireNonNull(sources.get("records"));
    String lock = NswProtocol.sha256(study.resolve("records.csv"));
    sources.put(
        "records",
        new org.meent.protocols.SourcePlan(
            plan.holder(),
            List.of(new org.meent.protocols.SourcePlan.LockedPath("records.csv", lock)),
            plan.format(),
            plan.key(),
            plan.secondPerson(),
            plan.collectedFor(),
            plan.kind(),
            plan.timing(),
            plan.variables(),
            plan.exemption()));
    return NswProtocol.with(sources, protocol.linkage(), protocol.cohort());
  }

  private String refused(Protocol protocol) {
    Consumer<Protocol> opening = p -> files.open(p, 1, (sources, engine) -> {});
    return catchThrowableOfType(RefusalException.class, () -> opening.accept(protocol))
        .refusals()
        .getFirst()
        .code();
  }

  private static List<Long> keys(OpenedSource source, Engine engine) {
    Rows rows = engine.fetch(source.rows(), List.of(OpenedSource.KEY));
    List<Long> keys = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      keys.add(rows.number(row, 0));
    }
    return keys;
  }
}
