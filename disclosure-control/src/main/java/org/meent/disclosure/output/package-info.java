// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What may be asked out, and the evidence that a checker needs to judge it. Start at {@link
 * org.meent.disclosure.output.StatisticalOutput}: linkage and models speak in its kinds, which
 * cover the fourteen families of the field's typology ({@link
 * org.meent.disclosure.output.Statbarn}); only the gate turns one into something that may leave. No
 * type here prints, logs or writes its figures by itself.
 */
@NullMarked
package org.meent.disclosure.output;

import org.jspecify.annotations.NullMarked;
