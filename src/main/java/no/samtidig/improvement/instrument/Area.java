package no.samtidig.improvement.instrument;

import no.samtidig.platform.LocalizedText;

/**
 * A part of what a unit does, along the way through it.
 *
 * @param id never changes
 */
public record Area(String id, LocalizedText name) {}
