package io.tongqi.command;

import io.tongqi.claims.Judge;
import io.tongqi.claims.Judgement;
import io.tongqi.claims.Judgement.Verdict;
import io.tongqi.claims.MatchingRecords;
import io.tongqi.claims.PublishedFigures;
import io.tongqi.claims.Statement;
import io.tongqi.claims.Statement.Subject;
import io.tongqi.claims.Statements;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Language;
import io.tongqi.export.PageFile;
import io.tongqi.release.Release;
import io.tongqi.release.Releases;
import io.tongqi.report.TextTable;
import io.tongqi.report.page.ClaimsPage;
import io.tongqi.settings.ClaimsFile;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tongqi claims}. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    subcommands = ClaimsDraftCommand.class,
    description =
        "Checks the sentences of a press release: holds the statements of a file against each other and "
            + "against the tables. Exit code 3 when one is contradicted or inconsistent.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi claims --lang zh data-sample/claims-2024-h1.yaml")
public final class ClaimsCommand implements Callable<Integer> {
  private static final int COLUMNS = 48;

  @Mixin private Conf conf;

  @Option(
      names = "--arithmetic",
      description = "only check whether the numbers can be true; no tables are read")
  private boolean isArithmeticOnly;

  @Option(
      names = "--release",
      paramLabel = "ID",
      description = "the release to check against (default: the newest of the file's as_of)")
  private String releaseId;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      description = "zh or en (default: ${DEFAULT-VALUE})")
  private Language language;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "write the result as a page of HTML that needs no network, too")
  private Path page;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "the statements in YAML or as a table in CSV, as docs/claims.md tells")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (file == null) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: FILE");
    }
    Settings settings = conf.settings();
    ClaimsFile claims = ClaimsFile.load(file);
    List<Statement> statements = Statements.of(claims, settings);
    if (isArithmeticOnly) {
      return tell(settings, Optional.empty(), new Judge(Map.of()).judge(statements));
    }
    int[] code = new int[1];
    Opened.tables(
        "claims", settings, tables -> code[0] = read(tables, settings, claims, statements));
    return code[0];
  }

  private int read(
      Tables tables, Settings settings, ClaimsFile claims, List<Statement> statements) {
    Release release =
        new Releases(tables.spark(), tables)
            .chosen(
                releaseId,
                claims.asOf(),
                "checking the statements of " + file,
                "run nightly first, or use --arithmetic");
    System.out.println(
        new Bilingual("对照发布 %1（截至 %2，已知至 %3）", "held against release %1 (as of %2, as known at %3)")
            .filled(release.id(), release.asOf(), release.knownAt())
            .in(language));
    List<Subject> subjects =
        statements.stream().map(Statement::subject).flatMap(Optional::stream).toList();
    Judge judge =
        new Judge(
            new MatchingRecords(tables, settings, release)
                .addedTo(new PublishedFigures(tables, release).of(subjects), subjects));
    return tell(settings, Optional.of(release), judge.judge(statements));
  }

  private int tell(Settings settings, Optional<Release> release, List<Judgement> judgements) {
    System.out.print(table(judgements).grid());
    System.out.println(
        judgements.stream()
            .collect(
                Collectors.groupingBy(
                    Judgement::verdict, java.util.TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(it -> it.getKey().text().in(language) + " " + it.getValue())
            .collect(Collectors.joining(", ")));
    if (page != null) {
      PageFile.write(page, new ClaimsPage(settings, release, judgements, language).html());
      System.out.println("page " + page.toAbsolutePath().normalize());
    }
    boolean isWrong =
        judgements.stream()
            .map(Judgement::verdict)
            .anyMatch(it -> it == Verdict.CONTRADICTED || it == Verdict.INCONSISTENT);
    return isWrong ? Failures.REFUSED : 0;
  }

  private TextTable table(List<Judgement> judgements) {
    return new TextTable(
        Stream.of(
                new Bilingual("序号", "no"),
                new Bilingual("说法", "statement"),
                new Bilingual("结论", "verdict"),
                new Bilingual("依据", "evidence"))
            .map(it -> it.in(language))
            .toList(),
        judgements.stream().map(this::row).toList());
  }

  private List<String> row(Judgement judgement) {
    Statement statement = judgement.statement();
    String evidence =
        Stream.concat(Stream.of(judgement.because()), judgement.remarks().stream())
            .map(it -> TextTable.wrapped(it.in(language), COLUMNS))
            .collect(Collectors.joining("\n"));
    return List.of(
        String.valueOf(statement.number()),
        TextTable.wrapped(statement.text(), COLUMNS),
        judgement.verdict().text().in(language),
        evidence);
  }
}
