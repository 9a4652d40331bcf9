/** The format of Parquet: typed columns, with the attempts of each generation if asked for. */
@NullMarked
package io.genledger.app.export.parquet;

import org.jspecify.annotations.NullMarked;
