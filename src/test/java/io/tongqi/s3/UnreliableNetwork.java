package io.tongqi.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Passes requests on to a server of S3, except that some of them meet a mishap. */
final class UnreliableNetwork implements AutoCloseable {
  /** Headers that belong to a connection, not to what is sent over it. */
  private static final Set<String> OF_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "transfer-encoding",
          "upgrade",
          "http2-settings");

  private static final int SLOW_MILLISECONDS = 300;

  /** What happens to a request on its way. */
  enum Mishap {
    NONE,
    /** It never arrives. */
    LOST,
    /** It is done, and the client never hears of it. */
    REPLY_LOST,
    /** The store has no time. */
    SLOW_DOWN,
    /** Another write of the same object goes on. */
    CONFLICT,
    /** The answer takes its time. */
    LATE
  }

  /** Decides what happens to a request. */
  interface Weather {
    Mishap mishap(String method, String path);
  }

  private final String server;
  private final AtomicReference<Weather> weather =
      new AtomicReference<>((method, path) -> Mishap.NONE);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer proxy;

  /** Between clients and the server at that endpoint. */
  UnreliableNetwork(String server) throws IOException {
    this.server = server;
    proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.setExecutor(threads);
    proxy.createContext("/", this::handle);
    proxy.start();
  }

  /** Where clients reach the server through this network. */
  String endpoint() {
    return "http://127.0.0.1:" + proxy.getAddress().getPort();
  }

  /** What happens from now on. */
  void weather(Weather next) {
    weather.set(next);
  }

  @Override
  public void close() {
    proxy.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    switch (weather.get().mishap(exchange.getRequestMethod(), path)) {
      case NONE -> answer(exchange, forward(exchange, body));
      case LOST -> exchange.close();
      case REPLY_LOST -> {
        forward(exchange, body).body().close();
        exchange.close();
      }
      case SLOW_DOWN -> refuse(exchange, 503, "SlowDown");
      case CONFLICT -> refuse(exchange, 409, "ConditionalRequestConflict");
      case LATE -> {
        pause();
        answer(exchange, forward(exchange, body));
      }
    }
  }

  private HttpResponse<InputStream> forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange.getRequestHeaders().forEach((name, values) -> copy(request, name, values));
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException(interruption);
    }
  }

  private static void copy(HttpRequest.Builder request, String name, List<String> values) {
    if (!OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
      values.forEach(value -> request.header(name, value));
    }
  }

  private static void answer(HttpExchange exchange, HttpResponse<InputStream> response)
      throws IOException {
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    try (exchange;
        InputStream content = response.body()) {
      byte[] body = content.readAllBytes();
      boolean isHead = exchange.getRequestMethod().equals("HEAD");
      if (isHead) {
        response
            .headers()
            .firstValue("content-length")
            .ifPresent(it -> exchange.getResponseHeaders().set("Content-Length", it));
      }
      exchange.sendResponseHeaders(
          response.statusCode(), isHead || body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
    byte[] body =
        "<Error><Code>%s</Code><Message>by the weather</Message></Error>"
            .formatted(code)
            .getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/xml");
      boolean isHead = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
      if (!isHead) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(SLOW_MILLISECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException(interruption);
    }
  }
}
