package com.example.blog;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Someone who writes. */
@Entity
public class User extends Base {

  @UniqueString private String username;

  @UniqueString private String email;

  private String password;

  private @Nullable String phone;

  @OneToOne(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
  private @Nullable Profile profile;

  @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<Post> posts = new ArrayList<>();

  /** For JPA. */
  protected User() {}

  public User(String username, String email, String password) {
    this.username = username;
    this.email = email;
    this.password = password;
  }

  public String getUsername() {
    return username;
  }

  public String getEmail() {
    return email;
  }

  public String getPassword() {
    return password;
  }

  public @Nullable String getPhone() {
    return phone;
  }

  public void setPhone(@Nullable String phone) {
    this.phone = phone;
  }

  public @Nullable Profile getProfile() {
    return profile;
  }

  public void setProfile(@Nullable Profile profile) {
    this.profile = profile;
  }

  public List<Post> getPosts() {
    return Collections.unmodifiableList(posts);
  }

  /** Writes a post in this user's name. */
  public Post write(String title, String content) {
    Post post = new Post(title, content, this);
    posts.add(post);
    return post;
  }
}
