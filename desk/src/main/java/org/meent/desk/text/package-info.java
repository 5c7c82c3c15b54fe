// SPDX-License-Identifier: GPL-3.0-or-later
/** The words of the desk in Dutch and English; start with {@link org.meent.desk.text.Texts}. */
@NullMarked
package org.meent.desk.text;

import org.jspecify.annotations.NullMarked;
