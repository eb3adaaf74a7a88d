package no.samtidig.browser;

import com.microsoft.playwright.options.ColorScheme;
import no.samtidig.App;

/** What people look at: the phone is 360 px wide, the narrowest that must hold is 320. */
enum Screen {
    PHONE_LIGHT(360, 740, ColorScheme.LIGHT),
    PHONE_DARK(360, 740, ColorScheme.DARK),
    DESKTOP_LIGHT(1280, 900, ColorScheme.LIGHT),
    DESKTOP_DARK(1280, 900, ColorScheme.DARK),
    NARROW_LIGHT(320, 740, ColorScheme.LIGHT);

    final int width;
    final int height;
    final ColorScheme scheme;

    Screen(int width, int height, ColorScheme scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    boolean phone() {
        return width < 600;
    }

    Window open(App app) {
        return new Window(this, app.address());
    }
}
