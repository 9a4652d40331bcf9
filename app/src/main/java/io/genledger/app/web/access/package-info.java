/** Who may do what: the scope of each route, tokens, sessions, and where requests come from. */
@NullMarked
package io.genledger.app.web.access;

import org.jspecify.annotations.NullMarked;
