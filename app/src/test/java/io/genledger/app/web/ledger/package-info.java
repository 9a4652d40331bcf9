@NullMarked
package io.genledger.app.web.ledger;

import org.jspecify.annotations.NullMarked;
