// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.source;

import java.nio.file.Path;

/**
 * Where and how records without a key are linked.
 *
 * @param folder a folder inside the run that does not exist yet; what is compared stands in it
 *     while it is compared
 * @param threads number of threads; nothing depends on it
 */
public record Scratch(Path folder, int threads) {}
