package no.samtidig.administration.web;

import java.util.Arrays;
import java.util.List;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;

/** A page of the section menu under {@code /forvaltning}, in order. Its word stands under {@code administration.room.<code>}. */
public enum Room implements Coded {
    OVERVIEW("overview", "/forvaltning", Permission.ADMINISTER),
    PEOPLE("people", "/forvaltning/personer", Permission.MANAGE_PEOPLE),
    PLACES("places", "/forvaltning/steder", Permission.MANAGE_PLACES),
    ROLES("roles", "/forvaltning/roller", Permission.MANAGE_PEOPLE),
    MAIL("mail", "/forvaltning/epost", Permission.ADMINISTER),
    JOBS("jobs", "/forvaltning/jobber", Permission.ADMINISTER),
    LOG("log", "/forvaltning/logg", Permission.ADMINISTER),
    CONDITION("condition", "/forvaltning/tilstand", Permission.ADMINISTER);

    private final String code;
    private final String path;
    private final Permission permission;

    Room(String code, String path, Permission permission) {
        this.code = code;
        this.path = path;
        this.permission = permission;
    }

    @Override
    public String code() {
        return code;
    }

    public String path() {
        return path;
    }

    /** Those that the role acted in may open. */
    public static List<Room> openTo(Visitor.Person person) {
        return Arrays.stream(values())
                .filter(it -> person.acting().role().permissions().contains(it.permission))
                .toList();
    }

    /** As the section menu shows it. */
    public View.Link link(View view) {
        return new View.Link(code, path, view.text("administration.room." + code));
    }
}
