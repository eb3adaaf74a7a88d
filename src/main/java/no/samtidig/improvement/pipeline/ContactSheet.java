package no.samtidig.improvement.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.samtidig.platform.code.Coded;

/**
 * A list of contacts as a spreadsheet saves it or as it is pasted from one: parted by semicolons, commas or tabs, with or without a first
 * line {@code sep=;}, in UTF-8, UTF-16 or Windows-1252. Each line is read by itself, so that a quotation mark that is not closed spoils no
 * other. Without a header the columns are unit, contact, address and level.
 */
final class ContactSheet {
    /** Bytes at most. */
    static final int LARGEST = 1024 * 1024;

    /** Lines at most. */
    static final int LONGEST = 5_000;

    /** Letters in a cell at most. */
    static final int LONGEST_CELL = 254;

    private static final List<Character> SEPARATORS = List.of(';', '\t', ',');
    private static final String SAYS_SEPARATOR = "sep=";

    /** What a column holds, with the names by which it is known, in small letters and without what is no letter. */
    enum Column implements Coded {
        UNIT("enhet eining enhetsnavn einingsnamn avdeling unit"),
        OWNER("eier eigar virksomhet verksemd owner"),
        CONTACT("kontakt kontaktperson kontaktnavn kontaktnamn navn namn leder leiar contact name"),
        ADDRESS("epost epostadresse adresse eadresse email mail address"),
        PHONE("telefon tlf telefonnummer mobil phone"),
        LEVEL("nivå niva tjenestenivå tenestenivå level");

        private final String names;

        Column(String names) {
            this.names = " " + names + " ";
        }

        static Optional<Column> of(String header) {
            String plain = letters(header);
            for (Column it : values()) {
                if (!plain.isEmpty() && it.names.contains(" " + plain + " ")) {
                    return Optional.of(it);
                }
            }
            return Optional.empty();
        }
    }

    private static final List<Column> USUAL = List.of(Column.UNIT, Column.CONTACT, Column.ADDRESS, Column.LEVEL);

    /** What is wrong with a line before anybody asks what it says; the words stand under {@code pipeline-list.wrong.<code>}. */
    enum Wrong implements Coded {
        OPEN_QUOTE,
        TOO_MANY_CELLS,
        LONG_CELL
    }

    /**
     * A line with something in it.
     *
     * @param number as the spreadsheet counts: the first is 1
     * @param raw as it stood
     */
    record Line(int number, String raw, Map<Column, String> cells, Optional<Wrong> wrong) {
        Line {
            cells = Map.copyOf(cells);
        }

        String cell(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Why a list is not read at all; the words stand under {@code pipeline-list.refused.<code>}. */
    enum Refusal implements Coded {
        EMPTY,
        TOO_LARGE,
        TOO_LONG,
        NOT_TEXT,
        NO_UNIT
    }

    /**
     * What was read.
     *
     * @param header the line or two that name the columns; empty where there is none
     * @param unknown names of columns that we do not know, whose cells are passed over
     * @param columns that were understood, in order
     */
    record Read(
            String header, List<Column> columns, List<String> unknown, List<Line> lines, Optional<Refusal> refusal) {
        Read {
            columns = List.copyOf(columns);
            unknown = List.copyOf(unknown);
            lines = List.copyOf(lines);
        }

        static Read refused(Refusal why) {
            return new Read("", List.of(), List.of(), List.of(), Optional.of(why));
        }
    }

    private ContactSheet() {}

    /** The text of a file; empty where it is none. */
    static Optional<String> text(byte[] file) {
        String text;
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            text = new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        } else if (file.length >= 2 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
            text = new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
        } else {
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(file))
                        .toString();
            } catch (CharacterCodingException _) {
                text = new String(file, Charset.forName("windows-1252"));
            }
        }
        return text.indexOf('\0') >= 0 || text.startsWith("PK\u0003\u0004") ? Optional.empty() : Optional.of(text);
    }

    static Read read(String typed) {
        String text = (typed.startsWith("\uFEFF") ? typed.substring(1) : typed)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        if (text.isBlank()) {
            return Read.refused(Refusal.EMPTY);
        }
        if (text.length() > LARGEST) {
            return Read.refused(Refusal.TOO_LARGE);
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        char separator;
        String first = lines.getFirst().strip().toLowerCase(Locale.ROOT);
        if (first.startsWith(SAYS_SEPARATOR) && first.length() <= SAYS_SEPARATOR.length() + 1) {
            String said = lines.removeFirst();
            separator = said.strip().length() > SAYS_SEPARATOR.length()
                    ? said.strip().charAt(SAYS_SEPARATOR.length())
                    : '\t';
        } else {
            separator = separator(lines);
        }
        return read(lines, separator);
    }

    private static Read read(List<String> lines, char separator) {
        List<Optional<Column>> columns = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        String header = "";
        List<Line> read = new ArrayList<>();
        int top = ContactHeader.top(lines, separator);
        for (int i = Math.max(0, top); i < lines.size(); i++) {
            String raw = lines.get(i);
            Cells cells = cells(raw, separator);
            if (cells.values().stream().allMatch(String::isBlank)) {
                continue;
            }
            if (columns.isEmpty()) {
                List<Optional<Column>> named =
                        cells.values().stream().map(Column::of).toList();
                if (named.stream().anyMatch(Optional::isPresent)) {
                    if (!named.contains(Optional.of(Column.UNIT))) {
                        return Read.refused(Refusal.NO_UNIT);
                    }
                    Optional<List<Optional<Column>>> second = i + 1 < lines.size()
                            ? ContactHeader.second(cells(lines.get(i + 1), separator), named)
                            : Optional.empty();
                    header = second.isPresent() ? raw + "\n" + lines.get(++i) : raw;
                    named = second.orElse(named);
                    for (int at = 0; at < named.size(); at++) {
                        boolean again = named.get(at).isPresent() && columns.contains(named.get(at));
                        columns.add(again ? Optional.empty() : named.get(at));
                        if ((again || named.get(at).isEmpty())
                                && at < cells.values().size()
                                && !cells.values().get(at).isBlank()) {
                            unknown.add(cells.values().get(at));
                        }
                    }
                    continue;
                }
                USUAL.forEach(it -> columns.add(Optional.of(it)));
            }
            read.add(line(i + 1, raw, cells, columns));
            if (read.size() > LONGEST) {
                return Read.refused(Refusal.TOO_LONG);
            }
        }
        return read.isEmpty()
                ? Read.refused(Refusal.EMPTY)
                : new Read(
                        header, columns.stream().flatMap(Optional::stream).toList(), unknown, read, Optional.empty());
    }

    private static Line line(int number, String raw, Cells cells, List<Optional<Column>> columns) {
        Map<Column, String> found = new EnumMap<>(Column.class);
        boolean many = false;
        for (int at = 0; at < cells.values().size(); at++) {
            String cell = cells.values().get(at);
            if (at >= columns.size()) {
                many |= !cell.isBlank();
            } else if (columns.get(at).isPresent() && !cell.isBlank()) {
                found.put(columns.get(at).get(), cell);
            }
        }
        Wrong wrong = cells.open()
                ? Wrong.OPEN_QUOTE
                : many
                        ? Wrong.TOO_MANY_CELLS
                        : found.values().stream().anyMatch(it -> it.length() > LONGEST_CELL) ? Wrong.LONG_CELL : null;
        return new Line(number, raw, found, Optional.ofNullable(wrong));
    }

    /**
     * The cells of one line.
     *
     * @param open whether a quotation mark is not closed
     */
    record Cells(List<String> values, boolean open) {}

    static Cells cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char it = line.charAt(at);
            if (it == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                cell.append(it);
                at++;
            } else if (it == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (it == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(it);
            }
        }
        cells.add(cell.toString().strip());
        return new Cells(cells, quoted);
    }

    /** What parts the first line with something in it. */
    private static char separator(List<String> lines) {
        String first = lines.stream().filter(it -> !it.isBlank()).findFirst().orElse("");
        char best = ';';
        int most = 1;
        for (char it : SEPARATORS) {
            int count = cells(first, it).values().size();
            if (count > most) {
                most = count;
                best = it;
            }
        }
        return best;
    }

    static String letters(String text) {
        StringBuilder plain = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetter).forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
