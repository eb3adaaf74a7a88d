package no.samtidig.administration.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.mail.MailQueue;
import no.samtidig.platform.ui.DataTable;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.platform.ui.Option;

/** What a reader asks of the list of mails. */
public record MailSearch(ListQuery asked) {
    private static final String STATE = "status";

    static MailSearch of(Map<String, String> query) {
        return new MailSearch(ListQuery.of(
                "/forvaltning/epost",
                query,
                List.of(),
                Map.of(
                        STATE,
                        Arrays.stream(MailQueue.State.values())
                                .map(MailQueue.State::code)
                                .toList())));
    }

    Optional<MailQueue.State> state() {
        return asked.chosen(STATE).flatMap(it -> Coded.of(MailQueue.State.class, it));
    }

    public DataTable table(View view, int count) {
        return new DataTable(
                asked,
                List.of(
                        DataTable.Column.plain("til", view.text("mail.to")),
                        DataTable.Column.plain("emne", view.text("mail.subject")),
                        DataTable.Column.plain("laget", view.text("mail.created")),
                        DataTable.Column.plain(STATE, view.text("mail.state"))),
                List.of(new DataTable.Filter(
                        STATE,
                        view.text("mail.state"),
                        Arrays.stream(MailQueue.State.values())
                                .map(it -> Option.of(it.code(), view.text("mail.state." + it.code())))
                                .toList())),
                count);
    }
}
