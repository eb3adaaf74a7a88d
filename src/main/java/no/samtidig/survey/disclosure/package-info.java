/**
 * Disclosure control: how much of an answerer is kept beside the answers, so that nobody is alone with theirs. Pure; knows no database.
 */
@NullMarked
package no.samtidig.survey.disclosure;

import org.jspecify.annotations.NullMarked;
