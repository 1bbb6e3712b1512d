package dev.migrator.entity;

/**
 * Something in the model that is read, but most likely not what was meant.
 *
 * @param subject the class or member: {@code com.example.blog.Profile.gender}
 * @param sentence what is wrong with it and what to do
 */
public record ModelWarning(String subject, String sentence) {

  /** The subject and the sentence. */
  @Override
  public String toString() {
    return subject + ": " + sentence;
  }
}
