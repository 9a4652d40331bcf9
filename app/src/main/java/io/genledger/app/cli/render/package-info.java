/** How answers look: tables and sheets for people, JSON and CSV for machines. */
@NullMarked
package io.genledger.app.cli.render;

import org.jspecify.annotations.NullMarked;
