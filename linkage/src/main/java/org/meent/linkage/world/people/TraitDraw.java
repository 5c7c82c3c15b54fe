// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.world.people;

import org.meent.protocols.run.RandomStream;

/** Draws the latent traits of one person; all share a common factor. */
final class TraitDraw {
  private static final double LOADING = 0.5;
  private static final double REST = StrictMath.sqrt(1 - LOADING * LOADING);
  private static final double CENTRE = 3.7;
  private static final double SPREAD = 0.75;
  private static final double NOISE = 0.5;

  private TraitDraw() {}

  /** Traits without scores yet. */
  static Traits of(RandomStream stream, Origin origin, Education education) {
    double common = stream.nextGaussian();
    double schooling = 0.35 * (education.ordinal() - 0.55);
    double ability = one(stream, common) + schooling;
    double health = one(stream, common);
    double mental = one(stream, common);
    double motivation = one(stream, common);
    double language = 0.6 * one(stream, common) + languageOf(origin) + schooling;
    double debt = one(stream, -common);
    double social = one(stream, common);
    long capacity =
        Math.round(88 + 13 * (0.6 * ability + 0.8 * health) + 7 * stream.nextGaussian());
    return new Traits(
        ability,
        health,
        mental,
        motivation,
        language,
        debt,
        social,
        stream.nextGaussian(),
        (int) Math.max(30, Math.min(130, capacity)),
        new int[0]);
  }

  /** The same traits with scores drawn to them. */
  static Traits scored(RandomStream stream, Traits traits) {
    double[] latent = {
      traits.ability(), traits.health(), traits.mental(), traits.debt(), traits.social()
    };
    return new Traits(
        traits.ability(),
        traits.health(),
        traits.mental(),
        traits.motivation(),
        traits.language(),
        traits.debt(),
        traits.social(),
        traits.residual(),
        traits.capacity(),
        scores(stream, latent));
  }

  private static double one(RandomStream stream, double common) {
    return LOADING * common + REST * stream.nextGaussian();
  }

  private static double languageOf(Origin origin) {
    return switch (origin) {
      case NETHERLANDS -> 0.8;
      case SECOND_GENERATION -> 0.6;
      case MIGRANT -> -0.4;
      case REFUGEE -> -1.0;
    };
  }

  private static int[] scores(RandomStream stream, double[] latent) {
    ZrmDomain[] domains = ZrmDomain.values();
    int[] scores = new int[domains.length];
    for (int d = 0; d < domains.length; d++) {
      double value = CENTRE + SPREAD * driver(domains[d], latent) + NOISE * stream.nextGaussian();
      scores[d] = (int) Math.max(1, Math.min(5, Math.round(value)));
    }
    return scores;
  }

  /** What a domain is about, among ability, health, mental health, debt and social network. */
  private static double driver(ZrmDomain domain, double[] latent) {
    return switch (domain) {
      case FINANCIEN -> -latent[3] - 0.7;
      case WERK -> latent[0] - 1.2;
      case TIJDSBESTEDING -> 0.6 * latent[2];
      case HUISVESTING -> 0.5 - 0.5 * latent[3];
      case HUISELIJKE_RELATIES -> 0.5 * latent[2] + 0.3 * latent[4];
      case GEESTELIJKE_GEZONDHEID -> latent[2];
      case LICHAMELIJKE_GEZONDHEID -> latent[1];
      case MIDDELENGEBRUIK -> 0.8 + 0.4 * latent[2];
      case BASALE_ADL -> 1.2 + 0.3 * latent[1];
      case INSTRUMENTELE_ADL -> 0.9 + 0.3 * latent[1];
      case SOCIAAL_NETWERK -> latent[4];
      case PARTICIPATIE -> 0.5 * latent[4] - 0.5;
      case JUSTITIE -> 1.2;
    };
  }
}
