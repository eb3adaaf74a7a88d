package no.samtidig.catalogue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.samtidig.evidence.Claim;
import no.samtidig.platform.Language;

/**
 * What the lessons of a module cover: a matrix with a row for each lesson and a column for each aspect of the five demands, each aim,
 * each profession and both written Norwegians. A column that no lesson covers is a hole, and so is a lesson that lacks a language.
 *
 * @param module which
 * @param rows its lessons, in order
 */
public record Coverage(KnowledgeModule module, List<Row> rows) {
    /** A claim is marked this many days before it must be looked at again. */
    public static final int SOON = 90;

    /** The columns under their common headings. */
    public static final List<Group> GROUPS = Stream.concat(
                    Arrays.stream(Demand.values())
                            .map(demand -> new Group(
                                    "demand." + demand.code(),
                                    demand.aspects().stream()
                                            .<Column>map(it -> new Column.Aspect(demand, it))
                                            .toList())),
                    Stream.of(
                            new Group(
                                    "coverage.aims",
                                    Arrays.stream(Aim.values())
                                            .<Column>map(Column.Serving::new)
                                            .toList()),
                            new Group(
                                    "coverage.professions",
                                    Arrays.stream(Profession.values())
                                            .<Column>map(Column.WrittenFor::new)
                                            .toList()),
                            new Group(
                                    "coverage.languages",
                                    Stream.of(Language.NB, Language.NN)
                                            .<Column>map(Column.In::new)
                                            .toList())))
            .toList();

    public Coverage {
        rows = List.copyOf(rows);
    }

    /**
     * Columns that belong together.
     *
     * @param key of its text
     */
    public record Group(String key, List<Column> columns) {
        public Group {
            columns = List.copyOf(columns);
        }
    }

    /** Something a lesson covers or does not. */
    public sealed interface Column {
        /** The key of its text. */
        String key();

        /** One aspect of one of the five demands. */
        record Aspect(Demand demand, String aspect) implements Column {
            @Override
            public String key() {
                return "demand." + demand.code() + "." + aspect;
            }
        }

        record Serving(Aim aim) implements Column {
            @Override
            public String key() {
                return "aim." + aim.code();
            }
        }

        record WrittenFor(Profession profession) implements Column {
            @Override
            public String key() {
                return "profession." + profession.code();
            }
        }

        record In(Language language) implements Column {
            @Override
            public String key() {
                return "coverage.language." + language.tag();
            }
        }
    }

    /** How a cell is shown. */
    public enum Cell {
        COVERED,
        /** This lesson does not, but another one does. */
        ELSEWHERE,
        /** Nobody does, or the lesson lacks the language. */
        HOLE
    }

    /** How near the day is when a claim must be looked at again. */
    public enum Review {
        LATER,
        /** Within {@link #SOON} days, today too. */
        SOON,
        PAST;

        /** How near a day is. */
        public static Review of(LocalDate next, LocalDate today) {
            if (next.isBefore(today)) {
                return PAST;
            }
            return next.isAfter(today.plusDays(Coverage.SOON)) ? LATER : SOON;
        }
    }

    /**
     * One lesson.
     *
     * @param lesson in the reader's language or the nearest
     * @param languages those it exists in
     * @param claims what it cites, each once
     */
    public record Row(Lesson lesson, Set<Language> languages, List<Claim> claims) {
        public Row {
            languages = Set.copyOf(languages);
            claims = List.copyOf(claims);
        }

        boolean covers(Column column) {
            return switch (column) {
                case Column.Aspect(Demand demand, String aspect) ->
                    lesson.demands().getOrDefault(demand, Set.of()).contains(aspect);
                case Column.Serving(Aim aim) -> lesson.aims().contains(aim);
                case Column.WrittenFor(Profession profession) ->
                    lesson.professions().contains(profession);
                case Column.In(Language language) -> languages.contains(language);
            };
        }

        /** When the first of its claims must be looked at again; empty where it cites none. */
        public Optional<LocalDate> nextReview() {
            return earliest(claims);
        }
    }

    /** The matrix of a module, its lessons in the wanted language or the nearest. */
    public static Coverage of(KnowledgeModule module, Language wanted) {
        return new Coverage(
                module,
                module.lessons().stream()
                        .map(it -> new Row(it.in(wanted), it.languages().keySet(), claims(it.in(wanted))))
                        .toList());
    }

    private static List<Claim> claims(Lesson lesson) {
        return lesson.steps().stream()
                .flatMap(it -> it.blocks().stream())
                .filter(Block.ClaimCard.class::isInstance)
                .map(it -> ((Block.ClaimCard) it).claim())
                .distinct()
                .toList();
    }

    private static Optional<LocalDate> earliest(List<Claim> claims) {
        return claims.stream().map(Claim::nextReview).min(Comparator.naturalOrder());
    }

    public Cell cell(Row row, Column column) {
        if (row.covers(column)) {
            return Cell.COVERED;
        }
        return column instanceof Column.In || total(column) == 0 ? Cell.HOLE : Cell.ELSEWHERE;
    }

    /** How many lessons cover it. */
    public int total(Column column) {
        return (int) rows.stream().filter(it -> it.covers(column)).count();
    }

    /** What exactly so many lessons cover; what none covers is what must be written. */
    public List<Column> coveredBy(int lessons) {
        return GROUPS.stream()
                .flatMap(it -> it.columns().stream())
                .filter(it -> total(it) == lessons)
                .toList();
    }

    /** The claims the module cites, each once. */
    public List<Claim> claims() {
        return rows.stream().flatMap(it -> it.claims().stream()).distinct().toList();
    }

    public Optional<LocalDate> nextReview() {
        return earliest(claims());
    }

    /** The claims that are past their day, or nearly. */
    public List<Claim> due(LocalDate today) {
        return claims().stream()
                .filter(it -> Review.of(it.nextReview(), today) != Review.LATER)
                .toList();
    }
}
