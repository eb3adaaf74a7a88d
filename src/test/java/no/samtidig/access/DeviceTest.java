package no.samtidig.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Telling one's phone from the ward's computer. */
class DeviceTest {
    @Test
    void a_browser_is_called_by_the_name_people_use() {
        assertThat(
                        Device.of(
                                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"))
                .isEqualTo(new Device("Edge", "Windows"));
        assertThat(
                        Device.of(
                                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1"))
                .isEqualTo(new Device("Safari", "iPhone"));
        assertThat(Device.of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo(new Device("Firefox", "Linux"));
        assertThat(
                        Device.of(
                                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"))
                .isEqualTo(new Device("Chrome", "Android"));
    }

    @Test
    void what_we_do_not_know_is_unknown_and_nothing_of_the_header_is_kept() {
        Device odd = new Device("", "");
        assertThat(Device.of(null)).isEqualTo(odd);
        assertThat(Device.of("<script>alert(1)</script>")).isEqualTo(odd);
        assertThat(Device.ofKept(odd.kept())).isEqualTo(odd);
        assertThat(Device.ofKept(new Device("Edge", "Windows").kept())).isEqualTo(new Device("Edge", "Windows"));
        assertThat(Device.ofKept(null)).isEqualTo(odd);
    }
}
