// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What released figures say about people like a described person: how many of 100 had each support,
 * what came after, what the support did, and what is not known. It reads tables that passed the
 * gate and never a record. Start with {@link org.meent.models.described.HundredPeople}.
 */
@NullMarked
package org.meent.models.described;

import org.jspecify.annotations.NullMarked;
