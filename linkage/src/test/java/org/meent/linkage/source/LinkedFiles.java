// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineSettings;
import org.meent.linkage.engine.Engines;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.PairingPlan;
import org.meent.protocols.PairingPlan.Field;
import org.meent.protocols.PairingPlan.Kind;
import org.meent.protocols.Protocol;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.SourcePlan.Type;
import org.meent.protocols.run.RandomStream;

/**
 * A made-up municipality of {@value #PERSONS} and a provider who knows every second of them by
 * name, with slips of the pen, and {@value #STRANGERS} others. Record {@code T<n>} is of the person
 * whose pseudonym ends in n; strangers have numbers from {@value #PERSONS} on.
 */
final class LinkedFiles {
  static final int PERSONS = 300;
  static final int STRANGERS = 30;

  private static final String[] PARTS = {
    "ba", "del", "fri", "gon", "ha", "kes", "lo", "mir", "pou"
  };

  private final Path study;
  private final List<String> persons = new ArrayList<>();
  private final List<String> records = new ArrayList<>();

  LinkedFiles(Path study) {
    this.study = study;
    for (int number = 0; number < PERSONS + STRANGERS; number++) {
      RandomStream random = RandomStream.of(7, "linked", number);
      String surname = word(random) + word(random);
      String given = word(random);
      String born =
          "%d-%02d-%02d"
              .formatted(1960 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28));
      String sex = random.nextInt(2) == 0 ? "m" : "v";
      if (number < PERSONS) {
        persons.add("R,%09d,%s,%s,%s,%s".formatted(key(number), surname, given, born, sex));
      }
      if (number % 2 == 0 || number >= PERSONS) {
        String slip = random.nextInt(6) == 0 ? surname.substring(1) : surname;
        String day = random.nextInt(4) == 0 ? "" : born;
        records.add("T%d,%s,%s,%s,X".formatted(number, slip, given, day));
      }
    }
  }

  static long key(int number) {
    return 400_000L + 13L * number;
  }

  static int number(long key) {
    return (int) ((key - 400_000L) / 13);
  }

  private static String word(RandomStream random) {
    return PARTS[random.nextInt(PARTS.length)] + PARTS[random.nextInt(PARTS.length)];
  }

  /** The records of the provider, to be spoilt. */
  List<String> records() {
    return records;
  }

  /** The persons of the municipality, to be spoilt. */
  List<String> persons() {
    return persons;
  }

  void shuffle(long seed) {
    Collections.shuffle(persons, new Random(seed));
    Collections.shuffle(records, new Random(seed + 1));
  }

  /** The protocol over the files as they are written now. */
  Protocol protocol(LinkagePlan.Relation relation, int linkages) throws IOException {
    Files.writeString(
        study.resolve("persons.csv"),
        "RINPERSOONS,RINPERSOON,achternaam,voornaam,born,sex\n"
            + String.join("\n", persons)
            + "\n");
    Files.writeString(
        study.resolve("records.csv"),
        "record,naam,roepnaam,born,course\n" + String.join("\n", records) + "\n");
    SequencedMap<String, SourcePlan> sources = new LinkedHashMap<>();
    sources.put("persons", NswProtocol.source(study, "persons.csv", code("sex")));
    sources.put("records", named(NswProtocol.source(study, "records.csv", code("course"))));
    SequencedMap<String, LinkagePlan.Relation> joins = new LinkedHashMap<>();
    joins.put("records", relation);
    SequencedMap<String, PairingPlan> pairings = new LinkedHashMap<>();
    pairings.put("records", pairing("agreed"));
    LinkagePlan linkage =
        new LinkagePlan(
            "persons",
            List.of("R"),
            joins,
            List.of("sex"),
            pairings,
            linkages,
            Optional.empty(),
            new LinkedHashMap<>());
    return NswProtocol.with(sources, linkage, NswProtocol.cohort());
  }

  static PairingPlan pairing(String agreedBy) {
    SequencedMap<String, Field> fields = new LinkedHashMap<>();
    fields.put("surname", new Field(Kind.SURNAME, "achternaam", "naam"));
    fields.put("given", new Field(Kind.GIVEN_NAME, "voornaam", "roepnaam"));
    fields.put("born", new Field(Kind.DATE_OF_BIRTH, "born", "born"));
    return new PairingPlan(
        new PairingPlan.Permission("no key", agreedBy), fields, new BigDecimal("0.5"));
  }

  private static SourcePlan named(SourcePlan plan) {
    return new SourcePlan(
        plan.holder(),
        plan.files(),
        plan.format(),
        List.of("record"),
        List.of(),
        plan.collectedFor(),
        plan.kind(),
        plan.timing(),
        plan.variables(),
        plan.exemption());
  }

  static SequencedMap<String, SourcePlan.Variable> code(String name) {
    SequencedMap<String, SourcePlan.Variable> variables = new LinkedHashMap<>();
    variables.put(name, NswProtocol.variable(Type.CODE, 0));
    return variables;
  }

  /** Looks at opened sources. */
  interface Look {
    void at(Sources sources, Engine engine);
  }

  /** Opens the sources of a protocol with a number of threads. */
  void open(Protocol protocol, int threads, Look look) {
    try (Engine engine = Engines.open("java", EngineSettings.withDefaults())) {
      Scratch scratch = new Scratch(study.resolve("linking"), threads);
      look.at(Sources.open(MandateFixture.of(protocol), study, engine, scratch), engine);
    }
  }
}
