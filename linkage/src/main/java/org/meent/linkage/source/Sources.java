// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.meent.ethics.Mandate;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.key.KeyRule;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.RefusalException;
import org.meent.protocols.refusal.Where;

/**
 * The sources of a study, opened under a mandate. Only declared files, columns and persons are in
 * the engine; the flow of each source says what happened to every row: read, identified, not junk,
 * unique, in the population.
 *
 * <p>In a one-to-one source rows that are equal in everything declared count as one, a counted
 * loss; different rows of one person stop the run. In a one-to-many source equal rows stay, since
 * two equal rows may be two events; their number is reported.
 */
public final class Sources {
  private final String digest;
  private final String base;
  private final SequencedMap<String, OpenedSource> sources;

  private Sources(String digest, String base, SequencedMap<String, OpenedSource> sources) {
    this.digest = digest;
    this.base = base;
    this.sources = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sources));
  }

  /**
   * Refuses if a declared file is no longer the one that the protocol locked. No row is read.
   *
   * @param mandate the permission, which also names the protocol
   * @param studyFolder the study
   * @throws RefusalException if a file is missing or was changed
   */
  public static void checkLocks(Mandate mandate, Path studyFolder) {
    for (SourcePlan plan : mandate.protocol().sources().values()) {
      for (SourcePlan.LockedPath locked : plan.files()) {
        StudyFile file = StudyFile.find(studyFolder, locked.path());
        file.checkLock(file.scan().sha256(), locked.lock());
      }
    }
  }

  /**
   * Opens all declared sources.
   *
   * @param mandate the permission, which also names the protocol
   * @param studyFolder the study; no file outside it is read
   * @param engine an engine without tables; it holds person-level rows from now on
   * @throws RefusalException if a file, row or key is not as the protocol declares
   */
  public static Sources open(Mandate mandate, Path studyFolder, Engine engine) {
    Protocol protocol = mandate.protocol();
    checkPlan(protocol);
    LinkagePlan linkage = protocol.linkage();
    SourceOpener opener =
        new SourceOpener(studyFolder, engine, new KeyRule(linkage.identify()), protocol.cohort());
    SequencedMap<String, OpenedSource> opened = new LinkedHashMap<>();
    OpenedSource population = opener.base(linkage.base(), plan(protocol, linkage.base()));
    protocol
        .sources()
        .forEach(
            (name, plan) ->
                opened.put(
                    name,
                    name.equals(linkage.base())
                        ? population
                        : opener.joined(name, plan, relation(linkage, name), population)));
    return new Sources(mandate.digest(), linkage.base(), opened);
  }

  /** Digest of the protocol under whose mandate they were opened. */
  public String digest() {
    return digest;
  }

  /** The source whose persons are the population. */
  public OpenedSource base() {
    return source(base);
  }

  /**
   * A source by name.
   *
   * @throws IllegalArgumentException if the protocol declares none of that name
   */
  public OpenedSource source(String name) {
    OpenedSource source = sources.get(name);
    if (source == null) {
      throw new IllegalArgumentException("no source is named " + name);
    }
    return source;
  }

  /** Whether the protocol declares a source of that name. */
  public boolean has(String name) {
    return sources.containsKey(name);
  }

  /** All sources, in the order of the protocol. */
  public SequencedMap<String, OpenedSource> all() {
    return sources;
  }

  /** The flows of all sources, in the order of the protocol. */
  public List<Flow> flows() {
    return sources.sequencedValues().stream().map(OpenedSource::flow).toList();
  }

  private static SourcePlan plan(Protocol protocol, String name) {
    SourcePlan plan = protocol.sources().get(name);
    if (plan == null) {
      throw Refusal.badInput("linkage.plan.unknown-source", Where.field("linkage"), name)
          .asException();
    }
    return plan;
  }

  private static LinkagePlan.Relation relation(LinkagePlan linkage, String name) {
    LinkagePlan.Relation relation = linkage.joins().get(name);
    if (relation == null) {
      throw Refusal.badInput("linkage.plan.unjoined", Where.field("linkage"), name).asException();
    }
    return relation;
  }

  private static void checkPlan(Protocol protocol) {
    LinkagePlan linkage = protocol.linkage();
    List<Refusal> faults = new ArrayList<>();
    Where where = Where.field("linkage");
    if (linkage.identify().isEmpty() || linkage.identify().stream().anyMatch(String::isBlank)) {
      faults.add(Refusal.badInput("linkage.key.no-set", where.in("linkage.identify")));
    }
    List<String> named = new ArrayList<>(linkage.joins().sequencedKeySet());
    named.add(linkage.base());
    for (String name : named) {
      if (!protocol.sources().containsKey(name)) {
        faults.add(Refusal.badInput("linkage.plan.unknown-source", where, name));
      }
    }
    protocol
        .sources()
        .forEach(
            (name, plan) -> {
              if (!named.contains(name)) {
                faults.add(Refusal.badInput("linkage.plan.unjoined", where, name));
              }
              int second = plan.secondPerson().size();
              if (plan.key().size() != 2 || (second != 0 && second != 2)) {
                faults.add(Refusal.badInput("linkage.key.pair", Where.field(name), name));
              }
            });
    if (!faults.isEmpty()) {
      throw new RefusalException(faults);
    }
  }
}
