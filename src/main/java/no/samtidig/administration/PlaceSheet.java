package no.samtidig.administration;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.platform.code.OneLine;

/**
 * A file of owners and units as a Norwegian spreadsheet saves it: parted by semicolons, commas or tabs, with or without Excel's
 * line that says which, in any character set {@link SheetText} knows. A line is a unit with its owner, or an owner alone.
 */
final class PlaceSheet {
    /** Bytes at most. */
    static final int LARGEST = 5 * 1024 * 1024;

    /** Lines at most. */
    static final int LONGEST = 20_000;

    private static final int LONGEST_CELL = 500;
    private static final String SAYS = "sep=";
    private static final List<Character> SEPARATORS = List.of(';', '\t', ',');

    /** What a column holds, with the header names by which it is known, in small letters and without what is not a letter. */
    enum Column {
        OWNER("Eier", "eier", "eigar", "virksomhet", "verksemd", "owner"),
        OWNER_NUMBER(
                "Orgnr eier",
                "orgnreier",
                "eierorgnr",
                "orgnreigar",
                "organisasjonsnummereier",
                "eiersorgnr",
                "ownernumber"),
        KIND("Slag", "slag", "eierform", "eierslag", "type", "kind"),
        UNIT("Enhet", "enhet", "eining", "avdeling", "navn", "namn", "enhetsnavn", "unit"),
        UNIT_NUMBER(
                "Orgnr enhet",
                "orgnrenhet",
                "enhetorgnr",
                "orgnreining",
                "organisasjonsnummerenhet",
                "orgnr",
                "organisasjonsnummer",
                "unitnumber"),
        LEVEL("Nivå", "nivå", "niva", "tjenestenivå", "tenestenivå", "tjeneste", "level"),
        COUNTY("Fylke", "fylke", "fylkesnavn", "fylkesnummer", "county"),
        MUNICIPALITY("Kommune", "kommune", "kommunenavn", "kommunenummer", "kommunenr", "municipality");

        private final String header;
        private final String names;

        Column(String header, String... names) {
            this.header = header;
            this.names = " " + String.join(" ", names) + " ";
        }

        String header() {
            return header;
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

    /** As {@link PlaceFile} writes it. */
    static final List<String> HEADER =
            Arrays.stream(Column.values()).map(Column::header).toList();

    /**
     * A line.
     *
     * @param number in the file; the header is 1
     */
    record Line(int number, Map<Column, String> cells) {
        Line {
            cells = Map.copyOf(cells);
        }

        /** Whether every letter of it could be read. */
        boolean readable() {
            return cells.values().stream().allMatch(it -> it.indexOf(SheetText.UNREADABLE) < 0);
        }

        String cell(Column column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** Why a file is not read at all; the words stand under {@code places.import.refused.<code>}. */
    enum Refusal {
        EMPTY,
        TOO_LARGE,
        TOO_LONG,
        NO_HEADER,
        NOT_TEXT
    }

    /**
     * What was read, or why nothing was.
     *
     * @param refusal empty where it was read
     */
    record Read(List<Line> lines, Optional<Refusal> refusal) {
        Read {
            lines = List.copyOf(lines);
        }

        private static Read refused(Refusal why) {
            return new Read(List.of(), Optional.of(why));
        }
    }

    private PlaceSheet() {}

    static Read read(byte[] file) {
        if (file.length > LARGEST) {
            return Read.refused(Refusal.TOO_LARGE);
        }
        Optional<String> letters = SheetText.of(file);
        if (letters.isEmpty()) {
            return Read.refused(Refusal.NOT_TEXT);
        }
        Optional<Character> said = said(letters.get());
        String text = said.isPresent() ? letters.get().substring(SAYS.length() + 1) : letters.get();
        if (text.isBlank()) {
            return Read.refused(Refusal.EMPTY);
        }
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(said.filter(SEPARATORS::contains).orElseGet(() -> separator(text)))
                .skipEmptyLines(true)
                .ofCsvRecord(new StringReader(text))) {
            Iterator<CsvRecord> records = csv.iterator();
            List<Optional<Column>> columns =
                    records.next().getFields().stream().map(Column::of).toList();
            if (!columns.contains(Optional.of(Column.OWNER)) && !columns.contains(Optional.of(Column.OWNER_NUMBER))) {
                return Read.refused(Refusal.NO_HEADER);
            }
            while (records.hasNext()) {
                CsvRecord record = records.next();
                Map<Column, String> cells = new EnumMap<>(Column.class);
                for (int at = 0; at < Math.min(columns.size(), record.getFieldCount()); at++) {
                    String cell = OneLine.of(record.getField(at));
                    if (columns.get(at).isPresent() && !cell.isEmpty()) {
                        cells.putIfAbsent(
                                columns.get(at).get(), cell.substring(0, Math.min(LONGEST_CELL, cell.length())));
                    }
                }
                if (!cells.isEmpty()) {
                    lines.add(new Line((int) record.getStartingLineNumber(), cells));
                }
                if (lines.size() > LONGEST) {
                    return Read.refused(Refusal.TOO_LONG);
                }
            }
        } catch (IOException | RuntimeException _) {
            return Read.refused(Refusal.NOT_TEXT);
        }
        return new Read(lines, lines.isEmpty() ? Optional.of(Refusal.EMPTY) : Optional.empty());
    }

    /**
     * Excel's own first line, {@code sep=;}, says what the cells are parted by. It is left as an empty line, so that the lines keep their
     * numbers.
     */
    private static Optional<Character> said(String text) {
        boolean there = text.regionMatches(true, 0, SAYS, 0, SAYS.length())
                && text.length() > SAYS.length()
                && (text.length() == SAYS.length() + 1 || "\r\n".indexOf(text.charAt(SAYS.length() + 1)) >= 0);
        return there ? Optional.of(text.charAt(SAYS.length())) : Optional.empty();
    }

    /** What the header is parted by. */
    private static char separator(String text) {
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        char best = ';';
        long most = 0;
        for (char it : SEPARATORS) {
            long count = header.chars().filter(letter -> letter == it).count();
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

    static String word(OwnerKind kind) {
        return switch (kind) {
            case RHF -> "Regionalt helseforetak";
            case HF -> "Helseforetak";
            case MUNICIPALITY -> "Kommune";
            case PRIVATE_NON_PROFIT -> "Privat ideell";
            case PRISON_HEALTH -> "Fengselshelsetjeneste";
            case COMPETENCE_CENTRE -> "Kompetansesenter";
        };
    }

    static String word(ServiceLevel level) {
        return switch (level) {
            case SPECIALIST -> "Spesialist";
            case PRIMARY -> "Kommune";
        };
    }

    static Optional<OwnerKind> kind(String typed) {
        return switch (letters(typed)) {
            case "rhf", "regionalthelseforetak", "regionalthelseføretak" -> Optional.of(OwnerKind.RHF);
            case "hf", "helseforetak", "helseføretak", "sykehus", "sjukehus" -> Optional.of(OwnerKind.HF);
            case "kommune", "kommunal", "municipality" -> Optional.of(OwnerKind.MUNICIPALITY);
            case "privatideell", "ideell", "privat", "privatideelle", "privatenonprofit", "privateideell" ->
                Optional.of(OwnerKind.PRIVATE_NON_PROFIT);
            case "fengselshelsetjeneste", "fengselshelseteneste", "fengselshelse", "fengsel" ->
                Optional.of(OwnerKind.PRISON_HEALTH);
            case "kompetansesenter", "korus", "rvts" -> Optional.of(OwnerKind.COMPETENCE_CENTRE);
            default -> Optional.empty();
        };
    }

    static Optional<ServiceLevel> level(String typed) {
        return switch (letters(typed)) {
            case "spesialist",
                    "spesialisthelsetjenesten",
                    "spesialisthelsetenesta",
                    "spesialisthelsetjeneste",
                    "spesialisthelseteneste",
                    "specialist" -> Optional.of(ServiceLevel.SPECIALIST);
            case "kommune",
                    "kommunal",
                    "kommunen",
                    "primær",
                    "primar",
                    "primærhelsetjenesten",
                    "primærhelsetenesta",
                    "kommunaletjenester",
                    "kommunaletenester",
                    "primary" -> Optional.of(ServiceLevel.PRIMARY);
            default -> Optional.empty();
        };
    }
}
