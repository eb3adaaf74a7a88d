package no.samtidig.administration;

import java.time.OffsetDateTime;
import java.util.List;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.platform.JobRuns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The jobs, for an administrator. */
@Service
public class JobDesk {
    private final JobRuns runs;
    private final AuditLog audit;

    JobDesk(JobRuns runs, AuditLog audit) {
        this.runs = runs;
        this.audit = audit;
    }

    public List<JobRuns.Job> jobs() {
        return runs.all();
    }

    /** Asks a job to run now; false where it runs or was asked to already. */
    @Transactional
    public boolean runNow(Visitor.Person by, String job, OffsetDateTime next) {
        boolean asked = runs.runNow(job, next);
        if (asked) {
            audit.write(by.account(), AdministrationAction.STARTED_JOB, job);
        }
        return asked;
    }
}
