/** The answers of the commands about a lake. */
@NullMarked
package io.genledger.app.view.lake;

import org.jspecify.annotations.NullMarked;
