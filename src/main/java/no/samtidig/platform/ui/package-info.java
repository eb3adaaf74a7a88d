/**
 * The page and form kit: templates that every page is made of, what they are given, and their style. Each stands in the gallery at
 * {@code /dev/komponenter} with an example.
 */
@NullMarked
package no.samtidig.platform.ui;

import org.jspecify.annotations.NullMarked;
