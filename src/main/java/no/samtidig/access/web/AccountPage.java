package no.samtidig.access.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.Device;
import no.samtidig.access.Grant;
import no.samtidig.access.OneTimeCodes;
import no.samtidig.access.Role;
import no.samtidig.access.Sessions;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/**
 * One's own account.
 *
 * @param person whose
 * @param done what has just been done
 * @param hasPassword whether one can sign in by password
 * @param passwordChanged when it was last changed
 * @param codes how it stands with two-step sign-in
 * @param passkeys how many
 * @param sessions where one is signed in
 */
public record AccountPage(
        Visitor.Person person,
        Done done,
        boolean hasPassword,
        Optional<LocalDate> passwordChanged,
        OneTimeCodes.State codes,
        int passkeys,
        List<Sessions.Own> sessions)
        implements Page {
    public AccountPage {
        sessions = List.copyOf(sessions);
    }

    /** What has just been done; the text stands under {@code account.done.<code>}. */
    public enum Done implements Coded {
        NOTHING(""),
        NAME("navn"),
        PASSWORD("passord"),
        SESSION("okt"),
        SESSIONS("okter"),
        TWO_STEP_ON("totrinn-pa"),
        TWO_STEP_OFF("totrinn-av");

        private final String code;

        Done(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        static Done of(@Nullable String code) {
            return Coded.of(Done.class, code == null ? "" : code).orElse(NOTHING);
        }
    }

    /** How it stands with the password. */
    public String passwordState(View view) {
        return passwordChanged
                .map(it -> view.text("account.password.changed", view.date(it)))
                .orElseGet(() -> view.text(hasPassword ? "account.password.set" : "account.password.none"));
    }

    /** How it stands with two-step sign-in. */
    public String twoStepState(View view) {
        return switch (codes) {
            case OneTimeCodes.State.On on -> view.text("account.two-step.on", view.date(on.since()));
            case OneTimeCodes.State.BeingSetUp _ -> view.text("account.two-step.begun");
            case OneTimeCodes.State.Off _ -> view.text("account.two-step.off");
        };
    }

    /** Where one is signed in, by browser and system. */
    public static String device(View view, Sessions.Own session) {
        Device device = session.device();
        if (device.browser().isEmpty()) {
            return view.text("account.device.unknown");
        }
        return device.system().isEmpty()
                ? device.browser()
                : view.text("account.device", device.browser(), device.system());
    }

    /** Whether to ask for a second step: somebody who can let others in should be hard to impersonate. */
    public boolean shouldBeSafer() {
        boolean administrator = person.grants().stream().map(Grant::role).anyMatch(it -> it == Role.ADMINISTRATOR);
        return administrator && passkeys == 0 && !(codes instanceof OneTimeCodes.State.On);
    }
}
