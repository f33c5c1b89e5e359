package io.tongqi.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.tongqi.faults.Faults;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a YAML file as it is written, and the paths that it names. */
final class YamlFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // The digits of a number tell how it is rounded.
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
          .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
          .build();
  private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*");

  private YamlFile() {}

  /** The keys at the file's top; empty, with a fault, where the file cannot be read as YAML. */
  static Optional<ObjectNode> read(Path file, Faults faults) {
    Optional<JsonNode> content = content(file, faults);
    if (content.isPresent() && !content.get().isObject()) {
      faults.add(file, "the file", "has no keys", "write one \"key: value\" a line");
    }
    return content.filter(JsonNode::isObject).map(ObjectNode.class::cast);
  }

  /** Whether a path says on which file system it is. */
  static boolean hasScheme(String path) {
    return WITH_SCHEME.matcher(path).matches();
  }

  /** Any Hadoop path; a relative one is relative to the file that names it. */
  static String anywhere(Path file, String path) {
    return hasScheme(path) ? path : local(file, path).toAbsolutePath().normalize().toString();
  }

  /** A path on this machine's file system; a relative one is relative to the file that names it. */
  static Path local(Path file, String path) {
    return file.resolveSibling(path).normalize();
  }

  private static Optional<JsonNode> content(Path file, Faults faults) {
    try {
      String text = Files.readString(file);
      refuseReferences(text, file, faults);
      return Optional.of(YAML.readTree(text));
    } catch (NoSuchFileException missing) {
      faults.add(file, "the file", "does not exist", "create it, or correct the path to it");
    } catch (CharacterCodingException undecodable) {
      faults.add(file, "the file", "is not UTF-8", "save it as UTF-8");
    } catch (JsonProcessingException malformed) {
      faults.add(file, place(malformed.getLocation()), problem(malformed), remedy(malformed));
    } catch (IOException unreadable) {
      faults.add(file, "the file", "cannot be read (" + unreadable + ")", "make it readable");
    }
    return Optional.empty();
  }

  /** A tree holds the name of a YAML anchor in place of what it stands for. */
  private static void refuseReferences(String text, Path file, Faults faults) throws IOException {
    try (YAMLParser parser = YAML.getFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser.isCurrentAlias()) {
          faults.add(
              file,
              place(parser.currentTokenLocation()),
              "*%s is a YAML alias".formatted(parser.getText()),
              "write the value out");
        }
      }
    }
  }

  private static String place(JsonLocation location) {
    return location == null
        ? "the file"
        : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static String problem(JsonProcessingException malformed) {
    return malformed.getOriginalMessage().lines().findFirst().orElse("is no YAML");
  }

  private static String remedy(JsonProcessingException malformed) {
    return problem(malformed).startsWith("Duplicate field")
        ? "give each key once"
        : "correct the YAML";
  }
}
