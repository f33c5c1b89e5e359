package io.tongqi.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/** Tells by content whether settings or reference data have changed. */
public final class ContentHash {
  private static final ObjectMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private ContentHash() {}

  /**
   * SHA-256, in hexadecimal digits, of content as JSON with its keys in order.
   *
   * @param content maps, lists, texts, numbers and truth values
   */
  public static String of(Object content) {
    try {
      byte[] json = CANONICAL.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
      return DigestUtils.sha256Hex(json);
    } catch (JsonProcessingException unexpected) {
      throw new IllegalArgumentException("Hashing content that is no JSON", unexpected);
    }
  }
}
