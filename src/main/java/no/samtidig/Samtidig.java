package no.samtidig;

import no.samtidig.platform.backup.OperatorCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** The application: one artifact, one folder per module. See {@code docs/architecture.md}. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(systemName = "Samtidig")
public class Samtidig {
    static void main(String[] args) {
        if (OperatorCommands.asked(args)) {
            System.exit(OperatorCommands.run(args, Samtidig.class));
        }
        SpringApplication.run(Samtidig.class, args);
    }
}
