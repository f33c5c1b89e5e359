/** What is wrong with files that people write: collected, and with a remedy for each. */
package io.tongqi.faults;
