package dev.migrator.hibernate;

import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;
import org.hibernate.type.SqlTypes;

/** A value of each class that Java itself has for basic attributes. */
final class JavaValues {

  private static final LocalDateTime MOMENT = LocalDateTime.of(2024, 1, 31, 10, 20, 30);
  private static final Map<Class<?>, Function<Room, Object>> MAKERS = makers();

  private JavaValues() {}

  /**
   * A value of a class, if it is one of Java's or an enum.
   *
   * @param code the code of the JDBC type that it is stored as
   */
  static Optional<Object> of(Class<?> type, int code, Room room) {
    if (type.isEnum()) {
      return room.oneOf(type.getEnumConstants()).map(Object.class::cast);
    }
    if (type.getSuperclass() != null && type.getSuperclass().isEnum()) {
      return of(type.getSuperclass(), code, room);
    }
    if (type == Date.class || type == Calendar.class) {
      return Optional.of(old(type, code, room));
    }
    return Optional.ofNullable(MAKERS.get(type)).map(maker -> maker.apply(room));
  }

  /** A date or calendar without the part that its column does not keep. */
  private static Object old(Class<?> type, int code, Room room) {
    LocalDateTime moment =
        code == SqlTypes.TIME || code == SqlTypes.TIME_WITH_TIMEZONE
            ? LocalDate.EPOCH.atTime(time(room))
            : date(room).atStartOfDay();
    Calendar calendar = new GregorianCalendar();
    calendar.setTimeInMillis(moment.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
    return type == Date.class ? calendar.getTime() : calendar;
  }

  private static LocalDate date(Room room) {
    return MOMENT.toLocalDate().plusDays(room.number() % 10_000);
  }

  private static LocalTime time(Room room) {
    return MOMENT.toLocalTime().plusSeconds(room.number() % 10_000);
  }

  private static LocalDateTime moment(Room room) {
    return LocalDateTime.of(date(room), time(room));
  }

  private static Map<Class<?>, Function<Room, Object>> makers() {
    Map<Class<?>, Function<Room, Object>> makers = new HashMap<>();
    addNumbers(makers);
    addTexts(makers);
    addTimes(makers);
    addOthers(makers);
    return Map.copyOf(makers);
  }

  private static void addNumbers(Map<Class<?>, Function<Room, Object>> makers) {
    both(makers, boolean.class, Boolean.class, room -> room.number() % 2 == 1);
    both(makers, byte.class, Byte.class, room -> (byte) (room.number() % 100));
    both(makers, short.class, Short.class, room -> (short) (room.number() % 10_000));
    both(makers, int.class, Integer.class, room -> (int) room.number());
    both(makers, long.class, Long.class, Room::number);
    both(makers, float.class, Float.class, room -> room.number() + 0.5f);
    both(makers, double.class, Double.class, room -> room.number() + 0.25);
    makers.put(BigDecimal.class, Room::decimal);
    makers.put(Number.class, Room::number);
    makers.put(BigInteger.class, room -> BigInteger.valueOf(room.number()));
  }

  private static void both(
      Map<Class<?>, Function<Room, Object>> makers,
      Class<?> primitive,
      Class<?> wrapper,
      Function<Room, Object> maker) {
    makers.put(primitive, maker);
    makers.put(wrapper, maker);
  }

  private static void addTexts(Map<Class<?>, Function<Room, Object>> makers) {
    both(makers, char.class, Character.class, room -> (char) ('a' + room.number() % 26));
    makers.put(String.class, Room::text);
    makers.put(char[].class, room -> room.text().toCharArray());
    makers.put(
        Character[].class,
        room -> room.text().chars().mapToObj(c -> (char) c).toArray(Character[]::new));
    makers.put(byte[].class, JavaValues::bytes);
    makers.put(Byte[].class, room -> new Byte[] {(byte) (room.number() % 100)});
    makers.put(Clob.class, JavaValues::clob);
    makers.put(NClob.class, JavaValues::nclob);
    makers.put(Blob.class, JavaValues::blob);
  }

  private static byte[] bytes(Room room) {
    return room.text().getBytes(StandardCharsets.UTF_8);
  }

  private static Blob blob(Room room) {
    try {
      return new SerialBlob(bytes(room));
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Clob clob(Room room) {
    try {
      return new SerialClob(room.text().toCharArray());
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The same as a type of which the JDK has no class. */
  private static NClob nclob(Room room) {
    Clob clob = clob(room);
    return (NClob)
        Proxy.newProxyInstance(
            NClob.class.getClassLoader(),
            new Class<?>[] {NClob.class},
            (proxy, method, arguments) -> method.invoke(clob, arguments));
  }

  private static void addTimes(Map<Class<?>, Function<Room, Object>> makers) {
    makers.put(LocalDate.class, JavaValues::date);
    makers.put(LocalTime.class, JavaValues::time);
    makers.put(LocalDateTime.class, JavaValues::moment);
    makers.put(Instant.class, room -> moment(room).toInstant(ZoneOffset.UTC));
    makers.put(OffsetDateTime.class, room -> moment(room).atOffset(ZoneOffset.UTC));
    makers.put(ZonedDateTime.class, room -> moment(room).atZone(ZoneOffset.UTC));
    makers.put(OffsetTime.class, room -> time(room).atOffset(ZoneOffset.UTC));
    makers.put(Duration.class, room -> Duration.ofSeconds(room.number()));
    makers.put(Period.class, room -> Period.ofDays((int) room.number()));
    makers.put(Year.class, room -> Year.of(2000 + (int) (room.number() % 100)));
    makers.put(YearMonth.class, room -> YearMonth.of(2000, 1 + (int) (room.number() % 12)));
    makers.put(MonthDay.class, room -> MonthDay.of(1, 1 + (int) (room.number() % 28)));
    makers.put(java.sql.Date.class, room -> java.sql.Date.valueOf(date(room)));
    makers.put(java.sql.Time.class, room -> java.sql.Time.valueOf(time(room)));
    makers.put(java.sql.Timestamp.class, room -> java.sql.Timestamp.valueOf(moment(room)));
    makers.put(ZoneId.class, room -> ZoneId.of("Europe/Vienna"));
    makers.put(ZoneOffset.class, room -> ZoneOffset.ofHours(1));
    makers.put(TimeZone.class, room -> TimeZone.getTimeZone("Europe/Vienna"));
  }

  private static void addOthers(Map<Class<?>, Function<Room, Object>> makers) {
    makers.put(UUID.class, room -> new UUID(room.number(), room.number()));
    makers.put(Locale.class, room -> Locale.CANADA);
    makers.put(Currency.class, room -> Currency.getInstance("EUR"));
    makers.put(Class.class, room -> String.class);
    makers.put(URL.class, room -> url());
    makers.put(InetAddress.class, room -> InetAddress.getLoopbackAddress());
    makers.put(Serializable.class, Room::text);
    makers.put(Object.class, Room::text);
  }

  private static URL url() {
    try {
      return new URL("https://example.com/");
    } catch (java.net.MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
