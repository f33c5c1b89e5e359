/** Who may write a warehouse, and the history of runs: {@code silver.runs}. */
package io.tongqi.runs;
