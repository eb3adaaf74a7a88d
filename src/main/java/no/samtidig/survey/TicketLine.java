package no.samtidig.survey;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;

/**
 * An invitation as those who run the round see it: who and where. Whether it is used stands nowhere, so that nobody is pressed.
 *
 * @param address where mail goes
 * @param unit path of the unit
 * @param invited the day the invitation was written. Not that of the latest mail: only who has not answered gets a reminder
 */
public record TicketLine(
        UUID id,
        Optional<AccountId> account,
        String address,
        String unit,
        Optional<StaffGroup> staffGroup,
        Optional<LocalDate> invited) {}
