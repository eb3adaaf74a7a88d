package no.samtidig.administration.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.administration.LogQuery;
import no.samtidig.administration.LogQuery.Topic;
import no.samtidig.organisation.Place;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.ui.DataTable;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.platform.ui.Option;

/**
 * What a reader asks of the audit log, as it stands in the address.
 *
 * @param from as typed
 * @param to as typed
 * @param trouble what is wrong with the days
 */
public record LogSearch(ListQuery asked, String from, String to, Trouble trouble) {
    private static final String TOPIC = "tema";
    private static final String PLACE = "sted";
    private static final String FROM = "fra";
    private static final String TO = "til";

    static LogSearch of(Map<String, String> query) {
        String from = query.getOrDefault(FROM, "").strip();
        String to = query.getOrDefault(TO, "").strip();
        String place = query.getOrDefault(PLACE, "");
        Trouble trouble = Trouble.NONE;
        if (!from.isEmpty() && day(from).isEmpty()) {
            trouble = trouble.and(FROM, "log.trouble.day");
        }
        if (!to.isEmpty() && day(to).isEmpty()) {
            trouble = trouble.and(TO, "log.trouble.day");
        }
        if (day(from).isPresent()
                && day(to).isPresent()
                && day(to).get().isBefore(day(from).get())) {
            trouble = trouble.and(TO, "log.trouble.order");
        }
        return new LogSearch(
                ListQuery.of(
                        "/forvaltning/logg",
                        query,
                        List.of(),
                        Map.of(
                                TOPIC,
                                Arrays.stream(Topic.values()).map(Topic::code).toList(),
                                PLACE,
                                Place.of(place).isPresent() ? List.of(place) : List.of(),
                                FROM,
                                day(from).isPresent() ? List.of(from) : List.of(),
                                TO,
                                day(to).isPresent() ? List.of(to) : List.of())),
                from,
                to,
                trouble);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    LogQuery query() {
        return new LogQuery(
                asked.words(),
                topic(),
                asked.chosen(PLACE).flatMap(Place::of),
                day(from),
                day(to),
                asked.offset(),
                ListQuery.ROWS);
    }

    private Optional<Topic> topic() {
        return asked.chosen(TOPIC).flatMap(it -> Coded.of(Topic.class, it));
    }

    /** The code of the place asked for; empty for none. */
    public String place() {
        return asked.chosen(PLACE).orElse("");
    }

    /** The code of the topic asked for; empty for none. */
    public String topicCode() {
        return asked.chosen(TOPIC).orElse("");
    }

    /** The same as a file. */
    public String csv() {
        String address = asked.at(1);
        return "/forvaltning/logg.csv" + address.substring("/forvaltning/logg".length());
    }

    public DataTable table(View view, int count) {
        return new DataTable(
                asked,
                List.of(
                        DataTable.Column.plain("nar", view.text("log.at")),
                        DataTable.Column.plain("hvem", view.text("log.who")),
                        DataTable.Column.plain("hva", view.text("log.what")),
                        DataTable.Column.plain("om", view.text("log.whom")),
                        DataTable.Column.plain(PLACE, view.text("log.place"))),
                List.of(new DataTable.Filter(
                        TOPIC,
                        view.text("log.topic"),
                        Arrays.stream(Topic.values())
                                .map(it -> Option.of(it.code(), view.text("log.topic." + it.code())))
                                .toList())),
                count);
    }
}
