package io.genledger.app.key;

import io.genledger.domain.attribution.AccountName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys of a process.
 *
 * @param keys the keys; if there are several, each has another account
 * @param warnings notes about the files that hold them, for the user
 */
public record AccountKeys(List<AccountKey> keys, List<String> warnings) {

    /** The message of a process without any key. */
    public static final String NONE =
            "no key: set the variable OPENROUTER_API_KEY to a key of your OpenRouter account, or"
                    + " OPENROUTER_API_KEY_FILE to a file that holds one";

    private static final String VARIABLE = "OPENROUTER_API_KEY";
    private static final String FILE_VARIABLE = "OPENROUTER_API_KEY_FILE";
    private static final String CREDENTIAL = "openrouter-api-key";

    /** Copies the lists. */
    public AccountKeys {
        keys = List.copyOf(keys);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the keys from their places: that of {@code OPENROUTER_API_KEY}, of the file that {@code
     * OPENROUTER_API_KEY_FILE} names, or of systemd's credential {@code openrouter-api-key}, and
     * those of named accounts. Beside others, the key without a name is that of the account {@code
     * default}.
     *
     * @param places the places of named accounts, {@code ACCOUNT=env:NAME}, {@code
     *     ACCOUNT=file:PATH} or {@code ACCOUNT=credential:NAME}
     * @param variables the value of an environment variable; empty if it is not set or blank
     * @throws IllegalArgumentException if a place is malformed, holds no key, or an account has
     *     two; the message says what to do and omits every key
     */
    public static AccountKeys read(
            List<String> places, Function<String, Optional<String>> variables) {
        return new Reading(variables).all(places.stream().map(KeyPlace::parse).toList());
    }

    /** Whether there is no key. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    private static final class Reading {

        private final Function<String, Optional<String>> variables;
        private final List<AccountKey> keys = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        private Reading(Function<String, Optional<String>> variables) {
            this.variables = variables;
        }

        private AccountKeys all(List<KeyPlace> places) {
            unnamed()
                    .map(key -> places.isEmpty() ? key : key.of(AccountName.DEFAULT))
                    .ifPresent(keys::add);
            for (KeyPlace place : places) {
                Optional<AccountName> account = Optional.of(place.account());
                if (keys.stream().anyMatch(key -> key.account().equals(account))) {
                    throw new IllegalArgumentException(
                            "the account " + place.account() + " has two keys: expected one");
                }
                keys.add(named(place));
            }
            return new AccountKeys(keys, warnings);
        }

        private Optional<AccountKey> unnamed() {
            Optional<String> file = variables.apply(FILE_VARIABLE);
            Optional<String> key = variables.apply(VARIABLE);
            if (file.isPresent() && key.isPresent()) {
                throw new IllegalArgumentException(
                        VARIABLE + " and " + FILE_VARIABLE + " are both set: unset one of them");
            }
            return key.map(text -> new AccountKey(Optional.empty(), VARIABLE, text.strip()))
                    .or(() -> file.flatMap(this::unnamed))
                    .or(() ->
                            variables
                                    .apply(SecretPlace.CREDENTIALS)
                                    .map(folder -> folder + "/" + CREDENTIAL)
                                    .filter(path -> Files.exists(Path.of(path)))
                                    .flatMap(this::unnamed));
        }

        private Optional<AccountKey> unnamed(String path) {
            return read(Optional.empty(), new SecretPlace(SecretPlace.Kind.FILE, path));
        }

        private AccountKey named(KeyPlace key) {
            return read(Optional.of(key.account()), key.place())
                    .orElseThrow(() ->
                            new IllegalArgumentException(
                                    "no key for the account "
                                            + key.account()
                                            + ": set the variable "
                                            + key.place().name()));
        }

        private Optional<AccountKey> read(Optional<AccountName> account, SecretPlace place) {
            return place.read(variables, warnings::add)
                    .map(secret -> new AccountKey(account, place.name(), secret));
        }
    }
}
