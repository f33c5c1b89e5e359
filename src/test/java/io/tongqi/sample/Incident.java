package io.tongqi.sample;

/**
 * An incident as it was.
 *
 * @param district where
 * @param call what the call system will say in the end
 */
record Incident(String district, Call call) {}
