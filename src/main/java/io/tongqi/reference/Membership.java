package io.tongqi.reference;

/**
 * That a category belongs to a group.
 *
 * @param category the category's code
 * @param categoryGroup the group's code
 */
public record Membership(String category, String categoryGroup) {}
