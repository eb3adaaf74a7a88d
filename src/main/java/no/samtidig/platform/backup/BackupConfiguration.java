package no.samtidig.platform.backup;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings. */
@Configuration
@EnableConfigurationProperties(BackupSettings.class)
class BackupConfiguration {}
