package no.samtidig.platform.yaml;

import no.samtidig.platform.code.Coded;

/** What can be wrong in any text in YAML, whatever it is about. The words in the reader's language stand under {@code mistake.<code>}. */
public enum YamlMistake implements Mistake, Coded {
    YAML(
            "this is not valid YAML: %1$s",
            "check indentation, and put quotes around a text that holds a colon followed by a space"),
    UNSEEN("there is a character here that cannot be seen", "take it away, or write the line anew"),
    REFERENCES(
            "there are references ('*name') here, or lists within lists more than 50 deep", "write out what is meant"),
    NOTHING("there is no text here", "write the fields this place needs"),
    FIELDS("here fields are needed (name: value)", "write one field a line"),
    FIELD_NAME("the name of a field is needed here", "write 'name: value'"),
    /** The field. */
    FIELD_TWICE("the field '%1$s' stands twice", "take one of them away"),
    /** The field, and what can stand here. */
    FIELD_UNKNOWN("the field '%1$s' means nothing here", "use one of: %2$s"),
    /** The field. */
    FIELD_MISSING("the field '%1$s' is missing or empty", "write '%1$s: …'"),
    TEXT("here a text is needed", "write it after the colon, or on indented lines after '|'"),
    LIST("here a list is needed", "start each item with '- '"),
    /** The field, the smallest and the largest. */
    NUMBER("'%1$s' must be a whole number from %2$s to %3$s", "write such a number"),
    /** The field. */
    FLAG("'%1$s' must be true or false", "write true or false"),
    /** The field. */
    DATE("'%1$s' must be a date", "write it as 2026-11-21"),
    /** What refused it says, in English. */
    HTML("%1$s", "write it without"),
    /** The same. */
    IMAGE("%1$s", "write it without"),
    /** The same. */
    TOO_LONG("%1$s", "make it shorter, or several texts"),
    /** The same. */
    TOO_DEEP("%1$s", "write it with fewer levels");

    private final String what;
    private final String whatToDo;

    YamlMistake(String what, String whatToDo) {
        this.what = what;
        this.whatToDo = whatToDo;
    }

    @Override
    public String key() {
        return "mistake." + code();
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
