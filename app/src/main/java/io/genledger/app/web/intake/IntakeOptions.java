package io.genledger.app.web.intake;

import io.genledger.app.option.convert.AccountConverter;
import io.genledger.domain.attribution.AccountName;
import picocli.CommandLine.Option;

/** The parameters of an intake, named as the options of the command import. */
final class IntakeOptions {

    @Option(
            names = "--account",
            paramLabel = "NAME",
            converter = AccountConverter.class,
            description =
                    "Your name for the OpenRouter account that is charged for the generations; one"
                            + " that is known already keeps its account. Default: default.")
    private AccountName account = AccountName.DEFAULT;

    @Option(
            names = "--track",
            description =
                    "Track the id of every provisional generation, too, so that its record is"
                            + " collected.")
    private boolean track;

    AccountName account() {
        return account;
    }

    boolean tracksProvisional() {
        return track;
    }
}
