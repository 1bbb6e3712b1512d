package com.example.blog;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** A word under which a post is found. */
@Entity
public class Tag extends Base {

  private String name;

  @ManyToOne(optional = false, fetch = FetchType.LAZY)
  private Post post;

  /** For JPA. */
  protected Tag() {}

  public Tag(String name, Post post) {
    this.name = name;
    this.post = post;
  }

  public String getName() {
    return name;
  }

  public Post getPost() {
    return post;
  }
}
