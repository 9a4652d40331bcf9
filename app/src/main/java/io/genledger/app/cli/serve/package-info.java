/** The commands of the server: serve and token. */
@NullMarked
package io.genledger.app.cli.serve;

import org.jspecify.annotations.NullMarked;
