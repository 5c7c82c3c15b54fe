// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.survival;

/**
 * One month of a curve with its uncertainty.
 *
 * @param month months since the start
 * @param value a share, or a difference between shares
 * @param se its standard error
 * @param lower lower end of the 95 % interval of this month alone
 * @param upper its upper end
 * @param bandLower lower end of the band that holds the whole curve with 95 %
 * @param bandUpper its upper end
 */
public record CurvePoint(
    int month,
    double value,
    double se,
    double lower,
    double upper,
    double bandLower,
    double bandUpper) {}
