package io.tongqi.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils the bytes of files, by a seed. */
final class Mutations {
  private static final List<String> TOKENS =
      List.of(
          "\"",
          "\"\"",
          ",",
          ",,,",
          ";",
          "\t",
          "\r",
          "\n",
          "\r\n",
          "\n\n",
          "\0",
          "\0\0\0\0",
          "\u001A",
          "\uFEFF",
          "\u00A0",
          "\u3000",
          "\u200B",
          "{",
          "}",
          "[",
          "\\",
          "\\u0000",
          "null",
          "１",
          "-1",
          "2.0",
          "1e999",
          "9223372036854775808",
          "24:00",
          "2024-02-30",
          "sep=;\n",
          "id,station,category,reported,n,note\n",
          "<html>",
          "PK\u0003\u0004",
          "\u001F\u008B\b",
          "盗",
          "é",
          "\uD83D\uDE00",
          "NaN",
          "Total");

  private final Random random;

  Mutations(long seed) {
    random = new Random(seed);
  }

  /** The bytes with one to eight faults in them. */
  byte[] spoiled(byte[] sound, Charset charset) {
    byte[] bytes = sound;
    for (int count = 1 + random.nextInt(8); count > 0 && bytes.length > 0; count--) {
      bytes = spoiledOnce(bytes, charset);
    }
    return bytes;
  }

  /** One of them. */
  <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private byte[] spoiledOnce(byte[] bytes, Charset charset) {
    int at = random.nextInt(bytes.length);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
    byte[] part = Arrays.copyOfRange(bytes, at, end);
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> replaced(bytes, at, end, new byte[0]);
      case 2 -> replaced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
      case 3 -> replaced(bytes, at, at, one(TOKENS).getBytes(charset));
      case 4 -> replaced(bytes, at, at, part);
      case 5 -> replaced(bytes, at, at, one(TOKENS).getBytes(StandardCharsets.ISO_8859_1));
      case 6 -> {
        random.nextBytes(part);
        yield replaced(bytes, at, end, part);
      }
      default -> {
        byte[] run = new byte[random.nextInt(3000)];
        Arrays.fill(run, bytes[at]);
        yield replaced(bytes, at, at, run);
      }
    };
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] other) {
    byte[] result = Arrays.copyOf(bytes, bytes.length - (to - from) + other.length);
    System.arraycopy(other, 0, result, from, other.length);
    System.arraycopy(bytes, to, result, from + other.length, bytes.length - to);
    return result;
  }
}
