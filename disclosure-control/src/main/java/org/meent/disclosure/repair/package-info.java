// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Advice how to repair an output that the gate does not let through: codes to merge, figures to
 * leave out, or to withdraw it, each with its cost and each judged by the gate before it is shown.
 * Start at {@link org.meent.disclosure.repair.Advised}. Advice stays inside: it tells which cells
 * are sensitive.
 */
@NullMarked
package org.meent.disclosure.repair;

import org.jspecify.annotations.NullMarked;
