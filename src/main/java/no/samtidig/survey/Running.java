package no.samtidig.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.Region;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.platform.Language;
import no.samtidig.platform.mail.Outbox;
import no.samtidig.questionnaire.QuestionnaireText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Running rounds: who may run which, making them, saying go, inviting, reminding, closing. A round belongs to everybody whose scope
 * holds all of it; for others it does not exist.
 */
@Service
public class Running {
    /** Invitations shown at most. */
    public static final int SHOWN = 200;

    private final RoundStore rounds;
    private final RunningStore store;
    private final Rounds opening;
    private final Recipients recipients;
    private final Units units;
    private final Accounts accounts;
    private final SurveyMail mail;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    Running(
            JdbcClient sql,
            Rounds opening,
            Recipients recipients,
            Units units,
            Accounts accounts,
            SurveyMail mail,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.rounds = new RoundStore(sql);
        this.store = new RunningStore(sql);
        this.opening = opening;
        this.recipients = recipients;
        this.units = units;
        this.accounts = accounts;
        this.mail = mail;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Rounds that lie wholly within the person's scope, the newest first. */
    public List<RoundOverview> own(Visitor.Person person) {
        OrganisationScope scope = person.acting().scope();
        return rounds.all().stream()
                .filter(it -> recipients.within(scope, it.target()))
                .map(store::overview)
                .toList();
    }

    /** Rounds that have begun and ask somebody within the person's scope, the newest first. */
    public List<Round> touching(Visitor.Person person) {
        OrganisationScope scope = person.acting().scope();
        return rounds.all().stream()
                .filter(it -> it.state() != Round.State.DRAFT && recipients.touches(scope, it.target()))
                .toList();
    }

    /** The round, if the person may run it. */
    public Optional<RoundOverview> find(Visitor.Person person, RoundId id) {
        return rounds.find(id)
                .filter(it -> recipients.within(person.acting().scope(), it.target()))
                .map(store::overview);
    }

    /** Whether there is a round with this id, whoever may run it. */
    public boolean exists(RoundId id) {
        return rounds.find(id).isPresent();
    }

    /**
     * Where the person may ask.
     *
     * @param country whether the whole country can be chosen
     * @param regions as {@code rvts/rvts_midt} in a target; those that lie wholly within the scope
     * @param units all of the scope, by name
     */
    public record Reach(boolean country, List<Region> regions, List<Unit> units) {
        public Reach {
            regions = List.copyOf(regions);
            units = List.copyOf(units);
        }
    }

    public Reach reach(Visitor.Person person) {
        OrganisationScope scope = person.acting().scope();
        boolean country = scope.covers(UnitPath.COUNTRY);
        List<Region> regions = units.regions().stream()
                .filter(it -> {
                    OrganisationScope region = units.scope(it.place());
                    return country
                            || (!region.paths().isEmpty()
                                    && region.paths().stream().allMatch(scope::covers));
                })
                .toList();
        return new Reach(country, regions, units.within(scope));
    }

    /** What people call a region, which is written as {@code rvts/rvts_midt}. */
    public Optional<String> regionName(String region) {
        return units.regions().stream()
                .filter(it -> it.place().code().equals(region))
                .map(Region::name)
                .findFirst();
    }

    /** What became of a filled-in round. */
    public sealed interface Made {
        record Done(RoundId round) implements Made {}

        record Refused(Set<RoundDraft.Flaw> flaws) implements Made {
            public Refused {
                flaws = Collections.unmodifiableSet(new LinkedHashSet<>(flaws));
            }
        }
    }

    /**
     * Keeps a new round. Sent again with the same id, it changes nothing.
     *
     * @param id names it, so that one form makes one round
     */
    @Transactional
    public Made make(Visitor.Person person, RoundDraft draft, RoundId id) {
        if (find(person, id).isPresent()) {
            return new Made.Done(id);
        }
        Set<RoundDraft.Flaw> flaws = EnumSet.noneOf(RoundDraft.Flaw.class);
        flaws.addAll(draft.flaws(LocalDate.now(clock)));
        if (!flaws.contains(RoundDraft.Flaw.NO_PLACE)
                && recipients.units(draft.target()).isEmpty()) {
            flaws.add(RoundDraft.Flaw.NOBODY);
        }
        if (!flaws.isEmpty()
                || draft.questionnaire() == null
                || draft.anonymous() == null
                || draft.opens() == null
                || draft.closes() == null) {
            return new Made.Refused(flaws);
        }
        opening.make(
                new Round(
                        id,
                        draft.name().strip(),
                        draft.questionnaire(),
                        QuestionnaireText.version(draft.questionnaire()),
                        draft.anonymous(),
                        draft.underway(),
                        draft.first(),
                        draft.target(),
                        draft.opens(),
                        draft.closes(),
                        Round.State.DRAFT),
                person.account());
        log(person, "made", id);
        return new Made.Done(id);
    }

    private void log(Visitor.Person person, String what, RoundId round) {
        audit.write(
                person.account(), what + " round", "survey-round", round.value().toString());
    }

    /** Notes that somebody looked at who is asked. */
    @Transactional
    public void looked(Visitor.Person person, RoundId round) {
        log(person, "saw who is asked in", round);
    }

    /**
     * Other days; empty where they were taken.
     *
     * @return what is wrong with them
     */
    @Transactional
    public Set<RoundDraft.Flaw> days(
            Visitor.Person person,
            Round round,
            @org.jspecify.annotations.Nullable LocalDate opens,
            @org.jspecify.annotations.Nullable LocalDate closes) {
        boolean open = round.state() == Round.State.OPEN;
        LocalDate first = open ? round.opens() : opens;
        Set<RoundDraft.Flaw> flaws = RoundDraft.days(first, closes, open, LocalDate.now(clock));
        if (flaws.isEmpty() && first != null && closes != null && store.days(round.id(), first, closes)) {
            log(person, "changed the days of", round.id());
        }
        return flaws;
    }

    /** What pressing "open and invite" came to. */
    public enum Go {
        /** It is open, and invitations are being written. */
        OPENED,
        /** It opens by itself on its day. */
        WAITS,
        /** It was open, or said to be ready, already. */
        ALREADY,
        /** Its last day is over. */
        TOO_LATE,
        /** There is nobody to ask. */
        NOBODY
    }

    @Transactional
    public Go go(Visitor.Person person, Round round) {
        store.lock(round.id());
        RoundOverview now = store.overview(rounds.find(round.id()).orElseThrow());
        LocalDate today = LocalDate.now(clock);
        if (now.round().state() != Round.State.DRAFT || now.ready()) {
            return Go.ALREADY;
        }
        if (now.round().closes().isBefore(today)) {
            return Go.TOO_LATE;
        }
        if (now.invited() == 0 && recipients.people(round.target()).isEmpty()) {
            return Go.NOBODY;
        }
        store.ready(round.id(), OffsetDateTime.now(clock));
        log(person, "opened", round.id());
        if (now.round().opens().isAfter(today)) {
            return Go.WAITS;
        }
        opening.open(round.id());
        return Go.OPENED;
    }

    /** Takes back the go, as long as the day has not come. */
    @Transactional
    public void hold(Visitor.Person person, Round round) {
        store.notReady(round.id());
        log(person, "held back", round.id());
    }

    /** Invites those who have come to the units since; those who have an invitation get no other. */
    @Transactional
    public void inviteNewcomers(Visitor.Person person, Round round) {
        store.issueAgain(round.id());
        log(person, "invited newcomers to", round.id());
    }

    /** Takes no more answers from now on; mail that has not left does not go out. */
    @Transactional
    public boolean close(Visitor.Person person, Round round) {
        boolean closed = opening.close(round.id());
        if (closed) {
            outbox.takeBackAll(SurveyMail.prefix(round.id()));
            log(person, "closed", round.id());
        }
        return closed;
    }

    /** Throws away a round that never opened, with everything made for it. */
    @Transactional
    public boolean remove(Visitor.Person person, Round round) {
        boolean removed = store.remove(round.id());
        if (removed) {
            log(person, "removed", round.id());
        }
        return removed;
    }

    /** What asking for a reminder came to. */
    public enum Reminded {
        ASKED,
        /** That one was asked for before. */
        ALREADY,
        /** There are too few days since the last mail, or there is nothing to remind of. */
        NOT_NOW
    }

    /**
     * Asks for a reminder to those who have not answered.
     *
     * @param step which, 1 or 2, as the page offered it
     */
    @Transactional
    public Reminded remind(Visitor.Person person, Round round, int step) {
        store.lock(round.id());
        RoundOverview now = store.overview(rounds.find(round.id()).orElseThrow());
        if (now.reminders().stream().anyMatch(it -> it.step() == step)) {
            return Reminded.ALREADY;
        }
        LocalDate today = LocalDate.now(clock);
        boolean may = step == now.reminders().size() + 1
                && now.nextReminder().filter(it -> !it.isAfter(today)).isPresent()
                && !now.round().closes().isBefore(today);
        if (!may || !store.remind(round.id(), step, today, person.account())) {
            return Reminded.NOT_NOW;
        }
        log(person, "reminded in", round.id());
        return Reminded.ASKED;
    }

    /** Whether it is long enough since the last mail that somebody could get the next reminder today. */
    public boolean remindable(RoundOverview round) {
        return store.remindable(
                round.round().id(),
                round.reminders().size() + 1,
                LocalDate.now(clock).minusDays(RoundOverview.DAYS_BETWEEN));
    }

    /** Sends the invitation to the person who runs the round, with a link to a form that keeps nothing. Same key, one mail. */
    @Transactional
    public void trial(Visitor.Person person, Round round, Language language, UUID key) {
        Language written = language == Language.EN ? Language.NB : language;
        SurveyMail.Letter letter = mail.trial(
                mail.letter(SurveyMail.Step.INVITATION, written, round, asker(round)),
                written,
                mail.trialLink(round.id()));
        outbox.put("survey-trial:" + key, person.email(), letter.subject(), letter.body());
    }

    /** Who asks: whoever made the round, or the service where they are gone. */
    SurveyMail.Asker asker(Round round) {
        Visitor.Person maker =
                accounts.visitor(new AccountId(store.maker(round.id())), null).person();
        return maker == null ? new SurveyMail.Asker("Samtidig", "") : new SurveyMail.Asker(maker.name(), maker.email());
    }

    /**
     * A mail of the round, for the page that tells who gets which.
     *
     * @param step code of the step
     * @param before the text before the link
     * @param after the text after the link
     * @param count how many were written, and have left; none of reminders, since who got one had not answered
     */
    public record MailShown(String step, String subject, String before, String after, Outbox.Tally count) {}

    /** Every mail of the round, as it reads in a language. */
    public List<MailShown> mails(Round round, Language language) {
        return Stream.of(SurveyMail.Step.values())
                .map(step -> {
                    SurveyMail.Letter letter = mail.letter(step, language, round, asker(round));
                    int link = letter.body().indexOf(Outbox.SECRET);
                    return new MailShown(
                            step.code(),
                            letter.subject(),
                            letter.body().substring(0, link).stripTrailing(),
                            letter.body()
                                    .substring(link + Outbox.SECRET.length())
                                    .strip(),
                            step == SurveyMail.Step.INVITATION
                                    ? outbox.tally(SurveyMail.prefix(round.id()), ":" + step.code())
                                    : new Outbox.Tally(0, 0));
                })
                .toList();
    }

    /** Invitations to people whose address holds a part; at most {@link #SHOWN}. */
    public List<TicketLine> invitations(Round round, String part) {
        return store.lines(round.id(), part.strip().toLowerCase(java.util.Locale.ROOT), SHOWN);
    }

    /** Takes an invitation back: its link leads nowhere, and mail that has not left does not go out. */
    @Transactional
    public boolean withdraw(Visitor.Person person, Round round, UUID ticket) {
        boolean withdrawn = store.withdraw(round.id(), ticket);
        if (withdrawn) {
            for (SurveyMail.Step step : SurveyMail.Step.values()) {
                outbox.takeBack(SurveyMail.key(round.id(), ticket, step));
            }
            log(person, "withdrew an invitation to", round.id());
        }
        return withdrawn;
    }

    /** Units of the round with how many are invited there, by name. */
    public List<UnitCount> byUnit(RoundOverview round) {
        var invited = store.byUnit(round.round().id());
        List<UnitCount> counts = new ArrayList<>();
        List<Unit> all = recipients.units(round.round().target());
        List<Recipients.Recipient> people = recipients.people(round.round().target(), all);
        for (Unit unit : all) {
            List<Recipients.Recipient> here =
                    people.stream().filter(it -> it.unit().equals(unit.path())).toList();
            counts.add(
                    new UnitCount(unit, here, invited.getOrDefault(unit.path().value(), 0)));
        }
        return counts;
    }

    /**
     * A unit of a round.
     *
     * @param people who work there and are asked, by name
     * @param invited how many invitations there are, to addresses too
     */
    public record UnitCount(Unit unit, List<Recipients.Recipient> people, int invited) {
        public UnitCount {
            people = List.copyOf(people);
        }

        public int in(StaffGroup group) {
            return (int) people.stream().filter(it -> it.staffGroup() == group).count();
        }
    }
}
