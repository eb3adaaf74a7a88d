/**
 * Surveys: rounds in which people answer a questionnaire, and results that cannot tell who answered what.
 *
 * <p>It does not write questionnaires (that is {@code questionnaire}), knows no modules, lessons or what anybody has learned, and holds
 * nothing about patients.
 *
 * <p>Invariants: whether a round is anonymous, and what it is for, is chosen when it is made and never changes; an invitation
 * ({@code survey.ticket}) and an answer are never in one transaction and share no key; an answer waits under seal until it can be let
 * out together with at least {@link no.samtidig.survey.disclosure.Coarsening#K} of its kind; whatever is shown, in whatever form, comes
 * from the views {@code survey.report_*}. One of them, {@code survey.report_whole}, is for the module that made a round at one unit to work
 * out from, and is never shown as it is (ADR 0036).
 */
@ApplicationModule(
        allowedDependencies = {"platform", "organisation", "access", "questionnaire", "questionnaire :: items"})
@NullMarked
package no.samtidig.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
