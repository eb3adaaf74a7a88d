package no.samtidig.administration.web;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.administration.JobDesk;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Jobs: how they went, and running one now. */
@Controller
class JobsController {
    private final JobDesk desk;

    JobsController(JobDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/forvaltning/jobber")
    Page jobs(Visitor visitor, @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        return new JobsPage(Room.openTo(administrator), desk.jobs(), done == null ? "" : done);
    }

    @PostMapping("/forvaltning/jobber/{job}/kjor")
    Reply run(Visitor visitor, @PathVariable("job") String job, @RequestParam("neste") String next) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        try {
            boolean asked = desk.runNow(administrator, job, OffsetDateTime.parse(next));
            return new SeeOther("/forvaltning/jobber").done(asked ? "kjor" : "uendret");
        } catch (DateTimeException _) {
            throw ProblemException.notFound();
        }
    }
}
