// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How easily persons are found in records that stay inside, such as training samples and extracts.
 * Start with {@link org.meent.disclosure.microdata.MicrodataRisk}, the report of all measures over
 * one {@link org.meent.disclosure.microdata.KeyColumns}. No measure is written per person.
 */
@NullMarked
package org.meent.disclosure.microdata;

import org.jspecify.annotations.NullMarked;
