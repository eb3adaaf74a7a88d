package no.samtidig.interoperability;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * When an item is shown and when it must be answered: what {@code enableWhen} says, and our own form of what it cannot say. A condition
 * can only ask about a question that is carried already.
 */
final class FhirConditions {
    private final Map<String, Item.Question> asked = new HashMap<>();
    private final Map<String, Known> known = new HashMap<>();

    /** A question that is carried: under which key its answers stand, and which of its values is which of ours. */
    private record Known(String key, Item.Question question, List<Answer> values) {}

    /**
     * An answer that a rule may name.
     *
     * @param system the system of its code; empty where it says none
     * @param value its code, or what it says where it has none
     * @param coded whether it is a code, and not a plain text or number
     * @param ours what it is here
     */
    record Answer(String system, String value, boolean coded, String ours) {}

    /**
     * From now on conditions may ask about it.
     *
     * @param item what stands for it in FHIR: the question, or one row of a grid
     * @param key where its answers stand here
     * @param values which of FHIR's is which of ours
     */
    void carry(FhirItem item, String key, Item.Question question, List<Answer> values) {
        asked.put(key, question);
        known.put(item.link(), new Known(key, question, values));
    }

    /**
     * When the item is shown.
     *
     * @param context when what it lies in is shown
     */
    Condition shown(FhirItem item, Condition context) {
        Condition own = shown(item);
        return Rules.both(context, own);
    }

    private Condition shown(FhirItem item) {
        ReportLine line = item.line();
        line.take(Fhir.SHOWN);
        Condition said = said(item);
        Optional<String> written = Fhir.text(item.from(), Fhir.SHOWN);
        if (written.isEmpty()) {
            return said;
        }
        Optional<Condition> exact = Rules.read(written.get()).filter(it -> Rules.asksOnly(it, asked));
        if (exact.isEmpty()) {
            line.note(Kind.EXTENSION, Fhir.SHOWN);
            return said;
        }
        Condition expected =
                Rules.natively(exact.get(), asked::get).map(Rules::of).orElse(Condition.ALWAYS);
        if (!expected.equals(said)) { // somebody changed the one that others see, after we wrote both
            line.note(Kind.CONDITION_DIFFERS);
            return said;
        }
        return exact.get();
    }

    /** When it must be answered. Our own form counts only where FHIR does not say that it always must. */
    Condition required(FhirItem item) {
        boolean always = Fhir.yes(item.from().getRequiredElement());
        if (item.loose() && always) {
            item.line().note(Kind.OPTIONAL);
            return Condition.NEVER;
        }
        Condition said = always ? Condition.ALWAYS : Condition.NEVER;
        item.line().take(Fhir.REQUIRED);
        Optional<String> written = Fhir.text(item.from(), Fhir.REQUIRED);
        if (written.isEmpty()) {
            return said;
        }
        Optional<Condition> exact = Rules.read(written.get()).filter(it -> Rules.asksOnly(it, asked) && !always);
        if (exact.isEmpty()) {
            item.line().note(Kind.EXTENSION, Fhir.REQUIRED);
        }
        return exact.orElse(said);
    }

    /** What {@code enableWhen} says; without it, and where a part of it means nothing here, always. */
    private Condition said(FhirItem item) {
        ReportLine line = item.line();
        if (item.from().getExtension().stream().anyMatch(it -> Fhir.shows(Fhir.said(it.getUrl())))) {
            line.note(Kind.CONDITION_EXPRESSION);
            item.loosen();
        }
        if (!item.from().hasEnableWhen()) {
            return Condition.ALWAYS;
        }
        List<Condition> conditions = new ArrayList<>();
        for (QuestionnaireItemEnableWhenComponent when : item.from().getEnableWhen()) {
            line.look(when);
            Optional<Condition> condition = condition(when);
            if (condition.isEmpty()) {
                line.note(Kind.CONDITION, Fhir.said(when.getQuestion()).isBlank() ? "?" : when.getQuestion());
                item.loosen();
                return Condition.ALWAYS;
            }
            conditions.add(condition.get());
        }
        return Rules.joined(all(item.from().getEnableBehavior(), conditions, line), conditions);
    }

    /** Whether all must hold. FHIR wants it said; where it is not, all must, unless they never can, and the report says which. */
    private boolean all(@Nullable EnableWhenBehavior behavior, List<Condition> conditions, ReportLine line) {
        if (conditions.size() < 2 || behavior == EnableWhenBehavior.ALL) {
            return true;
        }
        if (behavior == EnableWhenBehavior.ANY) {
            return false;
        }
        boolean never = conditions.stream()
                .anyMatch(one -> one instanceof Condition.AnyOf(String key, Set<String> values)
                        && !(asked.get(key) instanceof Item.MultipleChoice)
                        && conditions.stream()
                                .anyMatch(it -> it instanceof Condition.AnyOf other
                                        && other.key().equals(key)
                                        && Collections.disjoint(other.values(), values)));
        line.note(never ? Kind.BEHAVIOUR_ANY : Kind.BEHAVIOUR_ALL);
        return !never;
    }

    private Optional<Condition> condition(QuestionnaireItemEnableWhenComponent when) {
        Known about = known.get(String.valueOf(when.getQuestion()));
        if (about == null || when.getOperator() == null || when.getAnswer() == null) {
            return Optional.empty();
        }
        String key = about.key();
        Condition answered = new Condition.Answered(key);
        return switch (when.getOperator()) {
            case EXISTS ->
                when.getAnswer() instanceof BooleanType flag && flag.getValue() != null
                        ? Optional.of(flag.getValue() ? answered : new Condition.Not(answered))
                        : Optional.empty();
            case EQUAL -> value(about, when.getAnswer()).map(it -> new Condition.AnyOf(key, Set.of(it)));
            case NOT_EQUAL ->
                about.question() instanceof Item.MultipleChoice
                        ? Optional.empty()
                        : value(about, when.getAnswer())
                                .map(it -> new Condition.All(
                                        List.of(answered, new Condition.Not(new Condition.AnyOf(key, Set.of(it))))));
            case GREATER_THAN, LESS_THAN, GREATER_OR_EQUAL, LESS_OR_EQUAL -> compared(about, when);
            case NULL -> Optional.empty();
        };
    }

    private static Optional<Condition> compared(Known about, QuestionnaireItemEnableWhenComponent when) {
        boolean numeric = about.question() instanceof Item.Slider || about.question() instanceof Item.NumberQuestion;
        BigDecimal than =
                switch (when.getAnswer()) {
                    case IntegerType it when it.getValue() != null -> BigDecimal.valueOf(it.getValue());
                    case DecimalType it -> it.getValue();
                    case Quantity it -> it.getValue();
                    default -> null;
                };
        if (!numeric || than == null || than.abs().compareTo(BigDecimal.valueOf(Fhir.LIMIT)) > 0) {
            return Optional.empty();
        }
        int floor = than.setScale(0, RoundingMode.FLOOR).intValueExact();
        int ceiling = than.setScale(0, RoundingMode.CEILING).intValueExact();
        String key = about.key();
        return Optional.of(
                switch (when.getOperator()) {
                    case GREATER_THAN -> new Condition.Between(key, floor + 1, Integer.MAX_VALUE);
                    case GREATER_OR_EQUAL -> new Condition.Between(key, ceiling, Integer.MAX_VALUE);
                    case LESS_THAN -> new Condition.Between(key, Integer.MIN_VALUE, ceiling - 1);
                    default -> new Condition.Between(key, Integer.MIN_VALUE, floor);
                });
    }

    private static Optional<String> value(Known about, Type answer) {
        if (answer instanceof Coding coding) {
            return named(about.values(), coding);
        }
        String given =
                switch (answer) {
                    case Quantity quantity
                    when quantity.getValue() != null -> quantity.getValue().toPlainString();
                    default -> answer.isPrimitive() ? answer.primitiveValue() : null;
                };
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        return switch (about.question()) {
            case Item.Slider _, Item.NumberQuestion _ -> Fhir.number(given).map(String::valueOf);
            case Item.ShortText _, Item.LongText _ ->
                answer instanceof StringType ? Optional.of(FhirTexts.clean(given)) : Optional.empty();
            case Item.SingleChoice _, Item.MultipleChoice _, Item.LikertGrid _, Item.Frequency _, Item.Importance _ ->
                about.values().stream()
                        .filter(it -> !it.coded() && it.value().equals(given))
                        .map(Answer::ours)
                        .findFirst();
        };
    }

    /**
     * The answer that a code names: of the same code and system. Where one of the two says no system, the code alone must be enough.
     * Two systems that differ are two codes.
     */
    private static Optional<String> named(List<Answer> values, Coding coding) {
        String code = Fhir.said(coding.getCode());
        String system = Fhir.said(coding.getSystem());
        String wanted = code.isBlank() ? Fhir.said(coding.getDisplay()) : code;
        List<Answer> alike = values.stream()
                .filter(it -> it.coded() && !wanted.isBlank() && it.value().equals(wanted))
                .toList();
        Optional<Answer> same =
                alike.stream().filter(it -> it.system().equals(system)).findFirst();
        if (same.isPresent()) {
            return same.map(Answer::ours);
        }
        List<Answer> open = system.isEmpty()
                ? alike
                : alike.stream().filter(it -> it.system().isEmpty()).toList();
        return open.size() == 1 ? Optional.of(open.getFirst().ours()) : Optional.empty();
    }
}
