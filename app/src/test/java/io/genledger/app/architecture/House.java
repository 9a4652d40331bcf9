package io.genledger.app.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/** What is looked at: our main classes, from folders or jars, without tests and test-jars. */
final class House implements ImportOption {

    static final String BASE = "io.genledger";

    /** ArchUnit's own option knows folders of tests, not test-jars. */
    private static final Pattern TESTS =
            Pattern.compile(".*(/test-classes/|-tests\\.jar).*", Pattern.DOTALL);

    @Override
    public boolean includes(Location location) {
        return !location.matches(TESTS);
    }
}
