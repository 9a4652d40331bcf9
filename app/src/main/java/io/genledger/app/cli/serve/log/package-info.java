/** The log of the server, a JSON object on each line. */
@NullMarked
package io.genledger.app.cli.serve.log;

import org.jspecify.annotations.NullMarked;
