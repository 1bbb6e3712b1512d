package dev.migrator.entity;

import java.util.Optional;

/**
 * How the time zones of moments are kept.
 *
 * @param unsaid the way of members that say nothing, if it is not Hibernate's own
 */
record TimeZoneStorage(Optional<String> unsaid) {

  /** The way that a member's annotation says: a constant of {@code TimeZoneStorageType}. */
  Optional<String> of(Member member) {
    return member
        .annotations()
        .find(Vocabulary.HIBERNATE_TIME_ZONE_STORAGE)
        .flatMap(found -> Values.constant(found, "value"))
        .or(() -> unsaid);
  }
}
