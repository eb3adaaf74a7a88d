package no.samtidig.improvement.web.delta;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.improvement.instrument.Area;
import no.samtidig.improvement.instrument.Instrument;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.improvement.meeting.MeetingCode;
import no.samtidig.improvement.meeting.MeetingPhones;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Open;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Phones at a results meeting: joining by its code, and voting in silence. Nobody is asked who they are. */
@Controller
class DeltaController {
    /** As the field takes; more is not echoed. */
    private static final int LONGEST_TYPED = 80;

    private static final String VOTED = "stemt";

    private final MeetingPhones phones;
    private final Instrument instrument;

    DeltaController(MeetingPhones phones, Instrument instrument) {
        this.phones = phones;
        this.instrument = instrument;
    }

    @ModelAttribute
    void unlisted(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @Open("a code that stands on the meeting's screen is the right to join")
    @GetMapping("/delta")
    Page code() {
        return new DeltaCodePage("", DeltaCodePage.Why.NONE);
    }

    @Open("a code that stands on the meeting's screen is the right to join")
    @PostMapping("/delta")
    Reply find(@RequestParam(value = "kode", defaultValue = "") String typed) {
        if (typed.isBlank()) {
            return new DeltaCodePage("", DeltaCodePage.Why.EMPTY);
        }
        return MeetingCode.read(typed)
                .<Reply>map(it -> new SeeOther("/delta/" + it.value()))
                .orElseGet(() -> new DeltaCodePage(shortened(typed), DeltaCodePage.Why.FORM));
    }

    @Open("a code that stands on the meeting's screen is the right to join")
    @GetMapping("/delta/{kode}")
    Page meeting(
            @PathVariable("kode") String typed,
            @RequestParam(value = SeeOther.DONE, defaultValue = "") String done,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<MeetingCode> code = MeetingCode.read(typed);
        if (code.isEmpty()) {
            return new DeltaCodePage(shortened(typed), DeltaCodePage.Why.FORM);
        }
        return switch (look(code.get(), request)) {
            case MeetingPhones.Entry.Here(Meeting meeting) -> page(code.get(), meeting, request, done.equals(VOTED));
            case MeetingPhones.Entry.Unknown _ -> unknown(code.get());
            case MeetingPhones.Entry.Wait _ -> wait(code.get(), response);
        };
    }

    @Open("a code that stands on the meeting's screen is the right to join")
    @PostMapping("/delta/{kode}/med")
    Reply join(@PathVariable("kode") String typed, HttpServletRequest request, HttpServletResponse response) {
        Optional<MeetingCode> code = MeetingCode.read(typed);
        if (code.isEmpty()) {
            return new DeltaCodePage(shortened(typed), DeltaCodePage.Why.FORM);
        }
        return switch (look(code.get(), request)) {
            case MeetingPhones.Entry.Here(Meeting meeting) -> {
                phones.join(meeting, PhoneWord.given(request, response));
                yield new SeeOther("/delta/" + code.get().value());
            }
            case MeetingPhones.Entry.Unknown _ -> unknown(code.get());
            case MeetingPhones.Entry.Wait _ -> wait(code.get(), response);
        };
    }

    @Open("a code that stands on the meeting's screen is the right to vote")
    @PostMapping("/delta/{kode}")
    Reply vote(
            @PathVariable("kode") String typed,
            @RequestParam(value = "omrade", defaultValue = "") List<String> areas,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<MeetingCode> code = MeetingCode.read(typed);
        if (code.isEmpty()) {
            return new DeltaCodePage(shortened(typed), DeltaCodePage.Why.FORM);
        }
        return switch (look(code.get(), request)) {
            case MeetingPhones.Entry.Here(Meeting meeting) -> voted(code.get(), meeting, areas, request);
            case MeetingPhones.Entry.Unknown _ -> unknown(code.get());
            case MeetingPhones.Entry.Wait _ -> wait(code.get(), response);
        };
    }

    private Reply voted(MeetingCode code, Meeting meeting, List<String> areas, HttpServletRequest request) {
        Optional<String> phone = PhoneWord.held(request);
        MeetingPhones.Outcome outcome =
                phone.map(it -> phones.vote(meeting, it, areas, known())).orElse(MeetingPhones.Outcome.NOT_JOINED);
        return switch (outcome) {
            case TAKEN -> new SeeOther("/delta/" + code.value()).done(VOTED);
            case NOT_OPEN, NOT_JOINED -> new SeeOther("/delta/" + code.value());
            case TOO_MANY ->
                new DeltaPage(
                        code,
                        DeltaPage.Phase.of(meeting),
                        choices(),
                        Set.copyOf(areas),
                        false,
                        Trouble.at("omrade", "delta.trouble.too-many"));
        };
    }

    /** What a phone asks for every few seconds: where the meeting is, in one word. */
    @Open("a code that stands on the meeting's screen is the right to follow")
    @GetMapping("/delta/{kode}/stand")
    ResponseEntity<String> standing(@PathVariable("kode") String typed, HttpServletRequest request) {
        Optional<MeetingCode> code = MeetingCode.read(typed);
        if (code.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return switch (look(code.get(), request)) {
            case MeetingPhones.Entry.Here(Meeting meeting) -> {
                String phase = DeltaPage.Phase.of(meeting).code();
                yield ResponseEntity.ok()
                        .eTag("\"" + phase + "\"")
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(phase);
            }
            case MeetingPhones.Entry.Unknown _ -> ResponseEntity.notFound().build();
            case MeetingPhones.Entry.Wait _ ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
        };
    }

    private MeetingPhones.Entry look(MeetingCode code, HttpServletRequest request) {
        return phones.look(code, PhoneWord.held(request), request.getRemoteAddr());
    }

    private DeltaPage page(MeetingCode code, Meeting meeting, HttpServletRequest request, boolean sent) {
        Optional<String> phone = PhoneWord.held(request);
        boolean over = meeting.vote() == Meeting.Vote.CLOSED;
        boolean joined = phone.filter(it -> phones.joined(meeting, it)).isPresent();
        Set<String> chosen =
                phone.map(it -> Set.copyOf(phones.votedFor(meeting, it))).orElse(Set.of());
        return new DeltaPage(
                code,
                joined || over ? DeltaPage.Phase.of(meeting) : DeltaPage.Phase.OUTSIDE,
                choices(),
                chosen,
                sent,
                Trouble.NONE);
    }

    private List<DeltaPage.Choice> choices() {
        return instrument.areas().stream()
                .map(it -> new DeltaPage.Choice(it.id(), it.name()))
                .toList();
    }

    private Set<String> known() {
        return instrument.areas().stream().map(Area::id).collect(Collectors.toSet());
    }

    private static DeltaCodePage unknown(MeetingCode code) {
        return new DeltaCodePage(code.grouped(), DeltaCodePage.Why.UNKNOWN);
    }

    private static DeltaCodePage wait(MeetingCode code, HttpServletResponse response) {
        response.setHeader("Retry-After", String.valueOf(MeetingPhones.WINDOW.toSeconds()));
        return new DeltaCodePage(code.grouped(), DeltaCodePage.Why.WAIT);
    }

    private static String shortened(String typed) {
        return typed.substring(0, Math.min(typed.length(), LONGEST_TYPED));
    }
}
