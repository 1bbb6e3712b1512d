package com.example.blog;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** A user's word on a post. */
@Entity
public class Comment extends Base {

  @ManyToOne(optional = false, fetch = FetchType.LAZY)
  private Post post;

  @ManyToOne(optional = false, fetch = FetchType.LAZY)
  private User user;

  /** For JPA. */
  protected Comment() {}

  public Comment(Post post, User user) {
    this.post = post;
    this.user = user;
  }

  public Post getPost() {
    return post;
  }

  public User getUser() {
    return user;
  }
}
