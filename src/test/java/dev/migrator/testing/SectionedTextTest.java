package dev.migrator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.testing.SectionedText.Section;
import org.junit.jupiter.api.Test;

class SectionedTextTest {

  private static final String TEXT =
      """
      only: sqlite
      What it is about.
      -- before/A.java --
      class A {}

      -- data.sql --
      -- a comment, two words --
      select 1;
      """;

  @Test
  void cutsAtTheHeaders() {
    SectionedText text = SectionedText.parse(TEXT);

    assertThat(text.prose()).isEqualTo("only: sqlite\nWhat it is about.\n");
    assertThat(text.sections())
        .containsExactly(
            new Section("before/A.java", 3, "class A {}\n\n"),
            new Section("data.sql", 6, "-- a comment, two words --\nselect 1;\n"));
  }

  @Test
  void isWrittenAsItWasRead() {
    assertThat(SectionedText.parse(TEXT)).hasToString(TEXT);
  }

  @Test
  void takesProseAlone() {
    assertThat(SectionedText.parse("words\n")).hasToString("words\n");
  }

  @Test
  void replacesOneSection() {
    assertThat(SectionedText.parse(TEXT).with("data.sql", "select 2;"))
        .hasToString(TEXT.substring(0, TEXT.indexOf("-- a comment")) + "select 2;\n");
  }
}
