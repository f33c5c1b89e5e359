package io.tongqi.sample;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The versions of one record: how it was first recorded, and what was changed since. */
final class History<T> {
  private record Change<T>(LocalDateTime at, UnaryOperator<Version<T>> edit) {}

  private final LocalDateTime recorded;
  private final List<Change<T>> changes = new ArrayList<>();
  private T first;

  History(LocalDateTime recorded, T first) {
    this.recorded = recorded;
    this.first = first;
  }

  /** When the record was first recorded. */
  LocalDateTime recorded() {
    return recorded;
  }

  /** What the record said at first differs from the truth. */
  void startedAs(UnaryOperator<T> edit) {
    first = edit.apply(first);
  }

  void change(LocalDateTime at, UnaryOperator<T> edit) {
    changes.add(new Change<>(at, version -> version.with(edit.apply(version.facts()))));
  }

  void withdraw(LocalDateTime at) {
    changes.add(new Change<>(at, Version::withdrawn));
  }

  /** All versions that the sample reaches; changes at one time make one version. */
  List<Version<T>> versions(String recordId) {
    List<Version<T>> versions = new ArrayList<>();
    Version<T> version = new Version<>(recordId, recorded, Version.Standing.VALID, first);
    versions.add(version);
    changes.sort(Comparator.comparing(Change::at));
    for (Change<T> change : changes) {
      LocalDateTime last = version.recordedAt();
      boolean isLater = change.at().isAfter(last);
      version = change.edit().apply(version);
      if (isLater) {
        version = version.at(change.at());
        versions.add(version);
      } else {
        versions.set(versions.size() - 1, version);
      }
    }
    return versions.stream().filter(it -> SampleTimes.isHeld(it.recordedAt())).toList();
  }
}
