package io.tongqi;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, without a network, which notes what a page asks for. */
public final class Browser implements AutoCloseable {
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> requests = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  /** Starts it. */
  public Browser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setChromiumSandbox(false));
  }

  /** Opens a page in a window of that width. */
  public Page open(Path file, int width) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setOffline(true)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK));
    Page page = context.newPage();
    page.onRequest(request -> requests.add(request.url()));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
    page.navigate(file.toUri().toString());
    return page;
  }

  /** What was asked for since it started. */
  public List<String> requests() {
    return requests;
  }

  /** What pages complained of since it started. */
  public List<String> errors() {
    return errors;
  }

  /** What keeps people from using a page, serious or critical in axe's words. */
  public static List<String> barriers(Page page) {
    return new AxeBuilder(page)
        .setLegacyMode(true).analyze().getViolations().stream()
            .filter(it -> List.of("serious", "critical").contains(it.getImpact()))
            .map(Browser::words)
            .toList();
  }

  private static String words(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().get(0).getHtml();
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
