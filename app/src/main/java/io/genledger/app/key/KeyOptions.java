package io.genledger.app.key;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The option that names the places of keys of several accounts. */
public final class KeyOptions {

    @Option(
            names = {"--key", "--account-key"},
            paramLabel = "ACCOUNT=PLACE",
            split = ",",
            description =
                    "Place of an account's key, repeatable: ACCOUNT=env:VARIABLE,"
                            + " ACCOUNT=file:PATH or ACCOUNT=credential:NAME (systemd). The key"
                            + " of $$OPENROUTER_API_KEY, of the file"
                            + " $$OPENROUTER_API_KEY_FILE, or of systemd's credential"
                            + " openrouter-api-key is that of the account default then.")
    private List<String> places = List.of();

    /**
     * Refuses a malformed place, without reading a key.
     *
     * @throws IllegalArgumentException with the form of a place
     */
    public void requirePlaces() {
        places.forEach(KeyPlace::parse);
    }

    /**
     * Reads the keys from their places, as they are now.
     *
     * @param variables the value of an environment variable; empty if it is not set or blank
     * @throws IllegalArgumentException as {@link AccountKeys#read}
     */
    public AccountKeys read(Function<String, Optional<String>> variables) {
        return AccountKeys.read(places, variables);
    }
}
