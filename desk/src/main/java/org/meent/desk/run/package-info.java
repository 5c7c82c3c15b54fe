// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A study run: the stages from an approved protocol to a release request, each a whole step that
 * survives a kill. Start with {@link org.meent.desk.run.StudyRun}.
 */
@NullMarked
package org.meent.desk.run;

import org.jspecify.annotations.NullMarked;
