package io.genledger.app.cli.render;

import java.util.Locale;

/** Names of our own vocabularies as machines read them. */
final class Words {

    private Words() {}

    /** {@code BYOK_FEE} as {@code own-key-fee}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
