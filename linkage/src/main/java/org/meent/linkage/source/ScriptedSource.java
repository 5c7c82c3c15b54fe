// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import static org.meent.linkage.source.SourceReader.KEY;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.Field;
import org.meent.linkage.engine.Relation;
import org.meent.linkage.engine.Schema;
import org.meent.linkage.engine.Script;
import org.meent.linkage.flow.FlowStep;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.ScriptPlan;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.SourcePlan.Timing;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;

/**
 * A variable that the researcher's own SQL derives, as a source of the cohort. The text sees
 * declared variables of declared sources under their own names, {@link Script#PERSON} for the
 * pseudonym, and of sources with a time only rows that start before the index date.
 */
final class ScriptedSource {
  static final String DERIVED = "derive by the study's own SQL";

  private final Path studyFolder;
  private final Engine engine;
  private final SequencedMap<String, OpenedSource> sources;
  private final OpenedSource population;
  private final long index;
  private final int linkage;

  /**
   * Derives from opened sources.
   *
   * @param index the index date, in days since 1970-01-01
   * @param linkage number of the linkage under which the sources stand
   */
  ScriptedSource(
      Path studyFolder,
      Engine engine,
      SequencedMap<String, OpenedSource> sources,
      OpenedSource population,
      long index,
      int linkage) {
    this.studyFolder = studyFolder;
    this.engine = engine;
    this.sources = sources;
    this.population = population;
    this.index = index;
    this.linkage = linkage;
  }

  /** Runs one script. */
  OpenedSource open(String name, ScriptPlan plan) {
    SourcePlan derived = plan.asSource();
    Field value =
        SourceReader.schema(derived)
            .field(SourceReader.field(ScriptPlan.VALUE))
            .named(ScriptPlan.VALUE);
    SequencedMap<String, Script.Table> tables = new LinkedHashMap<>();
    plan.from()
        .forEach(source -> tables.put(source, table(Objects.requireNonNull(sources.get(source)))));
    String raw = SourceOpener.table(name, "raw");
    engine.derive(raw, new Script(name, plan.sql().path(), text(plan.sql()), tables, value));
    String table = SourceOpener.table(name, "linkage " + linkage);
    engine.store(table, fields(raw));
    long strangers =
        engine.count(
            Relation.scan(table).join(population.persons(), List.of(KEY), Relation.JoinKind.ANTI));
    if (strangers > 0) {
      throw Refusal.refused(
              "linkage.script.strangers", Where.file(plan.sql().path()), name, strangers)
          .asException();
    }
    engine.drop(raw);
    FlowStep step = FlowStep.losing(DERIVED, engine.count(Relation.scan(table)), Map.of());
    return new OpenedSource(
        name,
        derived,
        LinkagePlan.Relation.ONE_TO_ONE,
        table,
        SourceOpener.flow(name, List.of(step)),
        0);
  }

  private static Relation fields(String raw) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put(KEY, Script.PERSON);
    fields.put(SourceReader.field(ScriptPlan.VALUE), ScriptPlan.VALUE);
    return new Relation.Project(Relation.scan(raw), fields);
  }

  /** A source under the names of its protocol. */
  private Script.Table table(OpenedSource source) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put(Script.PERSON, KEY);
    Schema schema = SourceReader.schema(source.plan());
    source
        .plan()
        .variables()
        .sequencedKeySet()
        .forEach(name -> fields.put(name, schema.field(SourceReader.field(name)).name()));
    Relation rows = new Relation.Project(source.rows(), fields);
    return switch (source.plan().timing()) {
      case Timing.Undated() -> new Script.Table(rows, "", OptionalLong.empty());
      case Timing.Event(String day) -> new Script.Table(rows, day, OptionalLong.of(index));
      case Timing.Spell spell -> new Script.Table(rows, spell.start(), OptionalLong.of(index));
    };
  }

  private String text(SourcePlan.LockedPath sql) {
    StudyFile file = StudyFile.find(studyFolder, sql.path());
    file.checkLock(file.scan().sha256(), sql.lock());
    try (InputStream in = file.open()) {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(in.readAllBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw Refusal.badInput("linkage.script.charset", Where.file(sql.path())).asException();
    } catch (IOException e) {
      throw Refusal.badInput("linkage.source.unreadable", Where.file(sql.path())).asException();
    }
  }
}
