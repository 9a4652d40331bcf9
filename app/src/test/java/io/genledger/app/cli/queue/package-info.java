@NullMarked
package io.genledger.app.cli.queue;

import org.jspecify.annotations.NullMarked;
