package no.samtidig.platform.mail;

import jakarta.mail.MessagingException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Whether the mail server answers, and lets us in. */
@Component
public class MailServer {
    /** A page waits so long for it. */
    private static final int SECONDS = 2;

    private final @Nullable JavaMailSenderImpl server;

    MailServer(ObjectProvider<JavaMailSenderImpl> server) {
        this.server = server.getIfAvailable();
    }

    /** What came of asking. */
    public enum Answer {
        /** No server is named in the settings. */
        NONE,
        ANSWERS,
        /** It does not answer in time, or does not let us in. */
        SILENT
    }

    /** Whether the settings name one. */
    public boolean named() {
        return server != null;
    }

    public Answer ask() {
        JavaMailSenderImpl known = server;
        if (known == null) {
            return Answer.NONE;
        }
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                known.testConnection();
                answer.complete(Answer.ANSWERS);
            } catch (MessagingException | RuntimeException _) {
                answer.complete(Answer.SILENT);
            }
        });
        return answer.completeOnTimeout(Answer.SILENT, SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
