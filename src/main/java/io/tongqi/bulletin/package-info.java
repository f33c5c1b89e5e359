/** Reads what a bulletin says from the tables of a release. */
package io.tongqi.bulletin;
