// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.EngineSettings;
import org.meent.linkage.engine.Engines;
import org.meent.linkage.flow.FlowStep;
import org.meent.linkage.spell.PlantedDamage;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.RefusalException;

/**
 * Damage on the way to a study: the lock finds all of it before a row is read. Where somebody
 * locked the damaged file all the same, the flow of the run still tells what can be told without
 * another delivery beside it.
 */
class DamageInStudyTest {
  private static final int SEEDS = 5;
  private static final int PEOPLE = 60;

  @TempDir Path study;

  /** Of each damage, what the run counts that it does not count of a sound delivery. */
  private static List<String> toldBy(PlantedDamage damage) {
    return switch (damage) {
      case LOST_CHUNK -> List.of("read");
      case DOUBLED_SPELL -> List.of("read", "repeated rows");
      case DOUBLED_IN_PLACE -> List.of("repeated rows");
      case LEADING_ZEROS_LOST -> List.of("number has not 9 digits");
      case SETS_IGNORED -> List.of("set does not identify");
      case OTHER_KIND_OF_KEY -> List.of("person is not in the population");
      case DECIMAL_KEY -> List.of("number is not all digits");
    };
  }

  @Test
  void theLockFindsEveryDamage() throws IOException {
    for (PlantedDamage damage : PlantedDamage.values()) {
      for (int seed = 0; seed < SEEDS; seed++) {
        List<PlantedDamage.Row> sound = PlantedDamage.sound(seed, PEOPLE);
        Protocol protocol = protocol(sound, seed);
        write(damage.in(sound, seed));
        RefusalException refused =
            catchThrowableOfType(RefusalException.class, () -> told(protocol));
        assertThat(refused).as(damage.words()).isNotNull();
        assertThat(refused.refusals().getFirst().code()).isEqualTo("linkage.source.lock");
      }
    }
  }

  @Test
  void theFlowTellsWhatALockedDamageIs() throws IOException {
    for (PlantedDamage damage : PlantedDamage.values()) {
      for (int seed = 0; seed < SEEDS; seed++) {
        List<PlantedDamage.Row> sound = PlantedDamage.sound(seed, PEOPLE);
        List<String> before = told(protocol(sound, seed));
        List<String> after = told(protocol(damage.in(sound, seed), seed));
        assertThat(changed(before, after)).as(damage.words()).containsAll(toldBy(damage));
      }
    }
  }

  /** A sound delivery in another order of rows raises no alarm. */
  @Test
  void theOrderOfRowsIsNoDamage() throws IOException {
    List<PlantedDamage.Row> sound = PlantedDamage.sound(1, PEOPLE);
    assertThat(told(protocol(sound.reversed(), 1))).isEqualTo(told(protocol(sound, 1)));
  }

  private static List<String> changed(List<String> before, List<String> after) {
    TreeSet<String> different = new TreeSet<>(before);
    different.addAll(after);
    different.removeIf(line -> before.contains(line) == after.contains(line));
    return different.stream()
        .map(line -> line.substring(0, line.indexOf(": ")))
        .distinct()
        .toList();
  }

  /** Everything that the run counts of the delivery, a line each. */
  private List<String> told(Protocol protocol) {
    try (Engine engine = Engines.open("java", EngineSettings.withDefaults())) {
      OpenedSource spells =
          Sources.open(MandateFixture.of(protocol), study, engine).source("spells");
      List<String> told = new ArrayList<>();
      for (FlowStep step : spells.flow().steps()) {
        told.add(step.name() + ": " + step.out());
        step.losses().forEach((reason, rows) -> told.add(reason + ": " + rows));
      }
      told.add("repeated rows: " + spells.repeatedRows());
      return told;
    }
  }

  private void write(List<PlantedDamage.Row> rows) throws IOException {
    StringBuilder spells = new StringBuilder("RINPERSOONS,RINPERSOON,start,end,state\n");
    for (PlantedDamage.Row row : rows) {
      spells.append(
          "%s,%s,%d,%d,%d\n"
              .formatted(row.set(), row.number(), row.start(), row.end(), row.state()));
    }
    Files.writeString(study.resolve("spells.csv"), spells);
  }

  private Protocol protocol(List<PlantedDamage.Row> rows, long seed) throws IOException {
    write(rows);
    StringBuilder persons = new StringBuilder("RINPERSOONS,RINPERSOON,sex\n");
    PlantedDamage.sound(seed, PEOPLE).stream()
        .filter(row -> row.set().equals("R") && PlantedDamage.isKnown(Long.parseLong(row.number())))
        .map(PlantedDamage.Row::number)
        .distinct()
        .forEach(number -> persons.append("R,").append(number).append(",m\n"));
    Files.writeString(study.resolve("persons.csv"), persons);
    SequencedMap<String, SourcePlan> sources = new LinkedHashMap<>();
    sources.put("persons", NswProtocol.source(study, "persons.csv", LinkedFiles.code("sex")));
    SequencedMap<String, SourcePlan.Variable> spell = LinkedFiles.code("state");
    spell.putFirst("end", NswProtocol.variable(SourcePlan.Type.INTEGER, 0));
    spell.putFirst("start", NswProtocol.variable(SourcePlan.Type.INTEGER, 0));
    sources.put("spells", NswProtocol.source(study, "spells.csv", spell));
    SequencedMap<String, LinkagePlan.Relation> joins = new LinkedHashMap<>();
    joins.put("spells", LinkagePlan.Relation.ONE_TO_MANY);
    return NswProtocol.with(
        sources, new LinkagePlan("persons", List.of("R"), joins, List.of()), NswProtocol.cohort());
  }
}
