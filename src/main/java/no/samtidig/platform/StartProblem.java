package no.samtidig.platform;

/** Why the application cannot start, in a sentence, and what to do about it. Printed without a stack trace. */
public final class StartProblem extends RuntimeException {
    private final String whatToDo;

    public StartProblem(String what, String whatToDo) {
        super(what);
        this.whatToDo = whatToDo;
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public String whatToDo() {
        return whatToDo;
    }
}
