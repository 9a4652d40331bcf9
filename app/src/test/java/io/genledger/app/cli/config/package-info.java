/** Tests of settings from the environment and from config files. */
@NullMarked
package io.genledger.app.cli.config;

import org.jspecify.annotations.NullMarked;
