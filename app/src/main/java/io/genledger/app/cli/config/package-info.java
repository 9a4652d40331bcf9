/** Settings from environment variables and config files, which stand in for options. */
@NullMarked
package io.genledger.app.cli.config;

import org.jspecify.annotations.NullMarked;
