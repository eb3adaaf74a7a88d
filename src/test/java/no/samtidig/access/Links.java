package no.samtidig.access;

import no.samtidig.App;

/** What the nightly jobs do to one-time links, at once: jobs are off in the tests. */
public final class Links {
    private Links() {}

    public static void removeOld(App app) {
        app.bean(LinkUpkeep.class).removeOld();
    }
}
