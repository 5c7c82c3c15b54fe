// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

/**
 * What stands behind one row of an output: counts and contributions measured from the same records
 * as its figures. None of them shows a figure by {@code toString}.
 */
public sealed interface RowEvidence
    permits PositionEvidence,
        GroupEvidence,
        FourCounts,
        StatisticEvidence,
        MagnitudeCell,
        SurvivalStep,
        IncidenceStep {}
