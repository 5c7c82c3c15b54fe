// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * From the cohort and the protocol's plan to results: start with {@link
 * org.meent.models.study.EffectAnalysis} for the estimates and their gates, {@link
 * org.meent.models.study.StudyEffects} for what is read together, {@link
 * org.meent.models.study.AnalysisRegister} for what became of every planned analysis, and {@link
 * org.meent.models.study.PlannedOutputs} for everything that may be asked out.
 */
@NullMarked
package org.meent.models.study;

import org.jspecify.annotations.NullMarked;
