/** What an export wrote. */
@NullMarked
package io.genledger.app.view.export;

import org.jspecify.annotations.NullMarked;
