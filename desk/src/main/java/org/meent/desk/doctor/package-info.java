// SPDX-License-Identifier: GPL-3.0-or-later
/** What this environment allows; start with {@link org.meent.desk.doctor.Examination}. */
@NullMarked
package org.meent.desk.doctor;

import org.jspecify.annotations.NullMarked;
