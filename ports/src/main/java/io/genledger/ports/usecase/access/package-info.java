/** Use cases of access to the server: create tokens, sign browsers in, authenticate requests. */
@NullMarked
package io.genledger.ports.usecase.access;

import org.jspecify.annotations.NullMarked;
