package io.tongqi.report.page;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.tongqi.domain.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Pages of HTML from templates below {@code /page}. */
final class Pages {
  private static final String ECHARTS =
      "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";
  private static final Configuration TEMPLATES = templates();

  private Pages() {}

  private static Configuration templates() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(Pages.class, "/page");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    return configuration;
  }

  /** The page of a template, whose words are of the language; alone it holds all that it needs. */
  static String html(String template, Language language, SitePlace place, Map<String, ?> model) {
    Map<String, Object> all = new HashMap<>(model);
    boolean isAlone = place.equals(SitePlace.ALONE);
    all.put("is_alone", isAlone);
    all.put("root", isAlone ? "" : place.root());
    all.put("twin", isAlone ? "" : place.twin(language));
    all.put("shared_script", SitePlace.SCRIPT);
    all.put("language", language.name().toLowerCase(Locale.ROOT));
    all.put("style", resource("/page/page.css"));
    all.put("script", resource("/page/charts.js"));
    all.put("echarts", isAlone ? echarts() : "");
    StringWriter page = new StringWriter();
    try {
      TEMPLATES.getTemplate(template).process(all, page);
    } catch (IOException | TemplateException unforeseen) {
      throw new IllegalStateException("filling the template " + template, unforeseen);
    }
    return page.toString();
  }

  /** The script that draws charts. */
  static String echarts() {
    return resource(ECHARTS);
  }

  private static String resource(String name) {
    try (InputStream stream = Pages.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
