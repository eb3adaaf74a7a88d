package no.samtidig.questionnaire;

import no.samtidig.platform.code.Coded;
import no.samtidig.platform.yaml.Mistake;

/** What can be wrong in a questionnaire written as text. The words in the reader's language stand under {@code questionnaire-mistake.<code>}. */
enum QuestionnaireMistake implements Mistake, Coded {
    /** The code. */
    CODE_TWICE("the code '%1$s' is used twice", "give each item a code of its own"),
    CODE_TWICE_HERE("a code is used twice here", "give each a code of its own"),
    /** What stands for a code. */
    CODE("'%1$s' is no code", "use at most 40 of a–z, 0–9 and hyphen"),
    POINTS("a scale has three to seven points", "write that many under 'points'"),
    /** What stands for a kind, and what there is. */
    KIND("there is no kind '%1$s'", "use one of: %2$s"),
    /** What the rule asks about. */
    RULE_ORDER(
            "nothing called '%1$s' is answered before this, so the rule could wait for itself",
            "ask about an earlier item (a row of a grid is 'grid.row')"),
    /** What stands for an answer, the question, and its answers. */
    RULE_ANSWER("'%1$s' is no answer to '%2$s'", "use one of: %3$s"),
    EXCLUSIVE("'exclusive' means nothing where one is chosen", "take it away"),
    ALTERNATIVES("a choice needs two alternatives at least", "write them under 'options'"),
    /** How many characters there may be. */
    TOO_LONG("the text is longer than %1$s characters", "make it shorter"),
    /** How many characters there may be in all. */
    TOO_LONG_IN_ALL("the questionnaire is longer than %1$s characters in all", "make two of it"),
    /** How many there may be. */
    TOO_MANY("there are more than %1$s here", "leave some out, or make two of it"),
    EMPTY("there is no text here", "write it in bokmål (nb) and nynorsk (nn)");

    private final String what;
    private final String whatToDo;

    QuestionnaireMistake(String what, String whatToDo) {
        this.what = what;
        this.whatToDo = whatToDo;
    }

    @Override
    public String key() {
        return "questionnaire-mistake." + code();
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public String whatToDo() {
        return whatToDo;
    }
}
