/**
 * The commands about a lake of several ledgers: init, ship, status, verify, rebuild, erase,
 * maintain.
 */
@NullMarked
package io.genledger.app.cli.lake;

import org.jspecify.annotations.NullMarked;
