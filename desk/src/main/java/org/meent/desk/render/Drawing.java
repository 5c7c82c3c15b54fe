// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.desk.render;

/**
 * A figure as shapes.
 *
 * @param shapes elements of SVG
 * @param height height in units of which 720 make the width
 */
record Drawing(String shapes, double height) {}
