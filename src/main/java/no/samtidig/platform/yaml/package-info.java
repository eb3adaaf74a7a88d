/** YAML with line numbers, so that a mistake in a text can be named by file and line. */
@NullMarked
package no.samtidig.platform.yaml;

import org.jspecify.annotations.NullMarked;
