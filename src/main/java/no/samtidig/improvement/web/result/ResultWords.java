package no.samtidig.improvement.web.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.samtidig.evidence.EvidenceRegister;
import no.samtidig.improvement.instrument.Instrument;
import no.samtidig.improvement.instrument.Statement;
import no.samtidig.improvement.result.Average;
import no.samtidig.improvement.result.GapResult;
import no.samtidig.improvement.result.Means;
import no.samtidig.improvement.result.SettledGap;
import no.samtidig.improvement.result.StatementResult;
import no.samtidig.improvement.result.Tier;
import no.samtidig.improvement.result.Told;
import no.samtidig.improvement.result.Topic;
import no.samtidig.improvement.result.TopicResult;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Texts;

/** A result in words and written numbers: page, table, drawing and file all ask here, so that a number is written the same everywhere. */
public final class ResultWords {
    private final Texts texts;
    private final Language language;
    private final Instrument instrument;
    private final EvidenceRegister evidence;

    public ResultWords(Texts texts, Language language, Instrument instrument, EvidenceRegister evidence) {
        this.texts = texts;
        this.language = language;
        this.instrument = instrument;
        this.evidence = evidence;
    }

    String text(String key, Object... arguments) {
        return texts.text(language, "result." + key, arguments);
    }

    /** One decimal, with the sign that is written: −0,4. */
    public String decimal(double number) {
        return tenths(Math.round(Math.abs(number) * 10) * (number < 0 ? -1 : 1));
    }

    private String tenths(long tenths) {
        long size = Math.abs(tenths);
        return (tenths < 0 ? "−" : "") + size / 10 + (language == Language.EN ? "." : ",") + size % 10;
    }

    /** A mean with its interval, the ends rounded outwards. */
    public String interval(double value, double low, double high) {
        return text("interval", (Object[]) ends(value, low, high));
    }

    /** A number and the ends of its interval, rounded outwards. */
    String[] ends(double value, double low, double high) {
        return new String[] {
            decimal(value), tenths((long) Math.floor(low * 10 + 1e-9)), tenths((long) Math.ceil(high * 10 - 1e-9))
        };
    }

    public String average(Optional<Average> average) {
        return average.map(it -> interval(it.value(), it.low(), it.high())).orElseGet(() -> text("hidden"));
    }

    /** How many of those asked answered; of few in words, and where few were asked too. */
    public String answered(SettledGap round) {
        int answered = round.answers().size();
        if (answered < GapResult.SHOWN) {
            return round.asked() < GapResult.SHOWN ? text("answered.few-asked") : text("answered.few", round.asked());
        }
        return round.asked() < GapResult.COUNTED
                ? text("answered.some", round.asked())
                : text("answered", answered, round.asked());
    }

    /** How many answered two rounds; of few in words. */
    String answered(SettledGap earlier, SettledGap later) {
        return text("change.people", number(earlier), number(later));
    }

    private String number(SettledGap round) {
        int answered = round.answers().size();
        return answered < GapResult.SHOWN
                ? text("change.fewer")
                : round.asked() < GapResult.COUNTED ? text("change.five") : Integer.toString(answered);
    }

    public LocalizedText.Text name(Topic topic) {
        LocalizedText name = topic.alone()
                ? statement(topic.id()).text()
                : instrument.area(topic.id()).orElseThrow().name();
        return name.in(language);
    }

    public LocalizedText.Text area(String id) {
        return instrument.area(id).orElseThrow().name().in(language);
    }

    public Statement statement(String id) {
        return instrument.statement(id).orElseThrow();
    }

    public LocalizedText.Text said(String id) {
        return statement(id).text().in(language);
    }

    String tier(Optional<Tier> tier) {
        return tier.map(it -> text("tier." + it.code())).orElseGet(() -> text("table.untold"));
    }

    /** What was said about a statement, a sentence each: first whether it ought to be, then whether it is. */
    public List<String> sentences(StatementResult it) {
        if (it.often() instanceof Told.Nothing && it.important() instanceof Told.Nothing) {
            return it.unsure() ? List.of() : List.of(text("few"));
        }
        List<String> all = new ArrayList<>();
        sentence("important", it.important()).ifPresent(all::add);
        sentence("often", it.often()).ifPresent(all::add);
        return all;
    }

    private Optional<String> sentence(String what, Told told) {
        return switch (told) {
            case Told.Nothing _ -> Optional.empty();
            case Told.Word(var share) -> Optional.of(text(what + "." + share.code()));
            case Told.Count count ->
                Optional.of(switch (count.end()) {
                            case EXACT -> text(what + ".exact", number(count), count.of());
                            case AT_LEAST -> text(what + ".at-least", number(count), count.of());
                            case AT_MOST -> text(what + ".at-most", number(count), count.of());
                        }
                        + (count.percent() ? " (" + count.percentOf() + " %)" : ""));
        };
    }

    private static String number(Told.Count count) {
        return Integer.toString(count.count());
    }

    /** The same for a cell of a file. */
    String cell(String what, Told told) {
        return sentence(what, told).orElseGet(() -> text("few"));
    }

    List<String> groups(TopicResult topic) {
        return topic.groups().stream().map(this::group).toList();
    }

    private String group(TopicResult.GroupResult it) {
        String name = texts.text(language, "staff-group." + it.group().code());
        return it.means().isPresent()
                ? text(
                        "groups.means",
                        name,
                        average(it.means().map(Means::practice)),
                        average(it.means().map(Means::gap)))
                : text("groups." + it.apart().code(), name);
    }

    /** What a statement rests on, each in words. */
    List<String> rests(Statement statement) {
        List<String> all = new ArrayList<>();
        Statement.Links links = statement.links();
        links.claim()
                .flatMap(evidence::claim)
                .ifPresent(it -> all.add(text(
                        "rests.claim",
                        texts.text(language, "certainty." + it.certainty().key())
                                .toLowerCase(Locale.ROOT))));
        links.recommendation()
                .flatMap(instrument::told)
                .ifPresent(it -> all.add(it.in(language).value()));
        if (links.ownJudgement()) {
            all.add(text("rests.own"));
        }
        return all.isEmpty() ? List.of(text("rests.waiting")) : all;
    }

    Language language() {
        return language;
    }

    Instrument instrument() {
        return instrument;
    }
}
