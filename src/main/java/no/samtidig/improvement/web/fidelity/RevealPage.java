package no.samtidig.improvement.web.fidelity;

import no.samtidig.platform.Page;

/**
 * Before the ratings are shown to each other.
 *
 * @param rating as it stands
 */
public record RevealPage(RatingPage rating) implements Page {}
