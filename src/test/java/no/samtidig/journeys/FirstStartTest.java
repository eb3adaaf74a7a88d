package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.platform.mail.Post;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An empty production database: from its first administrator to a first colleague who finishes a step, by pages and mail alone. */
@Tag("administration")
class FirstStartTest {
    private static final Pattern LINK =
            Pattern.compile("https://samtidig\\.invalid(/(?:invitasjon|nytt-passord)/[\\w-]{43})\\b");
    private static final String GOOD = "hest batteri stift kopp";

    @Test
    void an_empty_service_gets_an_owner_a_unit_a_leader_and_a_colleague_who_learns() throws Exception {
        GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        try (App app = App.start(
                "--spring.profiles.active=production",
                "--samtidig.administrator=drift@example.com",
                "--samtidig.address=https://samtidig.invalid",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + post.getSmtp().getPort())) {
            Person administrator = app.visitor();
            administrator
                    .form(administrator.get("/glemt-passord"), "Send meg en lenke")
                    .fill("E-postadresse", "drift@example.com")
                    .send();
            administrator
                    .form(administrator.get(link(app, post, "drift@example.com")), "Lagre passordet")
                    .fill("Velg passord", GOOD)
                    .send();
            assertThat(administrator
                            .post("/logg-inn", "e-post", "drift@example.com", "passord", GOOD)
                            .status())
                    .isEqualTo(200);

            Person.Answer begin = administrator.get("/forvaltning");
            assertThat(begin.text()).contains("Kom i gang");
            Person.Answer owners = administrator.get(next(begin));
            assertThat(owners.path()).isEqualTo("/forvaltning/steder/eiere");
            Person.Answer owner = administrator
                    .form(administrator.get(owners.one("a:contains(Ny eier)").attr("href")), "Lag eieren")
                    .fill("Navn", "Fjordlia rusbehandling")
                    .choose("Type eier", "Privat ideell")
                    .send();
            assertThat(owner.text()).contains("Neste steg er å lage den første enheten.");
            assertThat(next(administrator.get("/forvaltning"))).isEqualTo("/forvaltning/steder/ny-enhet");
            Person.Answer unit = administrator
                    .form(administrator.get(owner.one("a:contains(Ny enhet)").attr("href")), "Lag enheten")
                    .fill("Navn", "Fjordlia post 1")
                    .choose("Tjenestenivå", "Spesialisthelsetjenesten")
                    .choose("Fylke", "Vestland")
                    .send();
            assertThat(unit.text()).contains("Neste steg er å invitere en leder.");
            Person.Answer invite = administrator.get(next(administrator.get("/forvaltning")));
            assertThat(invite.one("select[name=sted] option[selected]").text()).contains("Fjordlia post 1");
            Person.Answer preview = administrator
                    .form(invite, "Se over")
                    .fill("E-postadresser", "Kari Nes <kari@example.com>")
                    .send();
            assertThat(administrator
                            .submit(preview.one("form[action=/invitasjoner]"))
                            .text())
                    .contains("Én invitasjon er på vei.");
            assertThat(administrator.get("/forvaltning").text()).contains("Inviter den første lederen Gjort");

            Person leader = join(app, post, "kari@example.com", "Kari Nes");
            assertThat(leader.get("/enheten/ansatte").text()).contains("Fjordlia post 1");
            Person.Answer ask = leader.form(leader.get("/invitasjoner/ny"), "Se over")
                    .fill("E-postadresser", "Ola Vik <ola@example.com>")
                    .choose("Rolle", "Miljøterapeut")
                    .send();
            leader.submit(ask.one("form[action=/invitasjoner]"));

            Person colleague = join(app, post, "ola@example.com", "Ola Vik");
            colleague.form(colleague.get("/velkommen?endre"), "Det stemmer").send();
            Person.Answer step = colleague.get("/moduler/grunnmodul/hvorfor-samtidig/et-oyeblikk");
            colleague.submit(step.one(".step-nav"));
            assertThat(colleague.get("/moduler/grunnmodul/hvorfor-samtidig").text())
                    .contains("1 av");
            assertThat(administrator.get("/forvaltning").text()).doesNotContain("Kom i gang");
        } finally {
            post.stop();
        }
    }

    private static Person join(App app, GreenMail post, String address, String name) throws Exception {
        Person newcomer = app.visitor();
        Person.Answer in = newcomer.form(newcomer.get(link(app, post, address)), "Bli med")
                .fill("Navn", name)
                .fill("Velg passord", GOOD)
                .send();
        assertThat(in.path()).isEqualTo("/velkommen");
        return newcomer;
    }

    /** Where the step leads that is to be done next. */
    private static String next(Person.Answer overview) {
        return overview.one(".first-steps .ds-button").attr("href");
    }

    /** The link in the newest mail to an address: some are written after the answer. */
    private static String link(App app, GreenMail post, String address) throws Exception {
        for (int i = 0; i < 100; i++) {
            Post.carry(app);
            Message[] mails = post.getReceivedMessages();
            for (int at = mails.length - 1; at >= 0; at--) {
                Matcher link = LINK.matcher(mails[at].getContent().toString());
                if (mails[at].getAllRecipients()[0].toString().equals(address) && link.find()) {
                    return link.group(1);
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no mail to " + address);
    }
}
