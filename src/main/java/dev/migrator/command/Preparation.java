package dev.migrator.command;

/** Loads what inspecting a database takes, without one, so that an archive of classes holds it. */
public final class Preparation {

  private Preparation() {}

  public static void run() {
    Dialects.NAMES.forEach(name -> Dialects.named(name).inspector().prepare());
  }
}
