/** Answers about the access tokens of the server. */
@NullMarked
package io.genledger.app.view.access;

import org.jspecify.annotations.NullMarked;
