package no.samtidig.administration.web;

import java.time.Duration;
import java.util.List;
import no.samtidig.platform.JobRuns;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.DataTable;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.platform.ui.Status;
import org.springframework.context.NoSuchMessageException;

/**
 * The jobs: how each last went, and when it runs next.
 *
 * @param rooms what the reader may open
 * @param done what was just done, under {@code jobs.done.}; empty where nothing was
 */
public record JobsPage(List<Room> rooms, List<JobRuns.Job> jobs, String done) implements Page {
    private static final List<String> DONE = List.of("kjor", "uendret");

    public JobsPage {
        rooms = List.copyOf(rooms);
        jobs = List.copyOf(jobs);
        done = DONE.contains(done) ? done : "";
    }

    public DataTable table(View view) {
        return new DataTable(
                ListQuery.of("/forvaltning/jobber", java.util.Map.of(), List.of(), java.util.Map.of()),
                List.of(
                        DataTable.Column.plain("jobb", view.text("jobs.job")),
                        DataTable.Column.plain("sist", view.text("jobs.last")),
                        DataTable.Column.plain("gikk", view.text("jobs.went")),
                        DataTable.Column.plain("neste", view.text("jobs.next"))),
                List.of(),
                jobs.size());
    }

    /** What a job does, in words; its name where nobody has put it into words yet. */
    public static String words(View view, JobRuns.Job job) {
        try {
            return view.text("job." + job.name());
        } catch (NoSuchMessageException _) {
            return job.name();
        }
    }

    public static Status status(JobRuns.Job job) {
        return job.running()
                ? Status.UNDERWAY
                : job.failed() ? Status.FAILED : job.last() == null ? Status.WAITING : Status.DONE;
    }

    /** How it last went, in words. */
    public static String went(View view, JobRuns.Job job) {
        return view.text(
                job.running()
                        ? "jobs.running"
                        : job.failed() ? "jobs.failed" : job.last() == null ? "jobs.not-yet" : "jobs.well");
    }

    /** How long it took, in words. */
    public static String took(View view, Duration took) {
        return took.toSeconds() < 1
                ? view.text("jobs.took.millis", took.toMillis())
                : view.text("jobs.took.seconds", took.toSeconds());
    }
}
