// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.people;

/**
 * A caseworker.
 *
 * @param number place within the municipality, from 0
 * @param code what files call this caseworker
 * @param leniency log odds of support beside the average
 * @param quality log hazard of work beside the average
 */
public record Caseworker(int number, String code, double leniency, double quality) {}
