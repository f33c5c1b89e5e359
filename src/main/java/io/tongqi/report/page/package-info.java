/** What pages say, and how it is shown; knows no Spark. */
package io.tongqi.report.page;
