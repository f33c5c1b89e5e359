package io.tongqi.settings;

import io.tongqi.faults.Faults;
import io.tongqi.reference.Group;
import io.tongqi.reference.Membership;
import io.tongqi.reference.ReferenceData;
import io.tongqi.reference.Station;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.Nullable;

/** Holds the bookings of all sources against one another and against the reference data. */
final class BookingCheck {
  private final ReferenceData reference;
  private final Faults faults;

  BookingCheck(ReferenceData reference, Faults faults) {
    this.reference = reference;
    this.faults = faults;
  }

  /** Records measures that would be booked twice for the same day, station and category. */
  void refuseDouble(List<MappingFile> sources) {
    List<Entry> earlier = new ArrayList<>();
    for (Entry entry : entries(sources)) {
      earlier.stream()
          .filter(other -> overlap(other.booking(), entry.booking()))
          .forEach(other -> refuseDouble(entry, other));
      earlier.add(entry);
    }
  }

  private void refuseDouble(Entry entry, Entry other) {
    faults.add(
        entry.source().file(),
        "key books",
        "%s of source %s is also booked by source %s (%s) for the same days, stations and groups"
            .formatted(
                entry.booking().measure().column(),
                entry.source().source(),
                other.source().source(),
                other.source().file()),
        "book it once, or tell the two apart with from and to, stations or category_groups");
  }

  /** Records station and group codes that the reference data do not have. */
  void refuseUnknownCodes(List<MappingFile> sources) {
    Set<String> stations =
        reference.stations().stream().map(Station::station).collect(Collectors.toSet());
    Set<String> groups =
        reference.groups().stream().map(Group::categoryGroup).collect(Collectors.toSet());
    for (Entry entry : entries(sources)) {
      Booking booking = entry.booking();
      String of = " of " + booking.measure().column();
      refuseUnknown(entry.source(), "books", "station", of, booking.stations(), stations);
      refuseUnknown(
          entry.source(), "books", "category group", of, booking.categoryGroups(), groups);
    }
    for (MappingFile source : sources) {
      for (Coverage.Rule rule : given(source.covers())) {
        refuseUnknown(source, "covers", "station", "", rule.stations(), stations);
        refuseUnknown(source, "covers", "category group", "", rule.categoryGroups(), groups);
      }
      for (Quiet quiet : given(source.quiet())) {
        refuseUnknown(source, "quiet", "station", "", quiet.stations(), stations);
      }
    }
  }

  private static <T> List<T> given(List<T> values) {
    return values.stream().filter(Objects::nonNull).toList();
  }

  private void refuseUnknown(
      MappingFile source,
      String key,
      String kind,
      String of,
      Set<String> codes,
      Set<String> known) {
    for (String code : new TreeSet<>(codes)) {
      if (!known.contains(code)) {
        faults.add(
            source.file(),
            "key " + key,
            "%s \"%s\"%s is not in the reference data".formatted(kind, code, of),
            "correct the code or add it there");
      }
    }
  }

  private static List<Entry> entries(List<MappingFile> sources) {
    return sources.stream()
        .flatMap(source -> source.books().stream().map(booking -> new Entry(source, booking)))
        .filter(entry -> entry.booking() != null && entry.booking().measure() != null)
        .toList();
  }

  private boolean overlap(Booking one, Booking other) {
    return one.measure() == other.measure()
        && startsInTime(one.from(), other.to())
        && startsInTime(other.from(), one.to())
        && meet(one.stations(), other.stations())
        && meet(categories(one.categoryGroups()), categories(other.categoryGroups()));
  }

  static boolean startsInTime(@Nullable LocalDate from, @Nullable LocalDate to) {
    return from == null || to == null || !from.isAfter(to);
  }

  static boolean meet(Collection<String> some, Collection<String> others) {
    return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
  }

  /** Groups overlap where they share a category; a group's own code stands for one without any. */
  private Set<String> categories(Set<String> groups) {
    Set<String> categories = new HashSet<>();
    groups.forEach(group -> categories.add("group " + group));
    reference.categories().stream()
        .filter(membership -> groups.contains(membership.categoryGroup()))
        .map(Membership::category)
        .forEach(categories::add);
    return categories;
  }

  private record Entry(MappingFile source, Booking booking) {}
}
