package com.example.blog;

import dev.migrator.annotation.ServerDefault;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a user tells about themselves. */
@Entity
public class Profile extends Base {

  private @Nullable String name;

  private @Nullable String surname;

  private @Nullable Integer age;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  @ServerDefault("'UNDEFINED'")
  private Gender gender = Gender.UNDEFINED;

  private List<String> interests = new ArrayList<>();

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, Object> contacts = new LinkedHashMap<>();

  @OneToOne(optional = false, fetch = FetchType.LAZY)
  @OnDelete(action = OnDeleteAction.CASCADE)
  private User user;

  /** For JPA. */
  protected Profile() {}

  public Profile(User user) {
    this.user = user;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getSurname() {
    return surname;
  }

  public void setSurname(@Nullable String surname) {
    this.surname = surname;
  }

  public @Nullable Integer getAge() {
    return age;
  }

  public void setAge(@Nullable Integer age) {
    this.age = age;
  }

  public Gender getGender() {
    return gender;
  }

  public void setGender(Gender gender) {
    this.gender = gender;
  }

  public List<String> getInterests() {
    return interests;
  }

  public Map<String, Object> getContacts() {
    return contacts;
  }

  public User getUser() {
    return user;
  }
}
