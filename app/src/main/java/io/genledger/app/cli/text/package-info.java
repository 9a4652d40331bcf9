/** How answers look: tables and sheets for people, JSON and CSV for machines. */
@NullMarked
package io.genledger.app.cli.text;

import org.jspecify.annotations.NullMarked;
