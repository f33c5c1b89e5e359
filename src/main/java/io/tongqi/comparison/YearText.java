package io.tongqi.comparison;

import io.tongqi.domain.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Years in words. */
final class YearText {
  private YearText() {}

  /** Each year: "2019, 2024"; null if there is none. */
  static String list(List<Integer> ascending) {
    return ascending.isEmpty()
        ? null
        : ascending.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** Years with runs drawn together: "2015—2018年、2021年" and "2015 to 2018, 2021". */
  static Bilingual runs(List<Integer> ascending) {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= ascending.size(); i++) {
      if (i < ascending.size() && ascending.get(i) == ascending.get(i - 1) + 1) {
        continue;
      }
      int first = ascending.get(from);
      int last = ascending.get(i - 1);
      zh.add(first == last ? first + "年" : first + "—" + last + "年");
      en.add(first == last ? "" + first : first + " to " + last);
      from = i;
    }
    return new Bilingual(String.join("、", zh), String.join(", ", en));
  }
}
