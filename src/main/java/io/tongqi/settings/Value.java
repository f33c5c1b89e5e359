package io.tongqi.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.tongqi.faults.Faults;
import io.tongqi.faults.Remedy;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A value of a YAML file, which may be absent. Each method reads it as one type; a present value
 * that is not of the type is recorded as a fault and read as absent.
 */
record Value(Path file, String place, JsonNode json, Faults faults) {
  boolean isPresent() {
    return !json.isMissingNode() && !json.isNull();
  }

  /** Records that something is wrong with the value. */
  void fault(String problem, String remedy) {
    faults.add(file, "key " + place, problem, remedy);
  }

  Optional<String> text() {
    if (isPresent() && !json.isTextual()) {
      return refuse("is no text", json.isValueNode() ? "put it in quotes" : "write one text");
    }
    if (isPresent() && json.textValue().isBlank()) {
      return refuse("is blank", "write something or remove the key");
    }
    return Optional.ofNullable(json.textValue());
  }

  /** A text, number or truth value as text. */
  Optional<String> scalar() {
    return isPresent() && json.isValueNode() ? Optional.of(json.asText()) : text();
  }

  /** What a parser makes of the text. */
  <T> Optional<T> parsed(Function<String, T> parser, String expected) {
    return text().flatMap(text -> parsed(text, parser, expected));
  }

  private <T> Optional<T> parsed(String text, Function<String, T> parser, String expected) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException | DateTimeException refused) {
      return refuse("is not valid" + reason(refused, text), "write " + expected);
    }
  }

  Optional<LocalDate> date() {
    return parsed(LocalDate::parse, "a date such as 2015-01-31");
  }

  /** The constant of an enum that is written in lower case. */
  <E extends Enum<E>> Optional<E> choice(Class<E> type) {
    Map<String, E> choices = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      choices.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    Optional<String> text = text();
    if (text.isPresent() && !choices.containsKey(text.get())) {
      return refuse("is not known", Remedy.choose(text.get(), choices.keySet()));
    }
    return text.map(choices::get);
  }

  Optional<Integer> wholeNumber(int least, int most) {
    return number(
        Integer::valueOf,
        number -> number >= least && number <= most,
        "a whole number from %d to %d".formatted(least, most));
  }

  /** A number from 0 to 1. */
  Optional<Double> share() {
    return number(Double::valueOf, number -> number >= 0 && number <= 1, "a number from 0 to 1");
  }

  private <T> Optional<T> number(
      Function<String, T> parser, Predicate<T> isAllowed, String expected) {
    if (!isPresent()) {
      return Optional.empty();
    }
    try {
      Optional<T> number = Optional.of(parser.apply(json.asText())).filter(isAllowed);
      return number.isPresent() ? number : refuse("is not valid", "write " + expected);
    } catch (NumberFormatException noNumber) {
      return refuse("is not valid", "write " + expected);
    }
  }

  Optional<Boolean> truth() {
    if (isPresent() && !List.of("true", "false").contains(json.asText())) {
      return refuse("is neither true nor false", "write true or false");
    }
    return isPresent() ? Optional.of(Boolean.valueOf(json.asText())) : Optional.empty();
  }

  Optional<Keys> keys() {
    if (isPresent() && !json.isObject()) {
      return refuse("has no keys", "write \"key: value\" below it");
    }
    return isPresent() ? Optional.of(new Keys(file, place, json, faults)) : Optional.empty();
  }

  /** The elements of a list; a single value is a list of one, an absent one of none. */
  List<Value> elements() {
    if (!json.isArray()) {
      return isPresent() ? List.of(this) : List.of();
    }
    List<Value> elements = new ArrayList<>();
    for (int index = 0; index < json.size(); index++) {
      elements.add(new Value(file, Keys.place(place, index), json.get(index), faults));
    }
    return elements;
  }

  List<String> texts() {
    return elements().stream().flatMap(element -> element.text().stream()).toList();
  }

  /** Values by names that are free to choose, in the order of the file. */
  Map<String, Value> byName() {
    Map<String, Value> values = new LinkedHashMap<>();
    keys().ifPresent(keys -> keys.names().forEach(name -> values.put(name, keys.value(name))));
    return values;
  }

  Map<String, String> textsByName() {
    Map<String, String> texts = new LinkedHashMap<>();
    byName().forEach((name, value) -> value.text().ifPresent(text -> texts.put(name, text)));
    return texts;
  }

  private <T> Optional<T> refuse(String problem, String remedy) {
    String shown = json.isTextual() ? "\"%s\"".formatted(json.textValue()) : json.toString();
    fault(shown + " " + problem, remedy);
    return Optional.empty();
  }

  /** What a parser says beyond the text that it was given. */
  private static String reason(RuntimeException refused, String text) {
    String message =
        Objects.requireNonNullElse(refused.getMessage(), "").lines().findFirst().orElse("");
    return message.isEmpty() || message.equals(text) ? "" : " (" + message + ")";
  }
}
