/** The pages where questionnaires are written, and the questions as they are drawn for whoever answers. */
@NullMarked
package no.samtidig.questionnaire.web;

import org.jspecify.annotations.NullMarked;
