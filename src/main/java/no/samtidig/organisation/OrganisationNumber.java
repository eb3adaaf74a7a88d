package no.samtidig.organisation;

import java.util.Optional;

/**
 * A number of Enhetsregisteret (organisasjonsnummer): nine digits, the last of them a check digit, modulus 11 with the weights 3 2 7 6 5
 * 4 3 2. An owner has one, and so may a unit.
 *
 * @param value nine digits
 */
public record OrganisationNumber(String value) {
    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};
    private static final int MODULUS = 11;

    public OrganisationNumber {
        if (!valid(value)) {
            throw new IllegalArgumentException("not an organisation number");
        }
    }

    /** The number as it was meant, with or without blanks between the digits; empty where it can be none. */
    public static Optional<OrganisationNumber> of(String typed) {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < typed.length() && digits.length() <= WEIGHTS.length + 1; at++) {
            char letter = typed.charAt(at);
            if (!Character.isWhitespace(letter) && !Character.isSpaceChar(letter)) {
                digits.append(letter);
            }
        }
        String number = digits.toString();
        return valid(number) ? Optional.of(new OrganisationNumber(number)) : Optional.empty();
    }

    private static boolean valid(String number) {
        if (number.length() != WEIGHTS.length + 1 || !number.chars().allMatch(it -> it >= '0' && it <= '9')) {
            return false;
        }
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) {
            sum += WEIGHTS[at] * (number.charAt(at) - '0');
        }
        int check = (MODULUS - sum % MODULUS) % MODULUS;
        return check == number.charAt(WEIGHTS.length) - '0';
    }

    /** As people write it: {@code 991 324 968}. */
    public String spaced() {
        return value.substring(0, 3) + ' ' + value.substring(3, 6) + ' ' + value.substring(6);
    }
}
