package io.tongqi.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemedyTest {
  @Test
  void shouldSuggestTheClosestName() {
    assertThat(Remedy.choose("Waerhouse", List.of("warehouses", "warehouse", "years")))
        .isEqualTo("did you mean \"warehouse\"?");
  }

  @Test
  void shouldListAllNamesWhereNoneIsClose() {
    assertThat(Remedy.choose("region", List.of("warehouse", "years")))
        .isEqualTo("use one of warehouse, years");
  }

  @Test
  void shouldNotSuggestAnUnrelatedShortName() {
    assertThat(Remedy.choose("x", List.of("to", "from"))).isEqualTo("use one of to, from");
  }
}
