package no.samtidig.development;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.survey.StaffGroup;

/**
 * Made-up answers to a GAP round: each area, or statement, comes to a mean that was decided beforehand, and who answers how is drawn by
 * lot. They say nothing about anybody.
 */
final class DemoGapAnswers {
    /** Practice and importance where nothing else is decided. */
    private static final double[] USUAL = {2.6, 3.1};

    private final Questionnaire questionnaire;
    private final Map<String, double[]> means;
    private final Random random;
    private final List<StaffGroup> people;

    /** How strict each person is, and how much each wants. */
    private final double[] strict;

    private final List<Map<String, List<String>>> answers = new ArrayList<>();

    /**
     * @param means practice and importance, by the id of an area or a statement
     * @param people who answer
     * @param apart how far people are from each other, in steps
     */
    DemoGapAnswers(
            Questionnaire questionnaire,
            Map<String, double[]> means,
            List<StaffGroup> people,
            double apart,
            Random random) {
        this.questionnaire = questionnaire;
        this.means = means;
        this.people = people;
        this.random = random;
        this.strict = random.doubles(people.size(), -apart, apart).toArray();
        double middle = Arrays.stream(strict).average().orElse(0);
        for (int i = 0; i < strict.length; i++) {
            strict[i] -= middle;
        }
        people.forEach(it -> answers.add(new LinkedHashMap<>(Map.of("jobber-som", List.of(it.code())))));
    }

    /** One for each of the people. */
    List<Answers> all() {
        String area = "";
        for (Item item : questionnaire.items()) {
            switch (item) {
                case Item.Page page -> area = page.code().substring(2);
                case Item.Frequency it -> scale(it, mean(area, it.code())[0]);
                case Item.Importance it -> scale(it, mean(area, it.code())[1]);
                case Item.Slider it -> sure(it);
                case Item.Information _,
                        Item.SingleChoice _,
                        Item.MultipleChoice _,
                        Item.LikertGrid _,
                        Item.NumberQuestion _,
                        Item.ShortText _,
                        Item.LongText _ -> {}
            }
        }
        return answers.stream()
                .map(it -> questionnaire.fill(new Answers(it)).answers())
                .toList();
    }

    private double[] mean(String area, String code) {
        return means.getOrDefault(code.substring(2), means.getOrDefault(area, USUAL));
    }

    /** Numbers about the mean, moved one by one until they come to it. */
    private void scale(Item.Question question, double mean) {
        int[] given = new int[people.size()];
        for (int i = 0; i < given.length; i++) {
            given[i] = Math.clamp(Math.round(mean + strict[i] + random.nextGaussian() * 0.6), 0, 4);
        }
        int wanted = (int) Math.round(mean * given.length);
        for (int off = Arrays.stream(given).sum() - wanted; off != 0; ) {
            int who = random.nextInt(given.length);
            int step = off > 0 ? -1 : 1;
            if (given[who] + step >= 0 && given[who] + step <= 4) {
                given[who] += step;
                off += step;
            }
        }
        for (int i = 0; i < given.length; i++) {
            String value = random.nextInt(25) == 0 ? Item.UNSURE : String.valueOf(given[i]);
            answers.get(i).put(question.code(), List.of(value));
        }
    }

    private void sure(Item.Question slider) {
        for (int i = 0; i < people.size(); i++) {
            long sure = Math.round(5.5 + 2 * strict[i] + random.nextGaussian() * 1.5);
            answers.get(i).put(slider.code(), List.of(String.valueOf(Math.clamp(sure, 0, 10))));
        }
    }
}
