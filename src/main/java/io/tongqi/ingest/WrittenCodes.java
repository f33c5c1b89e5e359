package io.tongqi.ingest;

import com.ibm.icu.text.Normalizer2;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The codes of the reference data as records may write them: a text that is none of them as
 * written, but exactly one when letter case and full-width forms are ignored, is that one.
 *
 * @param known the codes
 * @param alike the code that is alone in being alike so, by what they have in common
 */
record WrittenCodes(Set<String> known, Map<String, String> alike) implements UDF1<String, String> {
  private static final long serialVersionUID = 1L;

  /** Of these codes. */
  static WrittenCodes of(Collection<String> codes) {
    Set<String> known = new HashSet<>(codes);
    Map<String, String> alike = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (String code : known) {
      if (alike.put(folded(code), code) != null) {
        ambiguous.add(folded(code));
      }
    }
    alike.keySet().removeAll(ambiguous);
    return new WrittenCodes(known, alike);
  }

  /** The code that a text means, else the text itself. */
  @Override
  public String call(String text) {
    return text == null || known.contains(text) ? text : alike.getOrDefault(folded(text), text);
  }

  /** The codes that the texts of a column mean. */
  Column meantBy(Column text) {
    return functions.udf(this, DataTypes.StringType).apply(text);
  }

  private static String folded(String code) {
    return Normalizer2.getNFKCCasefoldInstance().normalize(code);
  }
}
