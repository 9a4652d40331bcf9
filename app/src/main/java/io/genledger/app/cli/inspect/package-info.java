/** Commands about recorded generations: show, why, audit. */
@NullMarked
package io.genledger.app.cli.inspect;

import org.jspecify.annotations.NullMarked;
