// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What a file held, and what changed between two versions of it, without a value of a person. Start
 * with {@link org.meent.linkage.drift.Drift}, which compares two files or two locks; {@link
 * org.meent.linkage.drift.FileProfile} is the fingerprint of one file and {@link
 * org.meent.linkage.drift.StudyLock} that of all sources of a study.
 */
@NullMarked
package org.meent.linkage.drift;

import org.jspecify.annotations.NullMarked;
