package io.genledger.app.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.genledger.domain.attribution.AccountName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountKeysTest {

    private static final String KEY = "sk-or-v1-0123456789abcdef";

    @TempDir private Path folder;
    private final Map<String, String> variables = new HashMap<>();

    @Test
    void theOnlyKeyIsUsedForEveryAccount() {
        variables.put("OPENROUTER_API_KEY", " " + KEY + "\n");

        assertThat(read().keys())
                .extracting(AccountKey::account, AccountKey::secret, AccountKey::place)
                .containsExactly(tuple(Optional.empty(), KEY, "OPENROUTER_API_KEY"));
    }

    @Test
    void aKeyIsReadFromTheFileThatAVariableNames() throws IOException {
        Path file = keyFile("key", KEY + "\n");
        variables.put("OPENROUTER_API_KEY_FILE", file.toString());

        assertThat(read().keys())
                .extracting(AccountKey::secret, AccountKey::place)
                .containsExactly(tuple(KEY, file.toString()));
        assertThat(read().warnings()).isEmpty();
    }

    @Test
    void aKeyIsReadFromSystemdsCredentials() throws IOException {
        keyFile("openrouter-api-key", KEY);
        variables.put("CREDENTIALS_DIRECTORY", folder.toString());

        assertThat(read().keys()).extracting(AccountKey::secret).containsExactly(KEY);
    }

    @Test
    void otherCredentialsThanAKeyAreNoError() {
        variables.put("CREDENTIALS_DIRECTORY", folder.toString());

        assertThat(read().isEmpty()).isTrue();
    }

    @Test
    void aVariableIsPreferredToACredential() throws IOException {
        keyFile("openrouter-api-key", "other");
        variables.put("CREDENTIALS_DIRECTORY", folder.toString());
        variables.put("OPENROUTER_API_KEY", KEY);

        assertThat(read().keys()).extracting(AccountKey::secret).containsExactly(KEY);
    }

    @Test
    void severalAccountsHaveTheirKeysInDifferentPlaces() throws IOException {
        Path file = keyFile("acme", "sk-or-acme");
        keyFile("beta", "sk-or-beta");
        variables.put("CREDENTIALS_DIRECTORY", folder.toString());
        variables.put("CORP_KEY", "sk-or-corp");
        variables.put("OPENROUTER_API_KEY", KEY);

        assertThat(read("acme=file:" + file, "beta=credential:beta", "corp=env:CORP_KEY").keys())
                .extracting(key -> key.account().map(AccountName::value).orElse("?"))
                .containsExactly("default", "acme", "beta", "corp");
        assertThat(read("corp=env:CORP_KEY").keys())
                .extracting(AccountKey::secret)
                .containsExactly(KEY, "sk-or-corp");
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY, "acme=" + KEY, "acme=key:" + KEY, "=env:X", "acme=env:", "acme"})
    void aKeyInPlaceOfItsPlaceIsRefusedAndNotRepeated(String text) {
        refused(text)
                .withMessageContaining("ACCOUNT=file:PATH")
                .withMessageContaining("revoke it")
                .withMessageNotContaining(KEY);
    }

    @Test
    void bothVariablesTogetherAreRefused() {
        variables.put("OPENROUTER_API_KEY", KEY);
        variables.put("OPENROUTER_API_KEY_FILE", "some file");

        refused()
                .withMessage(
                        "OPENROUTER_API_KEY and OPENROUTER_API_KEY_FILE are both set: unset one of"
                                + " them");
    }

    @Test
    void twoKeysOfOneAccountAreRefused() {
        variables.put("A", KEY);
        variables.put("OPENROUTER_API_KEY", KEY);

        refused("acme=env:A", "acme=env:A").withMessageContaining("acme has two keys");
        refused("default=env:A").withMessageContaining("default has two keys");
    }

    @Test
    void aMissingVariableIsNamed() {
        refused("acme=env:ACME_KEY")
                .withMessage("no key for the account acme: set the variable ACME_KEY");
    }

    @Test
    void aMissingFileIsNamed() {
        refused("acme=file:" + folder.resolve("none"))
                .withMessage(
                        folder.resolve("none") + ": no such file; expected a file with one key");
    }

    @Test
    void aCredentialNeedsSystemd() {
        refused("acme=credential:acme").withMessageContaining("LoadCredential=");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        refused("acme=file:" + keyFile("key", " \n"))
                .withMessageEndingWith("key: empty; expected a file with one key");
    }

    @Test
    void aFileThatIsNoKeyFileIsRefusedByItsSize() throws IOException {
        refused("acme=file:" + keyFile("key", "x".repeat(5000)))
                .withMessageContaining("longer than 4096 bytes");
    }

    @Test
    void aFolderIsRefused() {
        refused("acme=file:" + folder).withMessageStartingWith(folder + ": ");
    }

    @Test
    void aKeyThatAllUsersCanReadIsUsedWithAWarning() throws IOException {
        Path file = keyFile("key", KEY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(read("acme=file:" + file).warnings())
                .containsExactly(file + ": all users can read this key: chmod o-r " + file);
    }

    @Test
    void aKeyThatAllUsersCanWriteIsRefused() throws IOException {
        Path file = keyFile("key", KEY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw----rw-"));

        refused("acme=file:" + file)
                .withMessage(file + ": can be written by all users: chmod o-w " + file);
    }

    @Test
    void noTextOfAKeyShowsItsSecret() {
        variables.put("OPENROUTER_API_KEY", KEY);

        assertThat(read().toString()).contains("OPENROUTER_API_KEY").doesNotContain(KEY);
    }

    private ThrowableAssertAlternative<IllegalArgumentException> refused(String... places) {
        return assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> read(places));
    }

    private AccountKeys read(String... places) {
        return AccountKeys.read(List.of(places), name -> Optional.ofNullable(variables.get(name)));
    }

    private Path keyFile(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
