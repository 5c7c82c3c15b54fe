// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.elsewhere;

import java.util.List;
import org.meent.protocols.refusal.Refusal;
import org.meent.protocols.refusal.Where;
import org.meent.protocols.yaml.Nearest;

/** One kind of tidy file: how it is recognised and how it is read. */
interface TidyForm {
  /** Every form, the particular before the general. */
  List<TidyForm> ALL =
      List.of(
          new FlowForm(),
          new EstimateForm(),
          new RegressionForm(),
          new SurvivalForm(),
          new RatioForm(),
          new StatisticForm(),
          new ConcentrationForm(),
          new BinForm(),
          new SegmentForm(),
          new ImportanceForm(),
          new PositionForm(),
          new MagnitudeForm(),
          new FrequencyForm());

  /** The word in the free column {@code kind}. */
  String kind();

  /** Whether a file without that column has the columns of this kind. */
  boolean fits(Sheet sheet);

  /** The outputs of a file that holds several, such as models. */
  default List<Sheet> parts(Sheet sheet) {
    return List.of(sheet);
  }

  /**
   * Reads a file.
   *
   * @param knowledge what is known beside it
   * @throws org.meent.protocols.refusal.RefusalException if it contradicts itself or the records
   */
  Reading read(Sheet sheet, Knowledge knowledge);

  /**
   * The form of a sheet.
   *
   * @throws org.meent.protocols.refusal.RefusalException if its kind is unknown or no form fits
   */
  static TidyForm of(Sheet sheet) {
    List<String> kinds = ALL.stream().map(TidyForm::kind).toList();
    if (sheet.has("kind")) {
      String kind = sheet.free("kind", "");
      return ALL.stream()
          .filter(form -> form.kind().equals(kind))
          .findFirst()
          .orElseThrow(
              () ->
                  Refusal.badInput(
                          "disclosure.elsewhere.kind",
                          Where.file(sheet.name()).in("kind"),
                          kind,
                          Nearest.of(kind, kinds).orElse(kinds.getLast()),
                          String.join(", ", kinds))
                      .asException());
    }
    return ALL.stream()
        .filter(form -> form.fits(sheet))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.badInput(
                        "disclosure.elsewhere.no-form",
                        Where.file(sheet.name()).atLine(1),
                        String.join(", ", kinds))
                    .asException());
  }
}
