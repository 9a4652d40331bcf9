package io.genledger.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest states. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {sentence()};
    }

    /** The program's name and version. */
    public static String sentence() {
        return "genledger " + number();
    }

    /** The version; {@code dev} when it runs from class files. */
    public static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }
}
