// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.protect;

/**
 * A change of some cells in floating point.
 *
 * @param cells the cells, ascending
 * @param by one change per cell, not zero
 */
record Change(int[] cells, double[] by) {}
