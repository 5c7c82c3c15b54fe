// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A report gets its form here, and only here: HTML, SVG, CSV, XLSX, DOCX or plain text. Start with
 * {@link org.meent.desk.render.HtmlRenderer}; every renderer is a pure function from a {@link
 * org.meent.disclosure.report.Report} (or a part of one) to text or bytes, writes no file, and
 * gives the same bytes on every machine.
 */
@NullMarked
package org.meent.desk.render;

import org.jspecify.annotations.NullMarked;
