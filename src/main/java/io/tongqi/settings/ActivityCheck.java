package io.tongqi.settings;

import io.tongqi.faults.Faults;
import io.tongqi.reference.ReferenceData;
import io.tongqi.reference.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds the activities of all sources against one another and against the reference data. */
record ActivityCheck(ReferenceData reference, Faults faults) {
  private record Entry(MappingFile source, ActivityBooking booking) {}

  /** Records activity and station codes that the reference data do not have. */
  void refuseUnknownCodes(List<MappingFile> sources) {
    Set<String> activities = reference.activityCodes();
    Set<String> stations =
        reference.stations().stream().map(Station::station).collect(Collectors.toSet());
    for (Entry entry : entries(sources)) {
      ActivityBooking booking = entry.booking();
      if (!activities.contains(booking.activity())) {
        refuseUnknown(entry, "activity \"%s\"".formatted(booking.activity()));
      }
      new TreeSet<>(booking.stations())
          .stream()
              .filter(it -> !stations.contains(it))
              .forEach(
                  it ->
                      refuseUnknown(
                          entry, "station \"%s\" of %s".formatted(it, booking.activity())));
    }
  }

  private void refuseUnknown(Entry entry, String what) {
    faults.add(
        entry.source().file(),
        "key activities",
        what + " is not in the reference data",
        "correct the code or add it there");
  }

  /** Records activities that two sources, or one of them twice, answer for on the same days. */
  void refuseDouble(List<MappingFile> sources) {
    List<Entry> earlier = new ArrayList<>();
    for (Entry entry : entries(sources)) {
      earlier.stream()
          .filter(other -> overlap(other.booking(), entry.booking()))
          .forEach(
              other ->
                  faults.add(
                      entry.source().file(),
                      "key activities",
                      "%s of source %s is also told by source %s (%s) for the same days and stations"
                          .formatted(
                              entry.booking().activity(),
                              entry.source().source(),
                              other.source().source(),
                              other.source().file()),
                      "name it once, or tell the two apart with from and to, or stations"));
      earlier.add(entry);
    }
  }

  /** Records shares of which nobody answers for the whole. */
  void refuseShareOfNothing(List<MappingFile> sources) {
    Set<String> told =
        entries(sources).stream().map(it -> it.booking().activity()).collect(Collectors.toSet());
    for (Entry entry : entries(sources)) {
      reference.activities().stream()
          .filter(it -> it.activity().equals(entry.booking().activity()))
          .flatMap(it -> it.per().stream())
          .filter(it -> !told.contains(it.activity()))
          .forEach(
              it ->
                  faults.add(
                      entry.source().file(),
                      "key activities",
                      "%s is a share of %s, which no source tells"
                          .formatted(entry.booking().activity(), it.activity()),
                      "name that, too"));
    }
  }

  private static List<Entry> entries(List<MappingFile> sources) {
    return sources.stream()
        .flatMap(
            source ->
                source.activities().stream()
                    .filter(Objects::nonNull)
                    .map(it -> new Entry(source, it)))
        .filter(entry -> entry.booking().activity() != null)
        .toList();
  }

  private static boolean overlap(ActivityBooking one, ActivityBooking other) {
    return one.activity().equals(other.activity())
        && BookingCheck.startsInTime(one.from(), other.to())
        && BookingCheck.startsInTime(other.from(), one.to())
        && BookingCheck.meet(one.stations(), other.stations());
  }
}
