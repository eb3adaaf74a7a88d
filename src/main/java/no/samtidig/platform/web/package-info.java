/** From a reply to HTML: rendering, headers, languages, error pages. */
@NullMarked
package no.samtidig.platform.web;

import org.jspecify.annotations.NullMarked;
