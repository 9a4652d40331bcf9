package io.genledger.app.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest states. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {sentence()};
    }

    /** The program's name and version; {@code dev} when it runs from class files. */
    static String sentence() {
        return "genledger "
                + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                        .orElse("dev");
    }
}
