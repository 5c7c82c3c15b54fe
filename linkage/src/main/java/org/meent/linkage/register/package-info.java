// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What is known about registers: names and spellings, keys, what a row stands for, codes, and what
 * a register cannot say, each statement with its basis. Start with {@link
 * org.meent.linkage.register.RegisterDictionary}; {@link
 * org.meent.linkage.register.RegisterFileName} reads names of files, {@link
 * org.meent.linkage.register.BenefitRow}, {@link org.meent.linkage.register.HouseholdKey} and
 * {@link org.meent.linkage.register.CountHistory} are the rules of rows that are not one person or
 * one spell.
 */
@NullMarked
package org.meent.linkage.register;

import org.jspecify.annotations.NullMarked;
