package no.samtidig.survey;

import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;

/**
 * The right to answer a round once. It says who may answer and whether it is used, never what.
 *
 * @param account whose; empty for one sent to an address or printed on paper
 * @param address where it is sent; empty on paper
 * @param language of mail to them, and of the first page
 * @param unit where they work
 * @param staffGroup empty where it is not known: then the answerer says it
 * @param used whether an answer was counted; turns a while after it came in
 */
public record Ticket(
        UUID id,
        RoundId round,
        Optional<AccountId> account,
        Optional<String> address,
        Language language,
        UnitPath unit,
        Optional<StaffGroup> staffGroup,
        boolean withdrawn,
        boolean used) {}
