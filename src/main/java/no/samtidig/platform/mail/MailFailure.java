package no.samtidig.platform.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.samtidig.platform.code.Coded;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail did not leave.
 *
 * @param reason in our words
 * @param answer what the server said, with its code (RFC 5321, 4.2) and with addresses left out; empty where it said nothing
 */
record MailFailure(Reason reason, String answer) {
    private static final int LONGEST = 300;

    /** The words stand under {@code mail.failure.<code>}. */
    enum Reason implements Coded {
        /** Nobody answers at the mail server's address. */
        NO_ANSWER,
        /** The mail server does not accept our user and password. */
        NOT_LET_IN,
        /** There is no such address. */
        NO_SUCH_ADDRESS,
        /** The mailbox is full. */
        FULL,
        /** The server says no, and would say so again. */
        REFUSED,
        /** The server says: not now. */
        LATER,
        /** The link in it was sealed under another key. */
        SEALED,
        UNKNOWN;

        /** Whether trying again would end alike, as long as nobody changes anything. */
        boolean permanent() {
            return this == NO_SUCH_ADDRESS || this == REFUSED || this == SEALED;
        }
    }

    static MailFailure of(Reason reason) {
        return new MailFailure(reason, "");
    }

    /** What came of sending. */
    static MailFailure of(MailException failure) {
        List<Throwable> all = new ArrayList<>();
        gather(failure, all);
        Optional<MailFailure> answered = all.stream()
                .filter(it -> code(text(it)) > 0)
                .max(Comparator.comparing(MailFailure::toRecipient))
                .map(it -> answered(code(text(it)), text(it), toRecipient(it)));
        if (answered.isPresent() && !(failure instanceof MailAuthenticationException)) {
            return answered.get();
        }
        if (failure instanceof MailAuthenticationException) {
            return new MailFailure(Reason.NOT_LET_IN, masked(text(all.getLast())));
        }
        boolean away = all.stream().anyMatch(java.io.IOException.class::isInstance);
        return new MailFailure(away ? Reason.NO_ANSWER : Reason.UNKNOWN, masked(text(all.getLast())));
    }

    /** What the mail library throws for one recipient; it is no part of what we compile against. */
    private static boolean toRecipient(Throwable it) {
        return it.getClass().getSimpleName().equals("SMTPAddressFailedException");
    }

    /** The code that an answer begins with; 0 where it is none. */
    private static int code(String text) {
        return text.length() > 3
                        && text.charAt(0) >= '2'
                        && text.charAt(0) <= '5'
                        && text.substring(0, 3).chars().allMatch(it -> it >= '0' && it <= '9')
                ? Integer.parseInt(text.substring(0, 3))
                : 0;
    }

    private static String text(Throwable it) {
        return Objects.requireNonNullElse(it.getMessage(), "");
    }

    /** Everything that led to it; a mail exception keeps the others beside its cause. */
    private static void gather(Throwable from, List<Throwable> into) {
        if (into.contains(from) || into.size() > 50) {
            return;
        }
        into.add(from);
        if (from instanceof MailSendException several) {
            Arrays.stream(several.getMessageExceptions()).forEach(it -> gather(it, into));
        }
        if (from instanceof MessagingException one && one.getNextException() != null) {
            gather(one.getNextException(), into);
        }
        if (from.getCause() != null) {
            gather(from.getCause(), into);
        }
    }

    /**
     * By the code: 4xx is for now, 5xx for good; 550, 551 and 553 to a recipient say that there is nobody (RFC 5321, 4.2.3), unless the
     * finer code (RFC 3463) says that it is a rule of the server's (5.7).
     */
    private static MailFailure answered(int code, String text, boolean recipient) {
        boolean rule = text.contains(" 5.7.");
        Reason reason;
        if (code == 552 || code == 452 || text.contains(".2.2 ")) {
            reason = Reason.FULL;
        } else if (code == 530 || code == 534 || code == 535) {
            reason = Reason.NOT_LET_IN;
        } else if (code >= 500) {
            reason = recipient && !rule && (code == 550 || code == 551 || code == 553)
                    ? Reason.NO_SUCH_ADDRESS
                    : Reason.REFUSED;
        } else {
            reason = code >= 400 ? Reason.LATER : Reason.UNKNOWN;
        }
        return new MailFailure(reason, masked(text));
    }

    /** One short line without addresses. */
    static String masked(String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s")) {
            if (!word.isEmpty() && line.length() < LONGEST) {
                line.append(line.isEmpty() ? "" : " ").append(word.indexOf('@') >= 0 ? "…" : word);
            }
        }
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line.toString();
    }
}
