package dev.migrator.entity;

import dev.migrator.entity.orm.UnreadElement;

/**
 * Something in the model that is read, but most likely not what was meant.
 *
 * @param subject the class or member, or the line of a mapping file: {@code
 *     com.example.blog.Profile.gender}, {@code META-INF/orm.xml:12}
 * @param sentence what is wrong with it and what to do
 */
public record ModelWarning(String subject, String sentence) {

  static ModelWarning of(UnreadElement element) {
    return new ModelWarning(
        element.location(), element.sentence() + " What it maps is missing from the schema.");
  }

  /** The subject and the sentence. */
  @Override
  public String toString() {
    return subject + ": " + sentence;
  }
}
