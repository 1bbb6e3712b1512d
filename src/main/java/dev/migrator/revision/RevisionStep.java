package dev.migrator.revision;

import java.util.SortedSet;

/**
 * One revision applied or undone.
 *
 * @param revision the revision
 * @param direction whether it is applied or undone
 * @param before the version rows before the step
 * @param after the version rows after the step
 */
public record RevisionStep(
    RevisionHeader revision,
    Direction direction,
    SortedSet<RevisionId> before,
    SortedSet<RevisionId> after) {}
