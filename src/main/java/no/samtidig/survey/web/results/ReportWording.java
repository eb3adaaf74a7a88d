package no.samtidig.survey.web.results;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.samtidig.organisation.Place;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Texts;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.Round;
import no.samtidig.survey.results.Mean;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Tally;

/**
 * Results in words and written numbers, for one page. Page, tables, files and paper all ask here, so that a number is written the same
 * everywhere. It remembers the words it has looked up: a page asks for the same few some thousand times.
 */
public final class ReportWording {
    private final Texts texts;
    private final Language language;
    private final Map<String, String> found = new HashMap<>();
    private final NumberFormat whole;

    /** @param language of the words */
    public ReportWording(Texts texts, Language language) {
        this.texts = texts;
        this.language = language;
        this.whole = NumberFormat.getIntegerInstance(language.locale());
    }

    public Language language() {
        return language;
    }

    /** The text with the arguments in their places, which they take as they are. */
    public String text(String key, Object... arguments) {
        String text = found.computeIfAbsent(key, it -> texts.text(language, it));
        if (arguments.length == 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', from)) {
            filled.append(text, from, at).append(arguments[text.charAt(at + 1) - '0']);
            from = at + 3;
        }
        return filled.append(text, from, text.length()).toString();
    }

    public String in(LocalizedText text) {
        return text.in(language).value();
    }

    public String date(LocalDate date) {
        return language.date(date);
    }

    /** A whole number: 12 345. */
    public String whole(int number) {
        return number >= 0 && number < 1000 ? Integer.toString(number) : whole.format(number);
    }

    /** A number with two decimals: 3,42. */
    public String decimal(double number) {
        long hundredths = Math.round(Math.abs(number) * 100);
        String sign = number < 0 && hundredths > 0 ? "-" : "";
        long last = hundredths % 100;
        return sign + hundredths / 100 + (language == Language.EN ? "." : ",") + (last < 10 ? "0" : "") + last;
    }

    /** As {@link #decimal} writes it. */
    static double rounded(double number) {
        return Math.copySign(Math.round(Math.abs(number) * 100) / 100.0, number) + 0.0;
    }

    /** Whole percent of those who answered the question. */
    static int percent(Tally tally, String value) {
        return Math.toIntExact(Math.round(100 * tally.share(value)));
    }

    static int percent(int part, int whole) {
        return whole == 0 ? 0 : Math.toIntExact(Math.round(100.0 * part / whole));
    }

    /** How many answers a group has: of few who were asked, 5–9. */
    public String counted(Report.Group group) {
        int n = group.n().orElse(0);
        return group.invited() < Round.EXACT ? counted(n) : whole(n);
    }

    /** How many answered a question, which of few is told as 5–9. */
    public String counted(int n) {
        return n < Round.EXACT ? text("results.five-to-nine") : whole(n);
    }

    /** How many, and of a hundred: 24 (34 %). Of few in words. */
    public String part(Tally tally, String value) {
        if (tally.coarse()) {
            return band(tally.band(value));
        }
        return text("results.part", whole(tally.of(value)), percent(tally, value));
    }

    String band(Tally.Band band) {
        return text("results.band." + band.code());
    }

    /** How few answered, in words. Not as a picture: a length would say more than is told. */
    String bands(Item.Question question, Tally tally) {
        List<String> said = new ArrayList<>();
        for (Tally.Band band : List.of(Tally.Band.MOST, Tally.Band.SOME)) {
            String values = question.values().stream()
                    .filter(it -> tally.band(it) == band)
                    .map(it -> value(question, it))
                    .collect(Collectors.joining(", "));
            if (!values.isEmpty()) {
                said.add(text("results.bands." + band.code(), values));
            }
        }
        return said.isEmpty() ? text("results.bands.spread") : String.join(" ", said);
    }

    /** Whole percent beside a bar; of few none. */
    static String percentBeside(Tally tally, String value) {
        return tally.coarse() ? "" : String.valueOf(percent(tally, value));
    }

    /** Low and high: 3,10–3,72. */
    public Optional<String> interval(Mean mean) {
        return mean.interval().map(this::interval);
    }

    private String interval(Mean.Interval it) {
        return text("results.interval", decimal(it.low()), decimal(it.high()));
    }

    /** A mean with its interval. */
    public String mean(Mean mean) {
        return interval(mean)
                .map(it -> text("results.mean.with", decimal(mean.value()), it))
                .orElseGet(() -> text("results.mean.only", decimal(mean.value())));
    }

    /** How far apart two means are. */
    public String difference(Mean.Difference difference) {
        String apart = (difference.value() > 0 ? "+" : "") + decimal(difference.value());
        return difference
                .interval()
                .map(it -> apart + " (" + interval(it) + ")")
                .orElse(apart);
    }

    /** Numbers that lie together: 0–4. */
    public String bin(Tally.Bin bin) {
        return bin.from() == bin.to() ? String.valueOf(bin.from()) : bin.from() + "–" + bin.to();
    }

    /** The place by name. */
    public String place(Report report) {
        return report.place().place() instanceof Place.Country
                ? text("results.country")
                : report.place().name();
    }

    /** What a group is called, with the round where two stand side by side. */
    public String group(Report report, Report.Group group) {
        String name = part(report, group);
        return report.other()
                .map(it -> name + " · "
                        + (report.ofOther(group) ? it.name() : report.round().name()))
                .orElse(name);
    }

    /** What a group is called. */
    public String part(Report report, Report.Group group) {
        return switch (group.key().splitKind()) {
            case "staff-group" -> text("staff-group." + group.key().split());
            case "level" -> text("results.level." + group.key().split());
            default -> {
                boolean everybody = group.key().place().equals(report.place().place());
                yield everybody ? place(report) : group.name();
            }
        };
    }

    /** What a value of the question is called. */
    public String value(Item.Question question, String value) {
        if (value.equals(Item.UNSURE)) {
            return text(Scales.apart(question) ? "answer.unsure-only" : "results.unsure");
        }
        if (value.equals(Item.IRRELEVANT)) {
            return text("answer.irrelevant");
        }
        return switch (question) {
            case Item.SingleChoice it -> option(it.options(), value);
            case Item.MultipleChoice it -> option(it.options(), value);
            case Item.LikertGrid it -> in(it.points().get(Integer.parseInt(value) - 1));
            case Item.Frequency _ -> text("answer.frequency." + value);
            case Item.Importance _ -> text("answer.importance." + value);
            case Item.Slider it -> end(it, value);
            case Item.NumberQuestion _, Item.ShortText _, Item.LongText _ -> value;
        };
    }

    private String end(Item.Slider slider, String value) {
        return switch (value) {
            case "0" -> text("results.end", value, in(slider.low()));
            case "10" -> text("results.end", value, in(slider.high()));
            default -> value;
        };
    }

    private String option(List<Item.Option> options, String code) {
        return options.stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .map(it -> in(it.text()))
                .orElse(code);
    }

    /** The question an answer key stands for: of a grid, its row. */
    public String asked(Item.Question question, String key) {
        return question.row(key).map(it -> in(it.text())).orElseGet(() -> in(question.text()));
    }

    /** As {@link #asked}, to stand in quotation marks within a sentence: without the full stop, and with a word for a reversed one. */
    public String quoted(Item.Question question, String key) {
        String asked = asked(question, key);
        String bare = asked.endsWith(".") ? asked.substring(0, asked.length() - 1) : asked;
        return Scales.isReversed(question, key) ? text("results.reversed.short", bare) : bare;
    }

    /** A, b and c. */
    String listed(List<String> all) {
        return all.size() < 2
                ? String.join("", all)
                : text("results.and", String.join(", ", all.subList(0, all.size() - 1)), all.getLast());
    }

    /** What the points of a scale are called, from the lowest: one legend. */
    List<String> legend(Item.Question question) {
        return Scales.points(question).stream().map(it -> value(question, it)).toList();
    }

    /** As {@link #asked}, with a word for a statement that is reversed: for tables, where it stands among others. */
    public String marked(Item.Question question, String key) {
        String asked = asked(question, key);
        return Scales.isReversed(question, key) ? text("results.reversed.short", asked) : asked;
    }

    /** How a reversed statement is read; empty for others. */
    public String reversed(Item.Question question, String key) {
        return Scales.isReversed(question, key)
                ? text(
                        "results.reversed",
                        value(question, Scales.points(question).getFirst()))
                : "";
    }
}
