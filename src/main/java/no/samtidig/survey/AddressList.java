package no.samtidig.survey;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.samtidig.access.Addresses;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.code.OneLine;

/**
 * A list of addresses as a spreadsheet saves it: a line of headings, then one person a line. Every cell is a text and nothing else; a
 * name, if there is one, is read over and kept nowhere.
 *
 * @param entries the good lines, each address once
 * @param repeated addresses that stood there before
 * @param bad lines with something wrong, the first {@link #TOLD}
 * @param badCount all of them
 */
record AddressList(List<Entry> entries, int repeated, List<Bad> bad, int badCount) {
    /** Lines at most. */
    static final int MOST = 100_000;

    /** Bad lines told at most: whoever has more mends the file elsewhere first. */
    static final int TOLD = 50;

    /** How a spreadsheet's own first line begins. */
    private static final String SAYS = "sep=";

    private static final String SEPARATORS = ";\t,";

    private static final Map<String, Column> HEADINGS = headings();

    AddressList {
        entries = List.copyOf(entries);
        bad = List.copyOf(bad);
    }

    private enum Column {
        ADDRESS,
        UNIT,
        GROUP,
        LANGUAGE
    }

    private static Map<String, Column> headings() {
        Map<String, Column> headings = new HashMap<>();
        List.of("e-post", "epost", "e-postadresse", "email", "e-mail").forEach(it -> headings.put(it, Column.ADDRESS));
        List.of("enhet", "eining", "unit").forEach(it -> headings.put(it, Column.UNIT));
        List.of("gruppe", "group").forEach(it -> headings.put(it, Column.GROUP));
        List.of("språk", "sprak", "målform", "language").forEach(it -> headings.put(it, Column.LANGUAGE));
        return Map.copyOf(headings);
    }

    /** Somebody to invite. */
    record Entry(long line, String email, UnitPath unit, Optional<StaffGroup> staffGroup, Language language) {
        Tickets.Invited invited() {
            return new Tickets.Invited(Optional.empty(), Optional.of(email), language, unit, staffGroup);
        }
    }

    /**
     * Something wrong on a line.
     *
     * @param line as an editor counts, from 1
     * @param text what stood there, shortened where it is long
     */
    record Bad(long line, Kind kind, String text) {
        /** What; the words stand under {@code rounds.addresses.bad.<code>}. */
        enum Kind implements Coded {
            NO_ADDRESS,
            BAD_ADDRESS,
            NO_UNIT,
            UNKNOWN_UNIT,
            AMBIGUOUS_UNIT,
            UNKNOWN_GROUP,
            UNKNOWN_LANGUAGE;
        }
    }

    /** What was read, or why nothing could be. */
    sealed interface Read {
        record Whole(AddressList list) implements Read {}

        /** It is no list of ours. */
        record Not(Why why, long line) implements Read {}

        /** Why; the words stand under {@code rounds.addresses.not.<code>}. */
        enum Why implements Coded {
            EMPTY,
            /** No heading for address, or none for unit. */
            NO_HEADINGS,
            TOO_MANY,
            /** A quotation mark that never ends, or something that is no text. */
            BROKEN;
        }
    }

    /** The text of a file: by its mark where it has one, else UTF-8 where it can be, else Latin 1. */
    static String text(byte[] file) {
        if (file.length > 1 && ((file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE)) {
            return decoded(file, 2, StandardCharsets.UTF_16LE);
        }
        if (file.length > 1 && ((file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF)) {
            return decoded(file, 2, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException _) {
            return decoded(file, 0, StandardCharsets.ISO_8859_1);
        }
    }

    private static String decoded(byte[] file, int from, Charset set) {
        return new String(file, from, file.length - from, set);
    }

    /**
     * Reads a list.
     *
     * @param units those that may be named, by name or path
     */
    static Read read(String text, List<Unit> units) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (content.isBlank()) {
            return new Read.Not(Read.Why.EMPTY, 1);
        }
        if (content.indexOf('\0') >= 0) {
            return new Read.Not(Read.Why.BROKEN, 1);
        }
        Optional<Character> said = said(content);
        if (said.isPresent() && content.lines().skip(1).allMatch(String::isBlank)) {
            return new Read.Not(Read.Why.EMPTY, 1);
        }
        String first = content.stripLeading().lines().findFirst().orElse("");
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .fieldSeparator(said.orElseGet(() -> separator(first)))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(content)) {
            return new Reading(units, said.isPresent()).read(lines);
        } catch (CsvParseException broken) {
            return new Read.Not(Read.Why.BROKEN, 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What the cells are parted by where the first line is a spreadsheet's own and says it, as {@code sep=;} does. */
    private static Optional<Character> said(String content) {
        String line = OneLine.of(content.lines().findFirst().orElse(""))
                .replace("\"", "")
                .toLowerCase(Locale.ROOT);
        if (!line.startsWith(SAYS)) {
            return Optional.empty();
        }
        String separator = line.substring(SAYS.length());
        return separator.isEmpty()
                ? Optional.of('\t')
                : Optional.of(separator.charAt(0)).filter(it -> SEPARATORS.indexOf(it) >= 0);
    }

    private static char separator(String line) {
        return line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static final class Reading {
        private final Map<String, List<UnitPath>> places = new HashMap<>();
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final List<Bad> bad = new ArrayList<>();
        private int badCount;
        private int repeated;

        private boolean firstSays;

        Reading(List<Unit> units, boolean firstSays) {
            this.firstSays = firstSays;
            for (Unit it : units) {
                places.computeIfAbsent(plain(it.name()), _ -> new ArrayList<>()).add(it.path());
                places.computeIfAbsent(it.path().value(), _ -> new ArrayList<>())
                        .add(it.path());
            }
        }

        private static String plain(String typed) {
            return OneLine.of(typed).toLowerCase(Locale.ROOT);
        }

        Read read(CsvReader<CsvRecord> lines) {
            Map<Column, Integer> columns = new HashMap<>();
            int count = 0;
            for (CsvRecord line : lines) {
                if (firstSays) {
                    firstSays = false;
                } else if (columns.isEmpty()) {
                    for (int i = 0; i < line.getFieldCount(); i++) {
                        Column column = HEADINGS.get(plain(line.getField(i)));
                        if (column != null) {
                            columns.putIfAbsent(column, i);
                        }
                    }
                    if (!columns.containsKey(Column.ADDRESS) || !columns.containsKey(Column.UNIT)) {
                        return new Read.Not(Read.Why.NO_HEADINGS, line.getStartingLineNumber());
                    }
                } else if (line.getFields().stream()
                        .anyMatch(it -> !OneLine.of(it).isEmpty())) {
                    if (++count > MOST) {
                        return new Read.Not(Read.Why.TOO_MANY, line.getStartingLineNumber());
                    }
                    one(line, columns);
                }
            }
            if (count == 0) {
                return new Read.Not(Read.Why.EMPTY, 1);
            }
            return new Read.Whole(new AddressList(List.copyOf(entries.values()), repeated, bad, badCount));
        }

        private void one(CsvRecord line, Map<Column, Integer> columns) {
            long number = line.getStartingLineNumber();
            String typed = cell(line, columns.get(Column.ADDRESS));
            Optional<String> email = Addresses.email(typed);
            if (email.isEmpty()) {
                wrong(number, typed.isEmpty() ? Bad.Kind.NO_ADDRESS : Bad.Kind.BAD_ADDRESS, typed);
                return;
            }
            String unit = cell(line, columns.get(Column.UNIT));
            List<UnitPath> found = places.getOrDefault(plain(unit), List.of());
            if (found.size() != 1) {
                wrong(
                        number,
                        unit.isEmpty()
                                ? Bad.Kind.NO_UNIT
                                : found.isEmpty() ? Bad.Kind.UNKNOWN_UNIT : Bad.Kind.AMBIGUOUS_UNIT,
                        unit);
                return;
            }
            String group = cell(line, columns.get(Column.GROUP));
            Optional<StaffGroup> staffGroup = group(group);
            if (!group.isEmpty() && staffGroup.isEmpty()) {
                wrong(number, Bad.Kind.UNKNOWN_GROUP, group);
                return;
            }
            String tag = cell(line, columns.get(Column.LANGUAGE));
            Optional<Language> language = language(tag);
            if (language.isEmpty()) {
                wrong(number, Bad.Kind.UNKNOWN_LANGUAGE, tag);
                return;
            }
            Entry entry = new Entry(number, email.get(), found.getFirst(), staffGroup, language.get());
            if (entries.putIfAbsent(entry.email(), entry) != null) {
                repeated++;
            }
        }

        private static String cell(CsvRecord line, @org.jspecify.annotations.Nullable Integer column) {
            return column == null || column >= line.getFieldCount() ? "" : OneLine.of(line.getField(column));
        }

        private void wrong(long line, Bad.Kind kind, String text) {
            badCount++;
            if (bad.size() < TOLD) {
                bad.add(new Bad(line, kind, text.length() > 60 ? text.substring(0, 60) + "…" : text));
            }
        }

        private static Optional<StaffGroup> group(String typed) {
            return switch (plain(typed)) {
                case "behandler", "behandlere", "behandlar", "behandlarar" -> Optional.of(StaffGroup.CLINICIAN);
                case "miljopersonell", "miljøpersonell", "miljøterapeut", "miljøterapeuter", "miljøterapeutar" ->
                    Optional.of(StaffGroup.MILIEU);
                case "leder", "ledere", "leiar", "leiarar" -> Optional.of(StaffGroup.LEADER);
                case "annet", "andre", "anna" -> Optional.of(StaffGroup.OTHER);
                default -> Optional.empty();
            };
        }

        private static Optional<Language> language(String typed) {
            return switch (plain(typed)) {
                case "", "nb", "bokmål", "bm" -> Optional.of(Language.NB);
                case "nn", "nynorsk" -> Optional.of(Language.NN);
                default -> Optional.empty();
            };
        }
    }
}
