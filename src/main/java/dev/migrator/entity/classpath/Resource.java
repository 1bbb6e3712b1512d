package dev.migrator.entity.classpath;

/**
 * A file of the class path.
 *
 * @param location where it is, for messages: {@code app.jar!/app/User.class}
 * @param bytes its content
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Resource(String location, byte[] bytes) {}
