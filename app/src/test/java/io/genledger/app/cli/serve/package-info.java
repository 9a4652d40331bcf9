/** Tests of the commands of the server. */
@NullMarked
package io.genledger.app.cli.serve;

import org.jspecify.annotations.NullMarked;
