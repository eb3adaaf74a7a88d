package no.samtidig.access;

import java.util.Optional;
import no.samtidig.platform.NameRule;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.code.OneLine;

/**
 * A person's full name. Letters of any language, and what stands between names; so it can hold no address of a web page, and a mail
 * that greets somebody by it cannot be made to advertise.
 *
 * @param value 1 to {@link #LONGEST} characters, as {@link NameRule#PERSON} allows them
 */
public record PersonName(String value) {
    /** Characters at most. */
    public static final int LONGEST = 80;

    public PersonName {
        if (NameRule.PERSON.flaw(value, LONGEST).isPresent()) {
            throw new IllegalArgumentException("not a name");
        }
    }

    /** The name as it was meant; empty where it can be no name. */
    public static Optional<PersonName> of(String typed) {
        return flaw(typed).isPresent() ? Optional.empty() : Optional.of(new PersonName(meant(typed)));
    }

    /** Why what was typed can be no name. */
    public static Optional<Sentence> flaw(String typed) {
        return NameRule.PERSON.flaw(meant(typed), LONGEST);
    }

    /** Keyboards have many apostrophes and hyphens; in a name each is one. */
    private static String meant(String typed) {
        return OneLine.of(typed)
                .replace('‘', '’')
                .replace('`', '’')
                .replace('´', '’')
                .replace('′', '’')
                .replace('‐', '-')
                .replace('‑', '-')
                .replace('–', '-');
    }
}
