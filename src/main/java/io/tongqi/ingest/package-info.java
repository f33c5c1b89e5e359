/**
 * Deliveries → bronze. In the order of the flow: {@link io.tongqi.ingest.DeliveredFile delivered
 * files} are scanned ({@code ContentScan}: hash, header, sections), a {@link
 * io.tongqi.ingest.DeliveryPlan plan} tells which of their contents are new, their sections are
 * read side by side into rows of text ({@code DeliveredRows}), the mapping's expressions make
 * records of them ({@code CanonicalRecords}), rules judge those ({@code QualityRules}), and {@code
 * BatchWriter} writes the accepted and the rejected ones.
 */
package io.tongqi.ingest;
