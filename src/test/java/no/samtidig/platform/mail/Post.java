package no.samtidig.platform.mail;

import no.samtidig.App;

/** The post office of the tests: jobs are off there, so somebody must carry the mail. */
public final class Post {
    private Post() {}

    /** Sends what waits; returns how many went out. */
    public static int carry(App app) {
        return app.bean(MailSending.class).sendWaiting();
    }
}
