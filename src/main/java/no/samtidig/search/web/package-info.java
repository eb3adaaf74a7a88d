/** The page where one searches. */
@NullMarked
package no.samtidig.search.web;

import org.jspecify.annotations.NullMarked;
