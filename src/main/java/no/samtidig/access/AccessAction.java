package no.samtidig.access;

/** What the audit log tells about accounts, roles and invitations. */
enum AccessAction implements AuditAction {
    SIGNED_IN("account"),
    ACTED_AS("grant"),
    /** Followed by the role's code, as {@link #REVOKED}, {@link #INVITED} and {@link #INVITED_AGAIN} are. */
    GRANTED("account"),
    REVOKED("account"),
    INVITED("invitation"),
    INVITED_AGAIN("invitation"),
    ACCEPTED("invitation"),
    WITHDREW("invitation"),
    ASKED_FOR_A_NEW_PASSWORD("account"),
    CHOSE_A_NEW_PASSWORD("account"),
    CHANGED_PASSWORD("account"),
    CHANGED_OWN_NAME("account"),
    CHANGED_OWN_ADDRESS("account"),
    ADDED_A_PASSKEY("account"),
    REMOVED_A_PASSKEY("account"),
    TURNED_ON_TWO_STEP_SIGN_IN("account") {
        @Override
        public String code() {
            return "turned on two-step sign-in";
        }
    },
    TURNED_OFF_TWO_STEP_SIGN_IN("account") {
        @Override
        public String code() {
            return "turned off two-step sign-in";
        }
    },
    RENEWED_RECOVERY_CODES("account"),
    ASKED_FOR_A_SECOND_STEP_RESET("account"),
    CONFIRMED_A_SECOND_STEP_RESET("account"),
    WITHDREW_A_SECOND_STEP_RESET("account"),
    CLOSED("account"),
    CLOSED_OWN_ACCOUNT("account"),
    CLOSED_UNUSED("account"),
    REOPENED("account"),
    ERASED("account"),
    DELETED_OWN_LEARNING("account");

    private final String kind;

    AccessAction(String kind) {
        this.kind = kind;
    }

    @Override
    public String kind() {
        return kind;
    }
}
