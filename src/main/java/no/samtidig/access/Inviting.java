package no.samtidig.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.Addresses.Recipient;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.platform.Language;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.mail.Letter;
import no.samtidig.platform.mail.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Inviting people to a role at a place: who may invite whom where, writing the mail, sending it again, taking it back. What the one
 * who gets it does is in {@link Joining}.
 */
@Service
public class Inviting {
    /** How long a link works. */
    public static final Duration VALID = Duration.ofDays(14);

    /** Addresses at most at one time. */
    public static final int MOST = 500;

    /** How often one invitation is sent at most: nobody is to be pestered. */
    static final int SENDINGS = 5;

    /** Mails with invitations to one address in a week at most, whoever sends them. */
    static final int IN_A_WEEK = 6;

    /** Invitations shown at most. */
    public static final int SHOWN = 300;

    private final InvitationStore store;
    private final Units units;
    private final Outbox outbox;
    private final InvitationMail mail;
    private final AuditLog audit;
    private final Clock clock;

    Inviting(InvitationStore store, Units units, Outbox outbox, InvitationMail mail, AuditLog audit, Clock clock) {
        this.store = store;
        this.units = units;
        this.outbox = outbox;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where the person may invite to, acting as they do: units they cover, own region, and for an administrator everything. */
    public List<NamedPlace> places(Visitor.Person inviter) {
        List<NamedPlace> places = new ArrayList<>();
        OrganisationScope scope = inviter.acting().scope();
        boolean everything = Delegation.everything(inviter);
        if (everything) {
            places.add(new NamedPlace(new Place.Country(), "Norge", ""));
        }
        units.regions().stream()
                .filter(it -> everything || Delegation.ownRegion(inviter, it.place()))
                .map(it -> new NamedPlace(it.place(), it.name(), ""))
                .forEach(places::add);
        units.within(scope).stream()
                .map(it -> new NamedPlace(Place.of(it.path()), it.name(), it.owner()))
                .forEach(places::add);
        return List.copyOf(places);
    }

    /** The roles the person may give somewhere, in the order of {@link Role}. */
    public List<Role> roles(List<NamedPlace> places) {
        Set<Role> roles = new LinkedHashSet<>();
        for (Role role : Role.values()) {
            if (places.stream().anyMatch(it -> Role.at(it.place()).contains(role))) {
                roles.add(role);
            }
        }
        return List.copyOf(roles);
    }

    /**
     * What is asked for.
     *
     * @param addresses as typed
     * @param role which role to offer
     * @param place where
     * @param language of the mail
     */
    public record Draft(String addresses, Role role, NamedPlace place, Language language) {}

    /** What would be sent, or why nothing can be. */
    public sealed interface Checked {
        /**
         * Ready to send.
         *
         * @param recipients who gets an invitation
         * @param repeated addresses that stood there twice
         * @param skipped who gets none, and why
         * @param subject of the mail
         * @param text of the mail, as the first of them would get it
         */
        record Ready(
                List<Recipient> recipients,
                List<Addresses.Repeated> repeated,
                List<Skipped> skipped,
                String subject,
                String text)
                implements Checked {
            public Ready {
                recipients = List.copyOf(recipients);
                repeated = List.copyOf(repeated);
                skipped = List.copyOf(skipped);
            }
        }

        /** Some are no addresses; nothing is sent before they are mended. */
        record Bad(List<Addresses.Bad> bad) implements Checked {
            public Bad {
                bad = List.copyOf(bad);
            }
        }

        /** Nothing was typed. */
        record Empty() implements Checked {}

        /** More than {@link Inviting#MOST}. */
        record TooMany(int count) implements Checked {}

        /** The role makes no sense at this place. */
        record NotThere() implements Checked {}

        /** Everybody named is invited or has the role. */
        record NobodyNew(List<Skipped> skipped) implements Checked {
            public NobodyNew {
                skipped = List.copyOf(skipped);
            }
        }
    }

    /** Somebody who gets no invitation. */
    public record Skipped(Recipient recipient, Reason reason) {
        /** Why not; the words stand under {@code invite.skipped.<code>}. */
        public enum Reason implements Coded {
            INVITED,
            HAS_ROLE,
            /** So many invitations in a week that it is enough. */
            ENOUGH;
        }
    }

    /** Looks at a draft without sending anything. */
    @Transactional(readOnly = true)
    public Checked check(Visitor.Person inviter, Draft draft) {
        if (!Role.at(draft.place().place()).contains(draft.role())) {
            return new Checked.NotThere();
        }
        Addresses read = Addresses.read(draft.addresses());
        if (!read.bad().isEmpty()) {
            return new Checked.Bad(read.bad());
        }
        if (read.recipients().isEmpty()) {
            return new Checked.Empty();
        }
        if (read.recipients().size() > MOST) {
            return new Checked.TooMany(read.recipients().size());
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<String> emails = read.recipients().stream().map(Recipient::email).toList();
        Set<String> holding = store.holding(emails, draft.role(), draft.place().place(), now);
        Set<String> open = store.open(emails, draft.role(), draft.place().place(), now);
        Set<String> pestered = store.pestered(emails, IN_A_WEEK, now.minusWeeks(1));
        List<Recipient> wanted = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (Recipient it : read.recipients()) {
            if (holding.contains(it.email())) {
                skipped.add(new Skipped(it, Skipped.Reason.HAS_ROLE));
            } else if (open.contains(it.email())) {
                skipped.add(new Skipped(it, Skipped.Reason.INVITED));
            } else if (pestered.contains(it.email())) {
                skipped.add(new Skipped(it, Skipped.Reason.ENOUGH));
            } else {
                wanted.add(it);
            }
        }
        if (wanted.isEmpty()) {
            return new Checked.NobodyNew(skipped);
        }
        Letter letter = letter(inviter, draft, wanted.getFirst().name());
        return new Checked.Ready(wanted, read.repeated(), skipped, letter.subject(), letter.body());
    }

    private Letter letter(Visitor.Person inviter, Draft draft, String name) {
        return mail.letter(
                draft.language(),
                name,
                inviter.name(),
                inviter.email(),
                draft.role(),
                draft.place().name(),
                draft.place().place() instanceof Place.Country,
                OffsetDateTime.now(clock).plus(VALID));
    }

    /**
     * Sends to everybody in the draft, or to nobody. Sent again with the same key, it changes nothing.
     *
     * @param key names this sending
     */
    @Transactional
    public Checked send(Visitor.Person inviter, Draft draft, UUID key) {
        Checked checked = check(inviter, draft);
        if (checked instanceof Checked.Ready ready) {
            InvitationStore.Offer offer = new InvitationStore.Offer(
                    inviter.account(),
                    draft.role(),
                    draft.place().place(),
                    draft.place().name(),
                    draft.language(),
                    key);
            ready.recipients().forEach(it -> write(inviter, draft, offer, it));
        }
        return checked;
    }

    private void write(Visitor.Person inviter, Draft draft, InvitationStore.Offer offer, Recipient to) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        OneTimeToken token = OneTimeToken.make();
        store.keep(offer, to.email(), to.name(), token.digest(), now, now.plus(VALID))
                .ifPresent(it -> {
                    post(it, to.email(), letter(inviter, draft, to.name()), token);
                    audit.write(
                            inviter.account(),
                            AccessAction.INVITED,
                            draft.role(),
                            it.id(),
                            draft.place().place());
                });
    }

    private void post(InvitationStore.Written it, String email, Letter letter, OneTimeToken token) {
        outbox.takeBack(mailKey(it.id(), it.sendings() - 1));
        outbox.putWithSecret(mailKey(it.id(), it.sendings()), email, letter, mail.link(token));
    }

    private static String mailKey(UUID invitation, int sending) {
        return "invitation:" + invitation + ":" + sending;
    }

    /** How many invitations a sending wrote. */
    public int written(Visitor.Person inviter, UUID key) {
        return store.written(key, inviter.account());
    }

    /** Invitations to the places the person may invite to: open ones first, then the newest. */
    public List<Invitation> all(Visitor.Person inviter) {
        return store.within(
                inviter.acting().scope(),
                inviter.acting().role() == Role.REGIONAL_CONTACT
                        ? inviter.acting().at().code()
                        : "",
                inviter.acting().scope().covers(UnitPath.COUNTRY),
                SHOWN,
                OffsetDateTime.now(clock));
    }

    /** How sending again ended. */
    public enum Again {
        SENT,
        /** It was sent, accepted or withdrawn in the meantime: nothing happened. */
        NOTHING,
        /** It has been sent so often that it is enough. */
        ENOUGH,
        /** No such invitation, or not this person's. */
        UNKNOWN
    }

    /**
     * Sends an open invitation once more, with a new link; the old one stops working.
     *
     * @param sendings how often it had been sent when the page was shown, so that a double submit sends once
     */
    @Transactional
    public Again sendAgain(Visitor.Person inviter, UUID id, int sendings) {
        Optional<Invitation> found = own(inviter, id);
        if (found.isEmpty()) {
            return Again.UNKNOWN;
        }
        Invitation it = found.get();
        if (!it.state().open() || it.sendings() != sendings) {
            return Again.NOTHING;
        }
        if (it.sendings() >= SENDINGS
                || !store.pestered(
                                List.of(it.email()),
                                IN_A_WEEK,
                                OffsetDateTime.now(clock).minusWeeks(1))
                        .isEmpty()) {
            return Again.ENOUGH;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        OneTimeToken token = OneTimeToken.make();
        Optional<InvitationStore.Written> written =
                store.renew(id, inviter.account(), sendings, token.digest(), now, now.plus(VALID));
        written.ifPresent(one -> {
            post(
                    one,
                    it.email(),
                    mail.letter(
                            it.language(),
                            it.name(),
                            inviter.name(),
                            inviter.email(),
                            it.role(),
                            it.place(),
                            it.everywhere(),
                            now.plus(VALID)),
                    token);
            audit.write(inviter.account(), AccessAction.INVITED_AGAIN, it.role(), id, it.at());
        });
        return written.isPresent() ? Again.SENT : Again.NOTHING;
    }

    /**
     * Takes an open invitation back: its link stops working, and a mail that has not left never will.
     *
     * @return false where there is no such invitation, or not this person's
     */
    @Transactional
    public boolean withdraw(Visitor.Person inviter, UUID id) {
        Optional<Invitation> found = own(inviter, id);
        found.ifPresent(it -> {
            if (store.withdraw(id, OffsetDateTime.now(clock))) {
                outbox.takeBack(mailKey(id, it.sendings()));
                audit.write(inviter.account(), AccessAction.WITHDREW, id);
            }
        });
        return found.isPresent();
    }

    /** The invitation, if it offers a role that the person could offer themself, where they could. */
    private Optional<Invitation> own(Visitor.Person inviter, UUID id) {
        return store.byId(id, OffsetDateTime.now(clock)).filter(it -> Delegation.covers(inviter, it.role(), it.at()));
    }
}
