/** The commands of the server: token. */
@NullMarked
package io.genledger.app.cli.serve;

import org.jspecify.annotations.NullMarked;
