// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a document says, before it has a form. Every module may build a {@link
 * org.meent.disclosure.report.Report}; only the desk turns one into a file.
 */
@NullMarked
package org.meent.disclosure.report;

import org.jspecify.annotations.NullMarked;
