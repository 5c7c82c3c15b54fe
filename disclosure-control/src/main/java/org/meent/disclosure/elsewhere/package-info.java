// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Outputs that were made elsewhere, such as in Stata, R or ACRO: read, typed, compared with the
 * records where these are given, and judged by the same gate as Meent's own. Start at {@link
 * org.meent.disclosure.elsewhere.ElsewhereCheck}; each {@link
 * org.meent.disclosure.elsewhere.TidyForm} is one kind of file.
 */
@NullMarked
package org.meent.disclosure.elsewhere;

import org.jspecify.annotations.NullMarked;
