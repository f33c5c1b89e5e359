package io.tongqi.ingest;

import io.tongqi.faults.DataRefusedException;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Refuses batches by the rules of shares, unless they were accepted. */
public record ShareRules(Tables tables, Settings settings) {
  /**
   * Judges what was found in a batch.
   *
   * @return the findings that have cases
   * @throws DataRefusedException when shares are too large and nobody has accepted the batch
   */
  public List<Finding> judge(SourceMapping mapping, String batchId, List<Finding> findings) {
    List<Finding> found = findings.stream().filter(it -> it.share().cases() > 0).toList();
    List<Finding> excessive = found.stream().filter(this::isExcessive).toList();
    if (excessive.isEmpty()) {
      return found;
    }
    Optional<String> because = new Acceptances(tables).because(batchId);
    if (because.isEmpty()) {
      throw new DataRefusedException(faults(mapping, batchId, excessive));
    }
    return found.stream().map(it -> isExcessive(it) ? it.accepted(because.get()) : it).toList();
  }

  /** Whether a share is too large for an accident. */
  boolean isExcessive(Finding finding) {
    return finding.share().exceeds(finding.rule().limit(settings));
  }

  private List<String> faults(SourceMapping mapping, String batchId, List<Finding> excessive) {
    List<String> faults = new ArrayList<>();
    for (Finding finding : excessive) {
      faults.add(
          "reading the deliveries of source %s: %s, more than the share of %s that %s in %s allows; nothing was booked; correct the files or the mapping %s, or take the batch as it is: jobs/tongqi accept %s --because TEXT"
              .formatted(
                  mapping.source(),
                  finding.text(),
                  finding.rule().limit(settings),
                  finding.rule().key(),
                  settings.file(),
                  mapping.file(),
                  batchId));
      finding.examples().forEach(example -> faults.add("  " + example));
    }
    return faults;
  }
}
