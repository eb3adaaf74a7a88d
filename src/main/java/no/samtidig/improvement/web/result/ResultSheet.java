package no.samtidig.improvement.web.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.instrument.Council;
import no.samtidig.improvement.instrument.Statement;
import no.samtidig.improvement.result.Average;
import no.samtidig.improvement.result.GapResult;
import no.samtidig.improvement.result.Means;
import no.samtidig.improvement.result.SettledGap;
import no.samtidig.improvement.result.StatementResult;
import no.samtidig.improvement.result.Tier;
import no.samtidig.improvement.result.Topic;
import no.samtidig.improvement.result.TopicResult;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.ui.ChartTable;

/**
 * A result as it is read, in one language.
 *
 * @param lines of each topic, in the order of the instrument
 * @param council what the user council answered
 */
public record ResultSheet(GapResult result, ResultWords words, List<Line> lines, List<Voice> council) {
    public ResultSheet {
        lines = List.copyOf(lines);
        council = List.copyOf(council);
    }

    /**
     * A topic.
     *
     * @param picture empty where its means are not shown
     * @param groups what clinicians and milieu staff say; empty where they are not told apart
     */
    public record Line(
            TopicResult topic,
            LocalizedText.Text name,
            Optional<Dumbbell> picture,
            List<String> groups,
            List<Said> statements) {
        public Line {
            groups = List.copyOf(groups);
            statements = List.copyOf(statements);
        }
    }

    /**
     * A statement.
     *
     * @param sentences what was said about it
     * @param rests what it rests on
     * @param lesson the address of one that teaches it
     */
    public record Said(
            StatementResult result,
            LocalizedText.Text text,
            List<String> sentences,
            List<String> rests,
            Optional<String> lesson,
            Optional<Voice> council) {
        public Said {
            sentences = List.copyOf(sentences);
            rests = List.copyOf(rests);
        }
    }

    /** The user council's answer to one of its items, and the staff's statement it stands beside. */
    public record Voice(
            LocalizedText.Text item, LocalizedText.Text answer, LocalizedText.Text mirrors, String statement) {}

    /**
     * A dumbbell, in per cent of the drawing's width.
     *
     * @param low where the uncertainty of practice begins, cut to the scale
     * @param wide how far it goes
     * @param leaders a diamond each
     */
    public record Dumbbell(
            double practice,
            double importance,
            double low,
            double wide,
            List<Double> leaders,
            String does,
            String ought,
            String alt) {
        private static final double MARGIN = 12;
        private static final double HIGHEST = 4;

        public Dumbbell {
            leaders = List.copyOf(leaders);
        }

        static double at(double value) {
            double inside = Math.clamp(value, 0, HIGHEST);
            return Math.round((MARGIN + (100 - 2 * MARGIN) * inside / HIGHEST) * 100) / 100.0;
        }

        /** Whether what is done lies to the left of what ought to be. */
        public boolean left() {
            return practice <= importance;
        }
    }

    static ResultSheet of(SettledGap settled, GapResult result, ResultWords words) {
        List<Voice> council = council(settled, words);
        List<Line> lines = result.topics().stream()
                .map(it -> new Line(
                        it,
                        words.name(it.topic()),
                        picture(it, settled.leaders(it.topic()), words),
                        words.groups(it),
                        it.statements().stream()
                                .map(one -> said(one, words, council))
                                .toList()))
                .toList();
        return new ResultSheet(result, words, lines, council);
    }

    private static List<Voice> council(SettledGap settled, ResultWords words) {
        Council council = words.instrument().council();
        List<Voice> voices = new ArrayList<>();
        for (Council.Item item : council.items()) {
            Optional.ofNullable(settled.council().get(item.id()))
                    .flatMap(council::answer)
                    .ifPresent(it -> voices.add(new Voice(
                            item.text().in(words.language()),
                            it.text().in(words.language()),
                            item.mirrors().text().in(words.language()),
                            item.mirrors().id())));
        }
        return voices;
    }

    private static Said said(StatementResult it, ResultWords words, List<Voice> council) {
        Statement statement = words.statement(it.id());
        return new Said(
                it,
                words.said(it.id()),
                words.sentences(it),
                words.rests(statement),
                statement.links().lesson().map(Statement.LessonRef::address),
                council.stream()
                        .filter(voice -> voice.statement().equals(it.id()))
                        .findFirst());
    }

    private static Optional<Dumbbell> picture(TopicResult topic, List<Double> leaders, ResultWords words) {
        if (topic.means().isEmpty()) {
            return Optional.empty();
        }
        Average does = topic.means().get().practice();
        Average ought = topic.means().get().importance();
        String alt = words.text(
                "picture.alt",
                words.name(topic.topic()).value(),
                words.decimal(does.value()),
                words.decimal(ought.value()),
                words.decimal(topic.means().get().gap().value()));
        for (double leader : leaders) {
            alt = words.text("picture.alt.leader", alt, words.decimal(leader));
        }
        double low = Dumbbell.at(does.low());
        return Optional.of(new Dumbbell(
                Dumbbell.at(does.value()),
                Dumbbell.at(ought.value()),
                low,
                Math.round((Dumbbell.at(does.high()) - low) * 100) / 100.0,
                leaders.stream().map(Dumbbell::at).toList(),
                words.decimal(does.value()),
                words.decimal(ought.value()),
                alt));
    }

    public List<Line> in(Tier tier) {
        return lines.stream()
                .filter(it -> it.topic().tier().filter(tier::equals).isPresent())
                .toList();
    }

    public List<Line> strengths() {
        return lines.stream().filter(it -> it.topic().strength()).toList();
    }

    public List<Line> marked() {
        return lines.stream().filter(it -> it.topic().marked()).toList();
    }

    public List<Line> exercises() {
        return lines.stream().filter(it -> it.topic().exercise()).toList();
    }

    public List<Said> unsure() {
        return lines.stream()
                .flatMap(it -> it.statements().stream())
                .filter(it -> it.result().unsure())
                .toList();
    }

    /** Of five to nine: what most say they do often. */
    public List<Said> oftenDone() {
        return lines.stream()
                .flatMap(it -> it.statements().stream())
                .filter(it -> result.oftenDone().contains(it.result()))
                .toList();
    }

    public boolean drawn() {
        return lines.stream().anyMatch(it -> it.picture().isPresent());
    }

    public boolean leaders() {
        return lines.stream()
                .anyMatch(it ->
                        it.picture().filter(one -> !one.leaders().isEmpty()).isPresent());
    }

    /** Whether the short form was used: then each line is a statement. */
    public boolean brief() {
        return lines.stream().map(it -> it.topic().topic()).anyMatch(Topic::alone);
    }

    /** The numbers of the drawing. */
    public ChartTable table() {
        return new ChartTable(
                words.text("table.area"),
                List.of(
                        words.text("table.tier"),
                        words.text("table.practice"),
                        words.text("table.importance"),
                        words.text("table.gap"),
                        words.text("table.answers")),
                lines.stream()
                        .map(it -> new ChartTable.Row(
                                it.name().value(),
                                List.of(
                                        words.tier(it.topic().tier()),
                                        words.average(it.topic().means().map(Means::practice)),
                                        words.average(it.topic().means().map(Means::importance)),
                                        words.average(it.topic().means().map(Means::gap)),
                                        it.topic()
                                                .means()
                                                .map(one -> Integer.toString(
                                                        one.practice().n()))
                                                .orElse(""))))
                        .toList());
    }
}
