package dev.migrator.diff;

/**
 * What the rows of a table get in a column that takes no NULL, as a person gives it.
 *
 * @param form how the text is meant
 * @param text a value, or an SQL expression
 */
public record Fill(Form form, String text) {

  /** How the text is meant. */
  public enum Form {
    /** A value of the column's type, not yet SQL. */
    VALUE("--fill"),
    /** SQL that may use the other columns of the row. */
    EXPRESSION("--fill-sql");

    private final String option;

    Form(String option) {
      this.option = option;
    }

    /** The option that gives one. */
    public String option() {
      return option;
    }
  }

  /** A value of the column's type. */
  public static Fill value(String text) {
    return new Fill(Form.VALUE, text);
  }

  /** An SQL expression. */
  public static Fill expression(String text) {
    return new Fill(Form.EXPRESSION, text);
  }
}
