// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

import java.util.List;

/**
 * A result that may be asked out. None can be made without its {@link Evidence}; none shows a
 * figure by itself: {@code toString} tells the shape only, and no kind is serializable. The gate
 * judges each kind in an exhaustive switch, so a kind without rules does not compile.
 */
public sealed interface StatisticalOutput
    permits FrequencyTable, MagnitudeTable, EstimateTable, FlowOutput, RowOutput {

  /** The name under which the protocol declares it, unique within a request. */
  String id();

  /** What it shows, for people. */
  String title();

  /** Whom it speaks of. */
  Population population();

  /** Its families in the field's typology, at least one. */
  List<Statbarn> statbarns();

  /** What a checker needs to judge it. */
  Evidence evidence();
}
