package dev.migrator.revision;

/** Whether a revision is applied or undone. */
public enum Direction {
  UPGRADE,
  DOWNGRADE
}
