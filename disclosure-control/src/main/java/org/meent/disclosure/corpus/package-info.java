// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A corpus of leaks that scores the gate: outputs drawn from made-up people, each with an attack
 * that is really run against what would be shown. Whether an output leaks is what the attack finds,
 * not a label, and the gate sees nothing but the outputs. Start at {@link
 * org.meent.disclosure.corpus.Corpus#score}; each {@link org.meent.disclosure.corpus.Plot} is one
 * way in which outputs leak, or do not.
 */
@NullMarked
package org.meent.disclosure.corpus;

import org.jspecify.annotations.NullMarked;
