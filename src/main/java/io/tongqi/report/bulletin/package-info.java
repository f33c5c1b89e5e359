/** What a bulletin says, and how it is shown; knows no Spark. */
package io.tongqi.report.bulletin;
