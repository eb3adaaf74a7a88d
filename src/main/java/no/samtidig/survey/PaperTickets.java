package no.samtidig.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.Unit;
import no.samtidig.platform.Language;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.code.ReadableCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tickets on paper, for people without a mail address at work. What was printed together is a sheet. The codes are worked out anew each
 * time, so that a sheet can be printed again; what is used or withdrawn is left out then.
 */
@Service
public class PaperTickets {
    /** Tickets on a sheet at most. */
    public static final int MOST = 200;

    private final RunningStore store;
    private final Tickets tickets;
    private final Recipients recipients;
    private final PublicAddress address;
    private final AuditLog audit;

    PaperTickets(RunningStore store, Tickets tickets, Recipients recipients, PublicAddress address, AuditLog audit) {
        this.store = store;
        this.tickets = tickets;
        this.recipients = recipients;
        this.address = address;
        this.audit = audit;
    }

    /**
     * What was printed together.
     *
     * @param unit by name
     * @param count all that were made
     * @param standing those not withdrawn
     */
    public record Sheet(UUID id, String unit, Language language, LocalDate made, int count, int standing) {}

    /**
     * One to hand out.
     *
     * @param link what the square code holds
     * @param code the same for fingers, in groups of four
     */
    public record Slip(String link, String code) {}

    /** Makes a sheet. Sent again with the same id, it changes nothing. False where the round was closed meanwhile. */
    @Transactional
    public boolean make(Visitor.Person person, Round round, UUID sheet, Unit unit, Language language, int count) {
        boolean taking = store.lock(round.id());
        if (store.sheets(round.id()).stream().anyMatch(it -> it.id().equals(sheet))) {
            return true;
        }
        if (!taking) {
            return false;
        }
        tickets.issueOnPaper(round.id(), sheet, unit.path(), language, count);
        audit.write(
                person.account(),
                SurveyAction.PRINTED_TICKETS_FOR_ROUND,
                round.id().value());
        return true;
    }

    /** All sheets of a round, the newest first. */
    public List<Sheet> sheets(Round round) {
        List<Unit> units = recipients.units(round.target());
        return store.sheets(round.id()).stream()
                .map(it ->
                        new Sheet(it.id(), name(units, it.unit()), it.language(), it.made(), it.count(), it.standing()))
                .toList();
    }

    private static String name(List<Unit> units, String path) {
        return units.stream()
                .filter(it -> it.path().value().equals(path))
                .findFirst()
                .map(Unit::name)
                .orElse(path);
    }

    public Optional<Sheet> sheet(Round round, UUID id) {
        return sheets(round).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** The slips of a sheet, used or not. */
    public List<Slip> slips(Round round, Sheet sheet) {
        return store.standing(round.id(), sheet.id()).stream()
                .map(tickets::code)
                .map(it -> new Slip(address.of("/svar/" + it), ReadableCode.grouped(it, " ")))
                .toList();
    }

    /** Takes a sheet back: should the paper get lost. Answers that were given stand. */
    @Transactional
    public void withdraw(Visitor.Person person, Round round, UUID sheet) {
        store.withdrawSheet(round.id(), sheet);
        audit.write(
                person.account(),
                SurveyAction.WITHDREW_PAPER_TICKETS_OF_ROUND,
                round.id().value());
    }
}
