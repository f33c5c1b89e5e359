/** The files under {@code jobs/schedules}, each validated by a tool where there is one. */
package io.tongqi.schedules;
