package no.samtidig.improvement.coaching;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Talks as a calendar file (iCalendar, RFC 5545): lines end with CRLF and are folded at 75 octets, texts are escaped, times are Norway's
 * with the rules of its summer time. A talk keeps its UID, and its SEQUENCE grows when it is moved or cancelled, so a calendar changes
 * the entry it has.
 */
public final class TalkCalendar {
    private static final int LINE = 75;
    private static final String END = "\r\n";
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    /** Central European time with the rules in force since 1996. */
    private static final List<String> OSLO = List.of(
            "BEGIN:VTIMEZONE",
            "TZID:Europe/Oslo",
            "BEGIN:DAYLIGHT",
            "DTSTART:19960331T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "TZNAME:CEST",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "DTSTART:19961027T030000",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "TZNAME:CET",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "END:STANDARD",
            "END:VTIMEZONE");

    private TalkCalendar() {}

    /**
     * What an entry says.
     *
     * @param summary one line, without names
     * @param description several lines
     */
    public record Entry(Talk talk, String summary, String description, String address) {}

    /**
     * The file.
     *
     * @param now when it was made
     */
    public static byte[] file(List<Entry> entries, Instant now) {
        StringBuilder file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Samtidig//Veiledning//NO");
        line(file, "CALSCALE:GREGORIAN");
        line(file, "METHOD:PUBLISH");
        OSLO.forEach(it -> line(file, it));
        entries.forEach(it -> entry(file, it, now));
        line(file, "END:VCALENDAR");
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void entry(StringBuilder file, Entry it, Instant now) {
        LocalDateTime starts = it.talk().day().atTime(it.talk().starts());
        line(file, "BEGIN:VEVENT");
        line(file, "UID:talk-" + it.talk().id().value() + "@samtidig");
        line(file, "DTSTAMP:" + LOCAL.format(now.atOffset(ZoneOffset.UTC)) + "Z");
        line(file, "SEQUENCE:" + it.talk().sequence());
        line(file, "DTSTART;TZID=Europe/Oslo:" + LOCAL.format(starts));
        line(file, "DTEND;TZID=Europe/Oslo:" + LOCAL.format(starts.plusMinutes(Talk.MINUTES)));
        line(file, "SUMMARY:" + text(it.summary()));
        line(file, "DESCRIPTION:" + text(it.description()));
        line(file, "URL:" + it.address());
        line(file, "STATUS:" + (it.talk().state() == Talk.State.CANCELLED ? "CANCELLED" : "CONFIRMED"));
        line(file, "END:VEVENT");
    }

    private static String text(String it) {
        return it.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace("\r", "\n")
                .replace("\n", "\\n");
    }

    /** No line is longer than 75 octets, and no letter is cut in two. */
    private static void line(StringBuilder file, String content) {
        int octets = 0;
        for (int at = 0; at < content.length(); at += Character.charCount(content.codePointAt(at))) {
            String letter = Character.toString(content.codePointAt(at));
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                file.append(END).append(' ');
                octets = 1;
            }
            file.append(letter);
            octets += size;
        }
        file.append(END);
    }
}
