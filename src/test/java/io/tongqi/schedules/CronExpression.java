package io.tongqi.schedules;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;

/** The five fields of time of cron, which Kubernetes and Airflow read, too. */
final class CronExpression {
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  private CronExpression() {}

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException when it is none
   */
  static void check(String expression) {
    PARSER.parse(expression).validate();
  }
}
