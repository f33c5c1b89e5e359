/**
 * The same period in several years: from the last day to count to the days of every window in each
 * compared year. Pure Java; nothing here reads the clock.
 *
 * <p>{@link io.tongqi.calendar.SamePeriods#of} is the entry point; {@link
 * io.tongqi.calendar.Window#named} checks a window of the settings.
 */
package io.tongqi.calendar;
