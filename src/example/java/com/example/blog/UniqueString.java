package com.example.blog;

import dev.migrator.annotation.ColumnSpec;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A string that no two rows share. */
@ColumnSpec(unique = true, length = 255)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface UniqueString {}
