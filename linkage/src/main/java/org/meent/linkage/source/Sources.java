// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.meent.ethics.Mandate;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.pairing.PairingAccount;
import org.meent.protocols.Protocol;
import org.meent.protocols.SourcePlan;
import org.meent.protocols.refusal.RefusalException;

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
  private final StudyOpening opening;
  private final SequencedMap<String, OpenedSource> sources;

  private Sources(
      String digest,
      String base,
      StudyOpening opening,
      SequencedMap<String, OpenedSource> sources) {
    this.digest = digest;
    this.base = base;
    this.opening = opening;
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
    Protocol protocol = mandate.protocol();
    for (SourcePlan plan : protocol.linkage().withDerived(protocol.sources()).values()) {
      for (SourcePlan.LockedPath locked : plan.files()) {
        StudyFile file = StudyFile.find(studyFolder, locked.path());
        file.checkLock(file.scan().sha256(), locked.lock());
      }
    }
  }

  /**
   * Opens all declared sources, none of which is linked by probability.
   *
   * @param mandate the permission, which also names the protocol
   * @param studyFolder the study; no file outside it is read
   * @param engine an engine without tables; it holds person-level rows from now on
   * @throws RefusalException if a file, row or key is not as the protocol declares
   */
  public static Sources open(Mandate mandate, Path studyFolder, Engine engine) {
    return open(mandate, studyFolder, engine, Optional.empty());
  }

  /**
   * Opens all declared sources; those without a key are linked by probability.
   *
   * @param mandate the permission, which also names the protocol
   * @param studyFolder the study; no file outside it is read
   * @param engine an engine without tables; it holds person-level rows from now on
   * @param scratch where records without a key are linked
   * @throws RefusalException if a file, row or key is not as the protocol declares
   */
  public static Sources open(Mandate mandate, Path studyFolder, Engine engine, Scratch scratch) {
    return open(mandate, studyFolder, engine, Optional.of(scratch));
  }

  private static Sources open(
      Mandate mandate, Path studyFolder, Engine engine, Optional<Scratch> scratch) {
    Protocol protocol = mandate.protocol();
    LinkageCheck.check(protocol);
    StudyOpening opening = new StudyOpening(protocol, studyFolder, engine, scratch);
    opening.open();
    return new Sources(mandate.digest(), protocol.linkage().base(), opening, opening.opened());
  }

  /**
   * Does something with these sources under a linkage that was drawn: each source linked by
   * probability stands under the pseudonyms of that draw, all others as they are.
   *
   * @param draw from 1 to the linkages that the protocol declares
   */
  public <T> T under(int draw, Function<Sources, T> work) {
    SequencedMap<String, OpenedSource> drawn = new LinkedHashMap<>(sources);
    Set<String> changed = new LinkedHashSet<>(opening.paired().keySet());
    opening.paired().forEach((name, source) -> drawn.put(name, source.under(draw)));
    opening
        .derived(drawn, draw)
        .forEach(
            (name, source) -> {
              changed.add(name);
              drawn.put(name, source);
            });
    try {
      return work.apply(new Sources(digest, base, opening, drawn));
    } finally {
      changed.forEach(name -> opening.forget(Objects.requireNonNull(drawn.get(name))));
    }
  }

  /** What each linkage by probability knows of itself, by source. */
  public SequencedMap<String, PairingAccount> pairings() {
    SequencedMap<String, PairingAccount> accounts = new LinkedHashMap<>();
    opening.paired().forEach((name, source) -> accounts.put(name, source.pairs().account()));
    return accounts;
  }

  /** The rows that were carried from an earlier pseudonym to a later one, in the order read. */
  public List<BridgedRow> bridged() {
    return opening.bridged();
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
    return opening.flows(sources);
  }
}
