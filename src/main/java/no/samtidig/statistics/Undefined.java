package no.samtidig.statistics;

/**
 * Why a figure cannot be computed. The codes are those of the shared reference values ({@code statistics/README.md}, section 1); the
 * words for people stand under {@code undefined.<code>}.
 */
public enum Undefined {
    NO_DATA("no_data"),
    N_TOO_SMALL("n_too_small"),
    ZERO_VARIANCE("zero_variance"),
    CENSUS("census"),
    N_EXCEEDS_N("n_exceeds_N"),
    NOT_IDENTIFIED("not_identified"),
    NO_CONTROLS("no_controls"),
    NO_TREATED("no_treated"),
    COHORT_OF_ONE("cohort_of_one"),
    START_TIME_OF_ONE("start_time_of_one"),
    NO_OTHER_START_TIMES("no_other_start_times"),
    NO_EARLIER_ROUND("no_earlier_round"),
    CODE_NEVER_USED("code_never_used"),
    ONE_CATEGORY_ONLY("one_category_only"),
    ONE_RATER_CONSTANT("one_rater_constant"),
    PERFECT_AGREEMENT("perfect_agreement"),
    NO_ERROR_VARIANCE("no_error_variance"),
    PERFECT_CORRELATION("perfect_correlation"),
    NEGATIVE_SINGLE("negative_single"),
    BELOW_RANGE("below_range"),
    ZERO_DENOMINATOR("zero_denominator"),
    TOO_MANY_UNDEFINED_RESAMPLES("too_many_undefined_resamples"),
    TOO_FEW_ANSWERS("too_few_answers"),
    GATE_CLOSED("gate_closed"),
    ONE_ITEM("one_item"),
    TOO_FEW_ITEMS("too_few_items"),
    NO_PROPER_SOLUTION("no_proper_solution"),
    ONE_RATER("one_rater"),
    RELIABILITY_OUT_OF_RANGE("reliability_out_of_range"),
    TOO_MANY_UNITS_TO_ENUMERATE("too_many_units_to_enumerate");

    private final String code;

    Undefined(String code) {
        this.code = code;
    }

    /** The code in the reference values and in the keys of texts. */
    public String code() {
        return code;
    }
}
