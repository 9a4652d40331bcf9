/** The HTTP server over one ledger: its start, its stop, and what its routes share. */
@NullMarked
package io.genledger.app.web;

import org.jspecify.annotations.NullMarked;
