// SPDX-License-Identifier: GPL-3.0-or-later
/** What may be asked out: outputs and the evidence that a checker needs. */
@NullMarked
package org.meent.disclosure.output;

import org.jspecify.annotations.NullMarked;
