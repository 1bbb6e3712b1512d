package com.example.blog;

import dev.migrator.annotation.ServerDefault;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDateTime;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.jspecify.annotations.Nullable;

/** What every table of the blog has. */
@MappedSuperclass
public abstract class Base {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @CreationTimestamp
  @ServerDefault("now()")
  private LocalDateTime createdAt;

  @UpdateTimestamp
  @ServerDefault("now()")
  private LocalDateTime updatedAt;

  /** The key that the database gave; null before the first save. */
  public @Nullable Long getId() {
    return id;
  }

  public LocalDateTime getCreatedAt() {
    return createdAt;
  }

  public LocalDateTime getUpdatedAt() {
    return updatedAt;
  }
}
