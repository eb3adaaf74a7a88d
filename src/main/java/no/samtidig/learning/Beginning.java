package no.samtidig.learning;

import java.time.OffsetDateTime;
import java.util.Optional;
import no.samtidig.catalogue.Profession;

/**
 * What a person said at the first visit.
 *
 * @param profession whom lessons are picked for; empty where none of ours fits
 * @param confirmed when they said it, or last changed it
 */
public record Beginning(Optional<Profession> profession, OffsetDateTime confirmed) {}
