/** Stations, districts, category groups and categories, read from CSV files. */
package io.tongqi.reference;
