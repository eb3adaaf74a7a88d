package no.samtidig.improvement.pipeline;

/**
 * Somebody at a unit who is not in the system, as typed by the region. Kept only as long as the journey.
 *
 * @param address for mail
 */
public record OutsideContact(String name, String address, String phone) {
    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_ADDRESS = 254;
    public static final int LONGEST_PHONE = 40;

    public static final OutsideContact NOBODY = new OutsideContact("", "", "");

    public OutsideContact {
        if (name.length() > LONGEST_NAME || address.length() > LONGEST_ADDRESS || phone.length() > LONGEST_PHONE) {
            throw new IllegalArgumentException("too long");
        }
    }

    public boolean nobody() {
        return name.isEmpty() && address.isEmpty() && phone.isEmpty();
    }
}
