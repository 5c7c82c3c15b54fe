// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.meent.ethics.Mandate;
import org.meent.linkage.engine.Aggregate;
import org.meent.linkage.engine.Engine;
import org.meent.linkage.engine.Relation;
import org.meent.linkage.engine.Rows;
import org.meent.linkage.flow.Flow;
import org.meent.linkage.pairing.PairingAccount;
import org.meent.protocols.LinkagePlan;

/**
 * What is known of every join of a study, by key or by probability: how many persons of the
 * population have a row, and how they differ from those who have none. Counts; nothing names
 * anybody.
 *
 * @param population persons of the population
 * @param joins the joins, in the order of the protocol
 */
public record LinkageAccount(long population, List<Join> joins) {

  /** Copies the joins. */
  public LinkageAccount {
    joins = List.copyOf(joins);
  }

  /**
   * One join.
   *
   * @param source name of the source
   * @param relation how many rows a person may have
   * @param read rows read
   * @param kept rows that are of a person of the population
   * @param persons persons of the population with a row
   * @param groups the same by subgroup, with those who have none
   * @param pairing what a linkage by probability knows of itself; empty for a join by key
   */
  public record Join(
      String source,
      LinkagePlan.Relation relation,
      long read,
      long kept,
      long persons,
      List<Group> groups,
      Optional<PairingAccount> pairing) {

    /** Copies the groups. */
    public Join {
      groups = List.copyOf(groups);
    }
  }

  /**
   * Persons of the population by the codes of a subgroup.
   *
   * @param variable the subgroup
   * @param codes its codes, ascending; an unknown one is the empty text
   * @param linked persons with a row, by code
   * @param unlinked persons without a row, by code
   */
  public record Group(String variable, List<String> codes, List<Long> linked, List<Long> unlinked) {

    /** Copies the lists. */
    public Group {
      codes = List.copyOf(codes);
      linked = List.copyOf(linked);
      unlinked = List.copyOf(unlinked);
    }
  }

  /** Counts in opened sources. */
  public static LinkageAccount of(Mandate mandate, Sources sources, Engine engine) {
    LinkagePlan plan = mandate.protocol().linkage();
    Relation population = sources.base().rows();
    List<Join> joins = new ArrayList<>();
    for (OpenedSource source : sources.all().values()) {
      LinkagePlan.Relation relation = plan.joins().get(source.name());
      if (relation != null) {
        List<Group> groups =
            plan.subgroups().stream()
                .map(variable -> group(variable, sources.base(), source, engine))
                .toList();
        Flow flow = source.flow();
        joins.add(
            new Join(
                source.name(),
                relation,
                flow.steps().getFirst().in(),
                flow.out(),
                engine.count(source.persons()),
                groups,
                Optional.ofNullable(sources.pairings().get(source.name()))));
      }
    }
    return new LinkageAccount(engine.count(population), joins);
  }

  private static Group group(
      String variable, OpenedSource base, OpenedSource source, Engine engine) {
    String field = base.field(variable).name();
    Map<String, Long> linked = counts(base, source, Relation.JoinKind.SEMI, field, engine);
    Map<String, Long> unlinked = counts(base, source, Relation.JoinKind.ANTI, field, engine);
    TreeSet<String> codes = new TreeSet<>(linked.keySet());
    codes.addAll(unlinked.keySet());
    return new Group(
        variable,
        List.copyOf(codes),
        codes.stream().map(code -> linked.getOrDefault(code, 0L)).toList(),
        codes.stream().map(code -> unlinked.getOrDefault(code, 0L)).toList());
  }

  private static Map<String, Long> counts(
      OpenedSource base, OpenedSource source, Relation.JoinKind kind, String field, Engine engine) {
    Rows rows =
        engine.fetch(
            base.rows()
                .join(source.persons(), List.of(OpenedSource.KEY), kind)
                .groupBy(List.of(field), Aggregate.count("persons")),
            List.of(field));
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      counts.put(rows.text(row, 0), rows.number(row, 1));
    }
    return counts;
  }
}
