/** Tests of the server's log. */
@NullMarked
package io.genledger.app.cli.serve.log;

import org.jspecify.annotations.NullMarked;
