package io.tongqi.report.page;

import io.tongqi.comparison.RecordStanding;
import io.tongqi.domain.Activity;
import io.tongqi.domain.Bilingual;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * What a force does or keeps in the days of a bulletin, as gold.activity_totals has it.
 *
 * @param activity its code
 * @param unit of numerator and denominator, where it is a share
 * @param whole the activity that it is a share of
 * @param value in its unit; of a share 0..1; null where nothing is held
 * @param change on the year before: in percent, of a share in percentage points; null where there
 *     is none
 * @param baseline what the change is against
 * @param record what can be claimed
 * @param reason why; blank where nothing is to be said
 * @param coverage the share of the days that files answer for
 * @param linesInQuarantine open rejected lines that could change the value
 */
public record ActivityFigure(
    String activity,
    Activity.Type type,
    Bilingual name,
    Bilingual unit,
    Optional<Activity.Whole> whole,
    @Nullable Double value,
    @Nullable Long numerator,
    @Nullable Long denominator,
    @Nullable Double priorValue,
    @Nullable Double change,
    Bilingual baseline,
    RecordStanding record,
    Bilingual reason,
    double coverage,
    long linesInQuarantine) {}
