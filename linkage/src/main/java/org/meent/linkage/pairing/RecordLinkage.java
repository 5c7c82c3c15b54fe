// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.pairing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.meent.linkage.match.FieldKind;
import org.meent.linkage.match.FieldSpec;
import org.meent.linkage.match.LinkageJob;
import org.meent.linkage.match.LinkageResult;
import org.meent.linkage.quality.GroupQuality;
import org.meent.linkage.quality.LinkageQuality;
import org.meent.protocols.PairingPlan;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import org.meent.protocols.yaml.Words;

/**
 * Links the records of a source to the persons of the population by what is written about them.
 *
 * <p>Identities stand in two files inside the folder of the run while the linkage reads them; the
 * files are deleted before it returns, whatever happens.
 *
 * @param plan what is compared, and the permission
 * @param linkages linkages to be drawn from the posterior besides the best one
 * @param threads number of threads; nothing depends on it
 * @param scratch folder inside the run for what is compared
 */
public record RecordLinkage(PairingPlan plan, int linkages, int threads, Path scratch) {
  private static final String SUBGROUP = "subgroup ";

  /**
   * Checks the permission.
   *
   * @throws org.meent.protocols.refusal.RefusalException if there is none
   */
  public RecordLinkage {
    if (plan.permission().reason().isBlank() || plan.permission().agreedBy().isBlank()) {
      throw Refusal.refused("linkage.pairing.no-permission", Where.field("linkage, joins"))
          .asException();
    }
  }

  /** The name under which a subgroup of the population stands beside the fields. */
  public static String subgroup(String variable) {
    return SUBGROUP + variable;
  }

  /**
   * Links.
   *
   * @param persons identities of the population by pseudonym: the fields of the plan, then {@link
   *     #subgroup subgroups}
   * @param records identities of the source by record: the fields of the plan
   * @param subgroups variables of the population for whose values the error is told apart
   */
  public PairedRecords link(Identities persons, Identities records, List<String> subgroups) {
    Path left = scratch.resolve("persons.csv");
    Path right = scratch.resolve("records.csv");
    try {
      try {
        Files.createDirectories(scratch);
        persons.write(left);
        records.write(right);
        return linked(left, right, subgroups);
      } finally {
        Files.deleteIfExists(left);
        Files.deleteIfExists(right);
        Files.deleteIfExists(scratch);
      }
    } catch (IOException e) {
      throw Refusal.environment("linkage.pairing.scratch", Where.NOWHERE).asException();
    }
  }

  private PairedRecords linked(Path left, Path right, List<String> subgroups) {
    LinkageResult result =
        LinkageJob.withDefaults()
            .withLeft(left)
            .withRight(right)
            .withIdColumn(Identities.ID)
            .withFields(fields())
            .withThreads(threads)
            .withThreshold(plan.threshold().doubleValue())
            .withSubgroups(subgroups.stream().map(RecordLinkage::subgroup).toList())
            .withDraws(linkages)
            .run();
    if (!result.model().converged()) {
      throw Refusal.refused("linkage.pairing.not-converged", Where.field("linkage, joins"))
          .asException();
    }
    PairingAccount account =
        new PairingAccount(
            result.model().recordsLeft(),
            result.model().recordsRight(),
            plan.threshold().doubleValue(),
            linkages,
            result.model(),
            named(result.quality()));
    return new PairedRecords(result, account);
  }

  private List<FieldSpec> fields() {
    return plan.fields().sequencedEntrySet().stream()
        .map(field -> new FieldSpec(field.getKey(), kind(field.getValue().kind())))
        .toList();
  }

  private static FieldKind kind(PairingPlan.Kind kind) {
    return FieldKind.ofLabel(Words.of(kind)).orElseThrow();
  }

  /** The same with subgroups under the names of their variables. */
  private static LinkageQuality named(LinkageQuality quality) {
    List<GroupQuality> groups =
        quality.groups().stream()
            .map(
                group ->
                    new GroupQuality(
                        group.column().substring(SUBGROUP.length()),
                        group.value(),
                        group.records(),
                        group.links(),
                        group.precision(),
                        group.recall(),
                        group.blockingLoss()))
            .toList();
    return new LinkageQuality(
        quality.links(),
        quality.expectedRight(),
        quality.matches(),
        quality.precision(),
        quality.recall(),
        quality.blockingLoss(),
        quality.converged(),
        quality.labels(),
        groups,
        quality.warnings());
  }
}
