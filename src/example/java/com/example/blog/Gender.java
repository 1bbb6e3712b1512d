package com.example.blog;

import dev.migrator.annotation.DatabaseEnum;

/** What a user says of their gender. */
@DatabaseEnum(name = "gender_enum")
public enum Gender {
  MALE,
  FEMALE,
  NON_BINARY,
  UNDEFINED
}
