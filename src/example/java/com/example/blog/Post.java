package com.example.blog;

import dev.migrator.annotation.ColumnSpec;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** An article of the blog. */
@Entity
public class Post extends Base {

  private String title;

  @ColumnSpec(type = "text")
  private String content;

  @ManyToOne(optional = false, fetch = FetchType.LAZY)
  private User user;

  /** For JPA. */
  protected Post() {}

  public Post(String title, String content, User user) {
    this.title = title;
    this.content = content;
    this.user = user;
  }

  public String getTitle() {
    return title;
  }

  public String getContent() {
    return content;
  }

  public User getUser() {
    return user;
  }
}
