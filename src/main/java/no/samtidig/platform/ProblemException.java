package no.samtidig.platform;

/** Ends a request with a problem page. For bugs and for what no form of ours can cause; expected outcomes are values. */
public final class ProblemException extends RuntimeException {
    private final Problem problem;

    public ProblemException(Problem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** Unknown, or not yours. */
    public static ProblemException notFound() {
        return new ProblemException(Problem.NOT_FOUND);
    }
}
