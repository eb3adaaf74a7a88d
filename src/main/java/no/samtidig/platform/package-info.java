/**
 * The ground the house stands on: pages and their templates, languages, Markdown and YAML, clock, database, mail outbox and jobs.
 *
 * <p>It is <em>not</em> a place for words of the domain: it knows nothing of modules, units or learners.
 *
 * <p>Invariants: a page is a record with a template of the same name beside it; every text a person can read has a key in each
 * language; every problem a person can meet stands in {@link no.samtidig.platform.Problem}; a mail with the same key is sent once.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package no.samtidig.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
