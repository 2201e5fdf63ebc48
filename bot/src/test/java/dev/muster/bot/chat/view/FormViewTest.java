package dev.muster.bot.chat.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.form.Form;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormViewTest {

  @Test
  void what_only_buttons_say_does_not_stand_in_the_heading() {
    var form =
        FormView.of(
            new Form(
                "/runbook run flush offer:ab-1 for:#8",
                "/runbook run flush for:#8",
                "",
                "",
                List.of()));

    assertThat(form.heading()).isEqualTo("/runbook run flush for:#8");
    assertThat(form.command()).contains("offer:ab-1");
  }
}
