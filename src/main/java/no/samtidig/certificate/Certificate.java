package no.samtidig.certificate;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * One certificate, as its holder sees it.
 *
 * @param id names it in the credential and in the audit log; not the code
 * @param code what finds its public page
 * @param achievement what it is for
 * @param name the holder's name when it was issued
 * @param place where the holder worked then
 * @param achieved the day the last lesson was completed, or of the renewal
 * @param declared whether it was renewed on the holder's word that the module was gone through again
 * @param issued when it was made
 * @param expires the last day it is valid, in Norwegian time
 * @param former when the one it renews was achieved
 * @param choice what the public page shows
 * @param end how and when it ended; null while it is in force
 */
public record Certificate(
        UUID id,
        CertificateCode code,
        Achievement achievement,
        String name,
        String place,
        LocalDate achieved,
        boolean declared,
        OffsetDateTime issued,
        LocalDate expires,
        Optional<LocalDate> former,
        Choice choice,
        @Nullable End end) {

    /**
     * What the holder has chosen. Module, date and state are always shown while the certificate is in force.
     *
     * @param name whether the public page shows the name
     * @param place whether it shows the unit
     * @param details whether it shows lessons, hours and aims
     * @param email whether the credential holds a digest of the holder's mail address
     */
    public record Choice(boolean name, boolean place, boolean details, boolean email) {}

    /** How a certificate ended. */
    public enum Ending implements Coded {
        /** A newer one says that the module was completed anew. */
        RENEWED,
        /** The holder took a new one out for the same achievement, with a new code. */
        REPLACED,
        /** The holder took it back, or deleted it. */
        WITHDRAWN;

        static Ending of(String code) {
            return Coded.of(Ending.class, code).orElseThrow();
        }
    }

    /** How and when it ended. */
    public record End(Ending how, LocalDate on) {}

    /** What it is worth today. */
    public enum State implements Coded {
        VALID,
        EXPIRED,
        RENEWED,
        REPLACED,
        WITHDRAWN;

        /** The key of its text. */
        public String key() {
            return "certificate.state." + code();
        }

        /** Whether it may still be shown with what it says; a renewed or expired one was true once. */
        public boolean tellsFacts() {
            return switch (this) {
                case VALID, EXPIRED, RENEWED -> true;
                case REPLACED, WITHDRAWN -> false;
            };
        }
    }

    static State state(@Nullable End end, LocalDate expires, LocalDate today) {
        if (end == null) {
            return today.isAfter(expires) ? State.EXPIRED : State.VALID;
        }
        return switch (end.how()) {
            case RENEWED -> State.RENEWED;
            case REPLACED -> State.REPLACED;
            case WITHDRAWN -> State.WITHDRAWN;
        };
    }

    public State state(LocalDate today) {
        return state(end, expires, today);
    }

    public boolean inForce() {
        return end == null;
    }
}
