// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.meent.models.mechanism.MechanismColumn;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import picocli.CommandLine.Option;

/** Options of {@code fit} that ask why: what goes through declared mechanisms. */
final class FitMechanismOptions {
  @Option(
      names = "--mechanism",
      split = ",",
      paramLabel = "c[@day]",
      description =
          "Columns of what support may work through, such as hours or contacts, measured after the"
              + " start and before the outcome, each with the column of its day. Asked one at a"
              + " time.")
  private List<String> mechanisms = List.of();

  /** What was asked; covariates must then be named, so that no mechanism is one. */
  List<MechanismColumn> mechanisms(boolean covariatesNamed) {
    List<MechanismColumn> asked = mechanisms.stream().map(MechanismColumn::parse).toList();
    Set<String> names = new HashSet<>();
    for (MechanismColumn one : asked) {
      boolean empty = one.column().isEmpty() || one.day().filter(String::isEmpty).isPresent();
      if (empty || !names.add(one.column())) {
        throw Refusal.badInput("models.mechanism.form", Where.field("--mechanism")).asException();
      }
    }
    if (!asked.isEmpty() && !covariatesNamed) {
      throw Refusal.badInput("models.further.covariates", Where.field("--covariates"))
          .asException();
    }
    return asked;
  }
}
