// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.meent.linkage.bridge.Bridge;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.pairing.Identities;
import org.meent.linkage.pairing.PairedRecords;
import org.meent.linkage.pairing.RecordLinkage;
import org.meent.linkage.source.IdentityReader.Column;
import org.meent.protocols.LinkagePlan;
import org.meent.protocols.PairingPlan;
import org.meent.protocols.Protocol;
import org.meent.protocols.SourcePlan;

/**
 * Opens the sources of one study: the bridge first, then the population, then every joined source
 * by key or by probability, in the order of the protocol.
 */
final class StudyOpening {
  private final Protocol protocol;
  private final LinkagePlan linkage;
  private final Path studyFolder;
  private final Engine engine;
  private final Optional<Scratch> scratch;
  private final SourceOpener opener;
  private final Optional<BridgeReader> bridge;
  private final SequencedMap<String, OpenedSource> opened = new LinkedHashMap<>();
  private final SequencedMap<String, PairedSource> paired = new LinkedHashMap<>();

  StudyOpening(Protocol protocol, Path studyFolder, Engine engine, Optional<Scratch> scratch) {
    this.protocol = protocol;
    this.linkage = protocol.linkage();
    this.studyFolder = studyFolder;
    this.engine = engine;
    this.scratch = scratch;
    this.bridge =
        linkage
            .bridge()
            .map(
                plan ->
                    BridgeReader.read(
                        studyFolder,
                        new Door(Set.of()),
                        plan,
                        source(plan.source()),
                        linkage.identify()));
    this.opener =
        new SourceOpener(
            studyFolder,
            engine,
            protocol,
            bridge.map(BridgeReader::bridge).orElse(Bridge.none()),
            door());
  }

  /** Columns that a permitted linkage compares may come in. */
  private Door door() {
    Set<String> compared = new HashSet<>();
    for (PairingPlan pairing : linkage.pairings().values()) {
      compared.addAll(pairing.baseColumns());
      compared.addAll(pairing.sourceColumns());
    }
    return new Door(compared);
  }

  /** Opens everything. */
  void open() {
    OpenedSource population = opener.base(linkage.base(), source(linkage.base()));
    for (var entry : protocol.sources().sequencedEntrySet()) {
      String name = entry.getKey();
      if (name.equals(linkage.base())) {
        opened.put(name, population);
      } else if (linkage.pairings().containsKey(name)) {
        PairedSource source = paired(name, entry.getValue());
        paired.put(name, source);
        opened.put(name, source.under(PairedRecords.BEST));
      } else if (linkage.joins().containsKey(name)) {
        opened.put(name, opener.joined(name, entry.getValue(), relation(name), population));
      }
    }
    opened.putAll(derived(opened, PairedRecords.BEST));
  }

  /** What the study's own SQL derives from sources, under a linkage. */
  SequencedMap<String, OpenedSource> derived(SequencedMap<String, OpenedSource> from, int number) {
    OpenedSource population = Objects.requireNonNull(from.get(linkage.base()));
    long index = protocol.cohort().design().index().earliest().toEpochDay();
    ScriptedSource scripts =
        new ScriptedSource(studyFolder, engine, from, population, index, number);
    SequencedMap<String, OpenedSource> derived = new LinkedHashMap<>();
    linkage.scripts().forEach((name, plan) -> derived.put(name, scripts.open(name, plan)));
    return derived;
  }

  /** Forgets the rows of a source that stood under one linkage. */
  void forget(OpenedSource source) {
    engine.drop(source.table());
  }

  /** The opened sources, in the order of the protocol. */
  SequencedMap<String, OpenedSource> opened() {
    return opened;
  }

  /** Those of them that were linked by probability. */
  SequencedMap<String, PairedSource> paired() {
    return paired;
  }

  /** The rows that the bridge carried. */
  List<BridgedRow> bridged() {
    return List.copyOf(opener.bridged());
  }

  private PairedSource paired(String name, SourcePlan plan) {
    Scratch room =
        scratch.orElseThrow(
            () -> new IllegalArgumentException("records without a key need a folder to link in"));
    PairingPlan pairing = Objects.requireNonNull(linkage.pairings().get(name));
    IdentityReader reader = new IdentityReader(studyFolder, door());
    SourcePlan base = source(linkage.base());
    SequencedMap<String, Column> columns = IdentityReader.fields(pairing, PairingPlan.Field::base);
    linkage
        .subgroups()
        .forEach(code -> columns.put(RecordLinkage.subgroup(code), new Column(code, false)));
    RowPersons persons = opener.persons(linkage.base(), base);
    Identities population = reader.read(base, columns, row -> row.person(persons));
    Identities records =
        reader.read(
            plan,
            IdentityReader.fields(pairing, PairingPlan.Field::source),
            row -> RecordNumbers.name(row.cells()));
    PairedRecords pairs =
        new RecordLinkage(pairing, linkage.linkages(), room.threads(), room.folder())
            .link(population, records, linkage.subgroups());
    return new PairedSource(engine, opener, name, plan, relation(name), pairs);
  }

  private LinkagePlan.Relation relation(String name) {
    return Objects.requireNonNull(linkage.joins().get(name));
  }

  private SourcePlan source(String name) {
    return Objects.requireNonNull(protocol.sources().get(name));
  }

  /** The sources in the order of the protocol, that of the bridge included. */
  List<Flow> flows(SequencedMap<String, OpenedSource> sources) {
    List<Flow> flows = new ArrayList<>();
    for (String name : protocol.sources().sequencedKeySet()) {
      OpenedSource source = sources.get(name);
      if (source != null) {
        flows.add(source.flow());
      } else {
        bridge.map(BridgeReader::flow).ifPresent(flows::add);
      }
    }
    linkage
        .scripts()
        .sequencedKeySet()
        .forEach(name -> flows.add(Objects.requireNonNull(sources.get(name)).flow()));
    return flows;
  }
}
