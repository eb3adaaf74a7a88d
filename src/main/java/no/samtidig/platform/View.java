package no.samtidig.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What every template knows besides its page: who reads, in which language, and where files are.
 *
 * @param language the reader's
 * @param texts the interface's texts
 * @param path the address asked for, with query; where a change of language returns to
 * @param scheme light, dark or auto
 * @param open the main menu of whoever is not signed in
 * @param person the signed-in reader, if any
 * @param ownDevice whether the reader says the device is their own; on a shared one nothing is kept
 * @param development whether development pages exist (gallery, mailbox, demo)
 * @param assets addresses of style sheets, scripts and fonts
 * @param sheets names of the style sheets the page needs besides the frame's
 */
public record View(
        Language language,
        Texts texts,
        String path,
        Scheme scheme,
        Menu open,
        @Nullable Person person,
        boolean ownDevice,
        boolean development,
        Assets assets,
        List<String> sheets) {
    public View {
        sheets = List.copyOf(sheets);
    }

    /** How the reader wants the colours. */
    public enum Scheme implements Coded {
        AUTO,
        LIGHT,
        DARK;

        public String tag() {
            return code();
        }
    }

    /**
     * The reader as the frame of a page shows them.
     *
     * @param key tells readers on one device apart, and nothing else
     * @param name full name
     * @param role the role acted in, in the reader's language
     * @param roles roles to choose between; empty where there is only one
     * @param menu the main menu of the role acted in
     * @param unused after so long without use the session ends; null where that is a whole shift, and no page needs to tell
     */
    public record Person(
            String key,
            String name,
            String role,
            List<Choice> roles,
            Menu menu,
            @Nullable Duration unused) {
        public Person {
            roles = List.copyOf(roles);
        }
    }

    /**
     * A page of the main menu.
     *
     * @param name which page, as the page itself tells the frame
     * @param path its address
     * @param label what the reader sees
     */
    public record Link(String name, String path, String label) {}

    /**
     * One thing to choose.
     *
     * @param value what the form sends
     * @param label what the reader sees
     */
    public record Choice(String value, String label) {}

    /** The main menu of the reader. */
    public Menu menu() {
        return person == null ? open : person.menu();
    }

    /** The same in another language. */
    public View in(Language other) {
        return new View(other, texts, path, scheme, open, person, ownDevice, development, assets, sheets);
    }

    /** The same with the style sheets of a page. */
    public View with(List<String> needed) {
        return new View(language, texts, path, scheme, open, person, ownDevice, development, assets, needed);
    }

    public String text(String key, Object... arguments) {
        return texts.text(language, key, arguments);
    }

    /** A date as people write it in the reader's language. */
    public String date(LocalDate date) {
        return language.date(date);
    }

    /** The same where there is little room: the month is shortened. */
    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .format(date);
    }

    /** A date and the time of day. */
    public String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.locale())
                .withZone(Norway.ZONE)
                .format(at);
    }

    /** The day of the week, for a date within a week. */
    public String weekday(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEEE", language.locale()).format(date);
    }

    /** {@code lang} where a text is in another language than the page; null leaves the attribute out. */
    public @Nullable String langUnlessOwn(Language of) {
        return of == language ? null : of.tag();
    }

    public String asset(String name) {
        return assets.address(name);
    }
}
