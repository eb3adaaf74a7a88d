package no.samtidig.survey.web.respond;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.web.Preferences;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.web.ItemView;
import no.samtidig.survey.StaffGroup;
import org.jspecify.annotations.Nullable;

/** From page to page of a questionnaire: what was sent from one, and which comes next. */
final class RespondSteps {
    private RespondSteps() {}

    /** What a button asks for. */
    enum Wish {
        NEXT("neste"),
        BACK("tilbake"),
        /** This page again: in another language, or where one left off. */
        SHOW("vis"),
        SEND("send");

        private final String code;

        Wish(String code) {
            this.code = code;
        }

        static Wish of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(it -> it.code.equals(code))
                    .findFirst()
                    .orElse(SHOW);
        }
    }

    /**
     * A page as it was sent.
     *
     * @param version which wording it was of
     * @param side which page: 0 the first one, then the questionnaire's, then the last one
     * @param seen codes of the items that were shown on it
     */
    record Sent(String version, int side, Wish wish, Set<String> seen, Answers given, Optional<StaffGroup> group) {
        static Sent of(HttpServletRequest request) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            request.getParameterMap().forEach((name, sent) -> {
                if (name.startsWith(ItemView.FIELD)) {
                    List<String> filled = Arrays.stream(sent)
                            .filter(it -> !it.isBlank())
                            .distinct()
                            .toList();
                    values.put(name.substring(ItemView.FIELD.length()), filled);
                }
            });
            return new Sent(
                    parameter(request, "versjon"),
                    number(parameter(request, "side")),
                    Wish.of(request.getParameter("gjor")),
                    Set.copyOf(Arrays.asList(parameter(request, "vist").split(" "))),
                    new Answers(values),
                    StaffGroup.of(parameter(request, "gruppe")));
        }

        private static String parameter(HttpServletRequest request, String name) {
            String value = request.getParameter(name);
            return value == null ? "" : value;
        }

        private static int number(String typed) {
            return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : 0;
        }
    }

    /**
     * The language to answer in: the one just chosen, else the reader's own choice, else the one the form was in, else the invitation's.
     */
    static void speak(HttpServletRequest request, HttpServletResponse response, Language invited) {
        Optional<Language> now = Language.of(request.getParameter("sprak"));
        if (now.isPresent()) {
            Preferences.keep(now.get(), request, response);
            Preferences.speak(now.get(), request);
        } else if (!Preferences.chosen(request)) {
            Preferences.speak(Language.of(request.getParameter("malform")).orElse(invited), request);
        }
    }

    /** The page that comes; not for what is to be sent. */
    static Page page(RespondForm form, Sent sent, String place) {
        if (!sent.version().equals(form.asked().version())) {
            return changed(form);
        }
        return switch (sent.wish()) {
            case SHOW -> at(form, sent.side(), place);
            case BACK ->
                form.before(sent.side())
                        .<Page>map(it -> new RespondPage(form, it, RespondPage.Notice.NONE))
                        .orElseGet(() -> new RespondStartPage(form, place));
            case NEXT, SEND ->
                here(form, sent)
                        .or(() -> form.from(sent.side() + 1)
                                .map(it -> new RespondPage(form, it, RespondPage.Notice.NONE)))
                        .orElseGet(() -> new RespondSendPage(form));
        };
    }

    /** The page it was sent from, where something must be mended on it, or the answers led to more questions on it. */
    private static Optional<Page> here(RespondForm form, Sent sent) {
        Optional<Questionnaire.Sheet> sheet =
                form.stops().stream().filter(it -> it.number() == sent.side()).findFirst();
        return sheet.flatMap(it -> {
            if (!form.filled().on(it).isEmpty()) {
                boolean onlyNew = unseen(form, it, sent).containsAll(faultyItems(form, it));
                return Optional.of(
                        new RespondPage(form, it, onlyNew ? RespondPage.Notice.MORE : RespondPage.Notice.FAULTY));
            }
            return unseen(form, it, sent).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RespondPage(form, it, RespondPage.Notice.MORE));
        });
    }

    /** Codes of questions on the page that are met now and were not on the page when it was sent. */
    private static List<String> unseen(RespondForm form, Questionnaire.Sheet sheet, Sent sent) {
        return sheet.items().stream()
                .filter(Item.Question.class::isInstance)
                .map(Item::code)
                .filter(it -> form.filled().shown().contains(it) && !sent.seen().contains(it))
                .toList();
    }

    private static List<String> faultyItems(RespondForm form, Questionnaire.Sheet sheet) {
        return form.filled().on(sheet).stream()
                .map(it -> it.key().split("\\.", 2)[0])
                .distinct()
                .toList();
    }

    private static Page at(RespondForm form, int side, String place) {
        if (side == 0) {
            return new RespondStartPage(form, place);
        }
        return form.from(side)
                .<Page>map(it -> new RespondPage(form, it, RespondPage.Notice.NONE))
                .orElseGet(() -> new RespondSendPage(form));
    }

    /** Another wording than was answered: what fits is kept, and one begins at the first page. */
    static Page changed(RespondForm old) {
        RespondForm form = RespondForm.of(
                old.path(),
                old.done(),
                old.trial(),
                old.deviceKey(),
                old.asked(),
                RespondForm.fitting(old.questionnaire(), old.given()),
                old.group());
        return form.from(0)
                .<Page>map(it -> new RespondPage(form, it, RespondPage.Notice.CHANGED))
                .orElseGet(() -> new RespondSendPage(form));
    }

    /** The first page on which something must be mended. */
    static Page faulty(RespondForm form) {
        return form.stops().stream()
                .filter(it -> !form.filled().on(it).isEmpty())
                .findFirst()
                .<Page>map(it -> new RespondPage(form, it, RespondPage.Notice.FAULTY))
                .orElseGet(() -> new RespondSendPage(form));
    }
}
