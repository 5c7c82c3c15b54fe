// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * A strict reader of YAML 1.2 core: what two people could read differently is refused, with its
 * line. Start with {@link org.meent.protocols.yaml.YamlFile}, which gives a tree of {@link
 * org.meent.protocols.yaml.Node}; {@link org.meent.protocols.yaml.Fields} binds a mapping and
 * collects everything that is wrong in {@link org.meent.protocols.yaml.Problems}.
 */
@NullMarked
package org.meent.protocols.yaml;

import org.jspecify.annotations.NullMarked;
