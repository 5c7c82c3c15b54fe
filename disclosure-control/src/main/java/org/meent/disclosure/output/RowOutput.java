// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.output;

/**
 * An output of rows that are judged one by one, each by its own evidence. What links its rows with
 * each other and with other outputs are the counts and sums of units that they give away.
 */
public sealed interface RowOutput extends StatisticalOutput
    permits PositionTable,
        BinnedFigure,
        SegmentTable,
        SurvivalTable,
        IncidenceTable,
        RatioTable,
        StatisticTable,
        ConcentrationTable,
        RegressionTable,
        ForestSummary {}
