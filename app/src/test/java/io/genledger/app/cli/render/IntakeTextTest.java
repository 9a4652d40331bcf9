package io.genledger.app.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.render.line.IntakeText;
import io.genledger.app.view.intake.TrackView;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class IntakeTextTest {

    @Test
    @ResourceLock(Resources.LOCALE)
    void groupsThousandsByCommasInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(IntakeText.of(new TrackView(1_234, 0, 0, 5_678)))
                    .startsWith("1,234 added, ")
                    .endsWith("5,678 given up or refused before");
        } finally {
            Locale.setDefault(before);
        }
    }
}
