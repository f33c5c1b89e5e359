/** Settings, source mappings and what stands in them; loading collects all faults of all files. */
package io.tongqi.settings;
